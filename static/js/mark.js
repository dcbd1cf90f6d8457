// Words marked in the text go into the form, with their place in code points; one key names the kind.
// Without this file the same form takes words that were copied into it.

const layer = document.querySelector(".marking .layer");
const form = document.querySelector("form.mark-claim");
const quote = form.querySelector("[data-quote]");
const place = form.elements.place;
const version = form.elements.version;
const keys = new Map([...form.querySelectorAll("[name=kind] option")].filter((option) => option.value).map((option) => [option.value[0], option.value]));

// Browsers count UTF-16 units, the archive code points.
function offsetOf(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const block = element.closest(".t");
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
  start += [...words].length - [...words.trimStart()].length;
  end -= [...words].length - [...words.trimEnd()].length;
  return { range, words: words.trim(), start, end };
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
layer.addEventListener("keyup", (event) => {
  if (event.shiftKey || event.key === "Shift") take();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const kind = keys.get(event.key);
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

layer.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return;
  const over = [];
  for (let mark = event.target.closest("mark"); mark; mark = mark.parentElement.closest("mark")) over.push(mark.id || mark.dataset.claim);
  if (!over.length) return;
  const id = over.sort((one, other) => sizeOf(one) - sizeOf(other))[0];
  const entry = document.getElementById(id.replace("mark-", "claim-"));
  if (!entry) return;
  for (const other of document.querySelectorAll(".claims-list .lit")) other.classList.remove("lit");
  entry.classList.add("lit");
  entry.scrollIntoView({ block: "nearest" });
  entry.querySelector("a").focus({ preventScroll: true });
});
