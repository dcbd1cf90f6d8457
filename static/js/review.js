// The page of a review with a keyboard: evidence lights up, marked words go into fields, tags are answered with one key.
// Every step is a button of the form as well, and works without this file.

import { letterOf } from "./letters.js";

const review = document.querySelector(".review");
const layer = review.querySelector(".layer");
const form = document.getElementById("article_form");
const help = document.querySelector("dialog.keys");
const told = review.querySelector(".take .told");
const keyOf = new Map([...review.querySelectorAll("[name=_take_field] option")].map((option) => [option.dataset.key, option]));

// Evidence

function evidenceOf(control) {
  const name = control.name || "";
  if (/^contributions-\d+-/.test(name)) return "authors";
  return { rights_printed: "rights", published_basis: "published_on" }[name] || name;
}

function light(name) {
  let first = null;
  for (const mark of layer.querySelectorAll("mark[data-fields]")) {
    const isIt = mark.dataset.fields.split(" ").includes(name);
    mark.classList.toggle("lit", isIt);
    if (isIt && !first) first = mark;
  }
  if (first) first.scrollIntoView({ block: "center", behavior: "auto" });
}

if (form) form.addEventListener("focusin", (event) => light(evidenceOf(event.target)));

layer.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-fields]");
  if (!mark || !form || !getSelection().isCollapsed) return;
  const name = mark.dataset.fields.split(" ")[0];
  const id = { authors: "id_contributions-0-name", rights: "id_rights_printed" }[name] || `id_${name}`;
  document.getElementById(id)?.focus();
});

// Marked words, as code points of the text layer

function placeOf(node, offset) {
  const at = node.nodeType === Node.TEXT_NODE ? node : node.childNodes[offset] || node;
  const piece = (at.nodeType === Node.TEXT_NODE ? at.parentElement : at).closest(".t");
  if (!piece) return null;
  let count = Number(piece.dataset.start);
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const isSign = text.parentElement.classList.contains("sign");
    if (text === node) return count + (isSign ? Number(offset > 0) : [...text.data.slice(0, offset)].length);
    if (node.nodeType !== Node.TEXT_NODE && (text === at || at.contains(text))) return count;
    count += isSign ? 1 : [...text.data].length;
  }
  return count;
}

function marked() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!layer.contains(range.startContainer) || !layer.contains(range.endContainer)) return null;
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? { start, end } : null;
}

function say(words) {
  if (told) told.textContent = words;
}

// What the archive answers, or why it does not. A session that is over leads to the log-in, which answers well enough.
async function asked(address, options) {
  let answer;
  try {
    answer = await fetch(address, options);
  } catch {
    return { fault: "The archive does not answer." };
  }
  if (answer.redirected) return { fault: "You are logged out. Saving leads to the log-in and back, with all that was typed." };
  const said = await answer.json().catch(() => ({}));
  return answer.ok ? said : { fault: said.fault || `The archive refuses it (${answer.status}).` };
}

async function take(span, field) {
  const { values, fault } = await asked(`${review.dataset.reads}&field=${field}&span=${span.start}-${span.end}`);
  if (fault) return say(fault);
  let control = null;
  for (const [name, value] of Object.entries(values)) {
    control = name === "author" ? freeCredit() : document.getElementById(`id_${name}`);
    if (!control) return say("There is no field for it on this page.");
    if (value !== null && typeof value === "object") {
      control.add(new Option(value.text, value.id, true, true));
      control.value = String(value.id);
      control.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  const kept = document.createElement("input");
  kept.type = "hidden";
  kept.name = "_taken";
  kept.value = `${field}:${span.start}-${span.end}`;
  form.append(kept);
  const first = Object.keys(values)[0];
  const shown = values[first] !== null && typeof values[first] === "object" ? values[first].text : values[first];
  say(`${keyOfField(field)}: ${shown}. It is saved with the form.`);
  getSelection().removeAllRanges();
  (first === "author" ? control : document.getElementById(`id_${first}`)).focus();
}

function keyOfField(field) {
  return [...keyOf.values()].find((option) => option.value === field)?.textContent.replace(/ \(.\)$/, "") || field;
}

function freeCredit() {
  const names = () => [...form.querySelectorAll("[name^=contributions-][name$=-name]")].filter((one) => !one.name.includes("__prefix__"));
  const free = names().find((one) => !one.value);
  if (free) return free;
  form.querySelector("#contributions-group .add-row a")?.click();
  return names().find((one) => !one.value) || null;
}

// Tags

async function answer(row, word) {
  const data = new FormData();
  data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  data.set("answer", `${row.dataset.suggestion}:${word}`);
  const { fault } = await asked(review.dataset.answer, { method: "POST", body: data });
  row.querySelector(".fault")?.remove();
  if (fault) {
    const said = document.createElement("span");
    said.className = "fault";
    said.setAttribute("role", "alert");
    said.textContent = `Not kept: ${fault}`;
    row.append(said);
    row.classList.add("failed");
    return;
  }
  row.classList.remove("is-open", "is-accepted", "is-refused", "failed");
  row.classList.add(`is-${word}`);
  for (const button of row.querySelectorAll("button[name=_answer]")) button.setAttribute("aria-pressed", String(button.value.endsWith(word)));
  nextTag(row);
}

function nextTag(from) {
  const rows = [...review.querySelectorAll(".suggestion")];
  const after = from ? rows.indexOf(from) + 1 : 0;
  const next = [...rows.slice(after), ...rows.slice(0, after)].find((row) => row.classList.contains("is-open"));
  (next || from || document.getElementById("id_title"))?.focus();
}

review.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=_answer]");
  if (!button) return;
  event.preventDefault();
  answer(button.closest(".suggestion"), button.value.split(":")[1]);
});

