// Shows the card of an entity when a link to it is hovered or focused. Without this script it is an ordinary link.
"use strict";

(() => {
  const LINKS = ".text a[href^='/entities/'], .tags a[href^='/entities/']";
  const WAIT = 350; // milliseconds before a hovered link shows its card, and before one that was left hides it
  const cards = new Map();
  const shown = document.createElement("div");
  shown.id = "card";
  shown.className = "card-place";
  shown.setAttribute("role", "tooltip");
  shown.hidden = true;
  document.body.append(shown);
  let link = null;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    shown.hidden = true;
    if (link) link.removeAttribute("aria-describedby");
    link = null;
  };

  const card = async (address) => {
    if (!cards.has(address)) {
      const answer = await fetch(`${address}card/`);
      const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
      cards.set(address, page.querySelector(".card"));
    }
    return cards.get(address);
  };

  const place = () => {
    const box = link.getClientRects()[0];
    const left = Math.min(Math.max(box.left, 8), document.documentElement.clientWidth - shown.offsetWidth - 8);
    const isBelow = box.bottom + shown.offsetHeight + 8 < window.innerHeight || box.top < shown.offsetHeight + 8;
    shown.style.left = `${Math.max(left, 8) + window.scrollX}px`;
    shown.style.top = `${(isBelow ? box.bottom + 4 : box.top - shown.offsetHeight - 4) + window.scrollY}px`;
  };

  const show = async (asked) => {
    link = asked;
    try {
      const found = await card(asked.getAttribute("href"));
      if (!found || link !== asked) return;
      shown.replaceChildren(found.cloneNode(true));
      shown.hidden = false;
      place();
      asked.setAttribute("aria-describedby", shown.id);
    } catch {
      hide(); // offline: the link still leads to the page
    }
  };

  const soon = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, WAIT);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const over = event.target.closest(LINKS);
    if (over && over !== link) soon(() => (hide(), show(over)));
    else if (over || event.target.closest("#card")) clearTimeout(timer);
    else if (link) soon(hide);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const focused = event.target.closest(LINKS);
    hide();
    if (focused && focused.matches(":focus-visible")) show(focused);
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
