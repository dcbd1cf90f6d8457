// Words selected in the text offer the address that cites them. Without this script the form below the text makes it.
"use strict";

(() => {
  const text = document.querySelector("[data-annotation-root]");
  const form = document.querySelector("form.quoting");
  const longest = Number(form.elements.quote.maxLength);
  const page = new URL(form.action);

  const offer = document.createElement("div");
  offer.className = "quote-offer screen";
  offer.hidden = true;
  const link = document.createElement("a");
  const said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("role", "status");
  offer.append(link);
  text.after(offer, said);

  const isOfWord = (character) => character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);

  // Where an end of a selection lies in its paragraph, in UTF-16 units.
  function offsetIn(block, node, offset) {
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, offset);
    return before.toString().length;
  }

  // The selected words, made whole, with their paragraph; or why they cannot be cited.
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer) || !range.toString().trim()) return null;
    const blocks = [...text.children].filter((block) => range.intersectsNode(block));
    const filled = blocks.filter((block) => {
      const part = document.createRange();
      part.selectNodeContents(block);
      if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
      if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
      return part.toString().trim();
    });
    if (filled.length !== 1) return { fault: "Select words of one paragraph to cite them" };
    const [block] = filled;
    const all = block.textContent;
    let start = block.contains(range.startContainer) ? offsetIn(block, range.startContainer, range.startOffset) : 0;
    let end = block.contains(range.endContainer) ? offsetIn(block, range.endContainer, range.endOffset) : all.length;
    while (start < end && /\s/.test(all[start])) start += 1;
    while (end > start && /\s/.test(all[end - 1])) end -= 1;
    const characters = [...all];
    let first = [...all.slice(0, start)].length;
    let last = [...all.slice(0, end)].length;
    while (first > 0 && isOfWord(characters[first]) && isOfWord(characters[first - 1])) first -= 1;
    while (last < characters.length && isOfWord(characters[last - 1]) && isOfWord(characters[last])) last += 1;
    const words = characters.slice(first, last).join("");
    if (last - first > longest) return { fault: `Select at most ${longest} characters to cite them` };
    return { words, range, paragraph: block.id.slice(1), at: all.split(words).length > 2 ? first : null };
  }

  function addressOf(found) {
    const asked = [["p", found.paragraph], ["at", found.at], ["quote", found.words]].filter(([, value]) => value !== null);
    return `${page.pathname}?${asked.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}#quoted`;
  }

  function show() {
    const found = selected();
    offer.hidden = !found;
    if (!found) return;
    const label = found.fault ?? "Cite these words";
    if (found.fault) link.removeAttribute("href");
    else link.href = addressOf(found);
    if (link.textContent !== label || said.textContent === "") said.textContent = found.fault ?? `${label}: press Enter`;
    link.textContent = label;
    const boxes = getSelection().getRangeAt(0).getClientRects();
    const box = boxes[boxes.length - 1];
    const room = document.documentElement.clientWidth - offer.offsetWidth - 8;
    const origin = (offer.offsetParent ?? document.body).getBoundingClientRect();
    offer.style.left = `${Math.max(8, Math.min(box.right, room)) - origin.left}px`;
    offer.style.top = `${box.bottom + 6 - origin.top}px`;
  }

  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 150);
  });
  document.addEventListener("keydown", (event) => {
    if (offer.hidden || event.defaultPrevented) return;
    if (event.key === "Escape") getSelection().removeAllRanges();
    const isFree = document.activeElement === document.body || document.activeElement.matches("main");
    if (event.key === "Enter" && isFree && link.href) link.click();
  });
})();