// Keys

function isTyping(target) {
  return target.matches("input:not([type=checkbox]):not([type=radio]):not([type=submit]), textarea, select, [contenteditable]") || target.closest(".select2-container");
}

function step(by) {
  const removed = [...layer.querySelectorAll(".removed button")];
  const at = removed.indexOf(document.activeElement);
  removed[at < 0 ? (by > 0 ? 0 : removed.length - 1) : (at + by + removed.length) % removed.length]?.focus();
}

document.addEventListener("keydown", (event) => {
  const key = letterOf(event);
  if ((event.ctrlKey || event.metaKey) && key === "s" && form) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("[name=_continue]") || undefined);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || help.open) return;
  const span = marked();
  if (span && keyOf.has(key)) {
    event.preventDefault();
    take(span, keyOf.get(key).value);
    return;
  }
  const row = document.activeElement?.closest(".suggestion");
  if (key === "?") help.showModal();
  else if (key === "c") layer.focus();
  else if (key === "f") document.getElementById("id_title")?.focus();
  else if (key === "n") nextTag(row);
  else if (key === "j" && layer.contains(document.activeElement)) step(1);
  else if (key === "k" && layer.contains(document.activeElement)) step(-1);
  else if (row && (key === "y" || key === "x")) answer(row, key === "y" ? "accepted" : "refused");
  else return;
  event.preventDefault();
});

// Marked with the mouse: the words stand ready in the box, for the button.
layer.addEventListener("mouseup", () => {
  const words = review.querySelector("[name=_take_words]");
  if (words && marked()) words.value = getSelection().toString().replace(/\s+/g, " ").trim();
});

// A save shows the page anew: one comes back to where one was, and where that was a button of a list, to the one after it.
const PLACE = "the place on a page of a review";
const fromHere = (name) => [...review.querySelectorAll(`[name="${CSS.escape(name)}"]`)];

if (form)
  form.addEventListener("submit", (event) => {
    const isOfAList = ["_restore", "_settle", "_answer"].includes(event.submitter?.name);
    const at = isOfAList ? event.submitter : document.activeElement;
    const place = isOfAList ? { name: at.name, number: fromHere(at.name).indexOf(at) } : { id: at.id, caret: at.selectionStart ?? null };
    sessionStorage.setItem(PLACE, JSON.stringify({ ...place, path: location.pathname, top: scrollY, layer: layer.scrollTop }));
  });

const place = JSON.parse(sessionStorage.getItem(PLACE) || "null");
sessionStorage.removeItem(PLACE);

function comeBack() {
  scrollTo(0, place.top);
  if (!location.hash) layer.scrollTop = place.layer;
  const listed = place.name ? fromHere(place.name) : [];
  const back = listed[Math.min(place.number, listed.length - 1)] || (place.id && document.getElementById(place.id));
  if (!back) return;
  back.focus({ preventScroll: true });
  if (back.matches("input[type=text], textarea") && place.caret !== null) back.setSelectionRange(place.caret, place.caret);
}

// An address that ends in a place of the page takes the focus there until the page is loaded.
if (place?.path === location.pathname && !document.querySelector(".faults")) addEventListener("load", () => setTimeout(comeBack));
