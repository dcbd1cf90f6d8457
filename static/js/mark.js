// Words marked in the text go into the form, with their place in code points; one key names the kind.
// Without this file the same form takes words that were copied into it.

import { letterOf } from "./letters.js";

const layer = document.querySelector(".marking .layer");
const form = document.querySelector("form.mark-claim");
const quote = form.querySelector("[data-quote]");
const place = form.elements.place;
const version = form.elements.version;
const keys = new Map([...form.querySelectorAll("[name=kind] option")].filter((option) => option.value).map((option) => [option.value[0], option.value]));

// Browsers count UTF-16 units, the archive code points.
function offsetOf(node, offset) {
  const block = blockOf(node);
  if (!block) {
    const next = node.childNodes[offset];
    return next instanceof Element && next.matches(".t") ? Number(next.dataset.start) : null;
  }
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset.start) + [...before.toString()].length;
}

function marked() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!layer.contains(range.commonAncestorContainer)) return null;
  const words = range.toString();
  let start = offsetOf(range.startContainer, range.startOffset);
  let end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || !words.trim()) return null;
  const trimmed = words.replace(/^[\s,;:.!?)\]]+/u, ""); // a step by words may begin at the end of the one before
  if (!trimmed.trim()) return null;
  start += [...words].length - [...trimmed].length;
  end -= [...words].length - [...words.trimEnd()].length;
  return { range, words: trimmed.trim(), start, end };
}

function show(range) {
  if (!CSS.highlights) return;
  CSS.highlights.delete("pending");
  if (range) CSS.highlights.set("pending", new Highlight(range));
}

function take() {
  const found = marked();
  if (!found) return false;
  quote.value = found.words;
  place.value = `${found.start}-${found.end}`;
  version.value = layer.dataset.version;
  for (const choice of form.querySelectorAll("[name=choice]")) choice.checked = false;
  show(found.range.cloneRange());
  return true;
}

layer.addEventListener("mouseup", () => setTimeout(take));

// A caret of our own, so that words are marked by keys in every browser: one draws and moves a caret only in what can be edited.

const said = document.querySelector(".marking .said");
const blocks = [...layer.querySelectorAll(".t")];

function elementOf(node) {
  return node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
}

function blockOf(node) {
  return elementOf(node).closest(".t");
}

function setCaret(block, atEnd, isExtending) {
  const part = document.createRange();
  part.selectNodeContents(block);
  const [node, offset] = atEnd ? [part.endContainer, part.endOffset] : [part.startContainer, part.startOffset];
  if (isExtending) getSelection().extend(node, offset);
  else getSelection().collapse(node, offset);
}

function hasCaret() {
  const { focusNode } = getSelection();
  return Boolean(focusNode) && layer.contains(focusNode) && Boolean(blockOf(focusNode));
}

// Paragraphs are moved over here: not every browser knows them in a text that cannot be edited.
function moveByParagraph(isForward, isExtending) {
  const at = blocks.indexOf(blockOf(getSelection().focusNode));
  const next = blocks[at + (isForward ? 1 : -1)];
  if (isExtending) setCaret(blocks[at], isForward, true);
  else if (next) setCaret(next, false, false);
}

const STEPS = {
  ArrowRight: ["right", "character"],
  ArrowLeft: ["left", "character"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
  Home: ["backward", "lineboundary"],
  End: ["forward", "lineboundary"],
};

function move(event) {
  const [direction, step] = STEPS[event.key];
  const selection = getSelection();
  const isByLot = event.ctrlKey || event.altKey;
  if (isByLot && step === "line") {
    moveByParagraph(direction === "forward", event.shiftKey);
    return;
  }
  if (isByLot && step === "lineboundary") {
    setCaret(blocks.at(direction === "forward" ? -1 : 0), direction === "forward", event.shiftKey);
    return;
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  selection.modify(event.shiftKey ? "extend" : "move", direction, isByLot ? "word" : step);
  if (!hasCaret()) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}

// The character that the caret stands before is lit, and what follows is said to who hears the page.
function showCaret() {
  CSS.highlights?.delete("caret");
  if (!hasCaret()) return;
  const { focusNode, focusOffset } = getSelection();
  const rest = document.createRange();
  rest.selectNodeContents(blockOf(focusNode));
  rest.setStart(focusNode, focusOffset);
  const walker = document.createTreeWalker(blockOf(focusNode), NodeFilter.SHOW_TEXT);
  while (CSS.highlights && walker.nextNode()) {
    const node = walker.currentNode;
    const start = node === focusNode ? focusOffset : 0;
    if (start >= node.data.length || rest.comparePoint(node, start) !== 0) continue;
    const character = document.createRange();
    character.setStart(node, start);
    character.setEnd(node, start + [...node.data.slice(start)][0].length);
    CSS.highlights.set("caret", new Highlight(character));
    break;
  }
  const words = getSelection().toString().trim();
  said.textContent = words ? `Marked: ${words}` : `Before: ${rest.toString().trim().split(/\s+/, 3).join(" ") || "the end of the paragraph"}`;
}

layer.addEventListener("focus", () => {
  if (!hasCaret() && blocks.length) setCaret(blocks[0], false, false);
  showCaret();
});
layer.addEventListener("blur", () => CSS.highlights?.delete("caret"));
layer.addEventListener("keydown", (event) => {
  if (!(event.key in STEPS) || event.metaKey || !blocks.length) return;
  if (!hasCaret()) setCaret(blocks[0], false, false);
  event.preventDefault();
  move(event);
  showCaret();
  elementOf(getSelection().focusNode).scrollIntoView({ block: "nearest" });
  if (event.shiftKey) take();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
  const kind = keys.get(letterOf(event));
  if (!kind || !take()) return;
  event.preventDefault();
  form.elements.kind.value = kind;
  form.elements.restatement.focus();
});

quote.addEventListener("input", () => {
  place.value = "";
  show(null);
});

// The smallest mark under the pointer wins the click: a long claim never hides a short one in it.
function sizeOf(id) {
  return [...layer.querySelectorAll(`mark[id="${id}"], mark[data-claim="${id}"]`)].reduce((sum, mark) => sum + mark.textContent.length, 0);
}

function leadToClaim(element) {
  const over = [];
  for (let mark = element.closest("mark"); mark; mark = mark.parentElement.closest("mark")) over.push(mark.id || mark.dataset.claim);
  if (!over.length) return;
  const id = over.sort((one, other) => sizeOf(one) - sizeOf(other))[0];
  const entry = document.getElementById(id.replace("mark-", "claim-"));
  if (!entry) return;
  for (const other of document.querySelectorAll(".claims-list .lit")) other.classList.remove("lit");
  entry.classList.add("lit");
  entry.scrollIntoView({ block: "nearest" });
  entry.querySelector("a").focus({ preventScroll: true });
}

layer.addEventListener("click", (event) => {
  if (getSelection().isCollapsed) leadToClaim(event.target);
});
layer.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !hasCaret()) return;
  event.preventDefault();
  leadToClaim(elementOf(getSelection().focusNode));
});
