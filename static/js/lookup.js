// Offers entities while a name is typed into a form marked data-lookup. Without this script the form asks for a page.
"use strict";

for (const form of document.querySelectorAll("form[data-lookup]")) {
  const input = form.querySelector("input[name=q]");
  const list = document.createElement("ul");
  list.id = `${input.id}-offers`;
  list.className = "offers";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Entities of that name");
  list.hidden = true;
  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  form.append(list, said);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) {
    input.setAttribute(name, value);
  }

  let timer = 0;
  let asking = null;
  let chosen = -1;

  const text = (parent, tag, words, attributes = {}) => {
    const element = document.createElement(tag);
    element.textContent = words;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    return element;
  };

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (number) => {
    const options = list.children;
    if (!options.length) return;
    chosen = (number + options.length) % options.length;
    for (const [at, option] of Array.from(options).entries()) option.setAttribute("aria-selected", String(at === chosen));
    input.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };

  const show = (results) => {
    list.replaceChildren();
    for (const [number, result] of results.entries()) {
      const option = text(list, "li", "", { role: "option", id: `${list.id}-${number}`, "aria-selected": "false", "data-href": result.href });
      text(option, "bdi", result.name, { class: "offer-name" });
      text(option, "span", ` · ${result.kind}`, { class: "kind" });
      if (result.matched !== result.name || result.years) {
        const matched = text(option, "span", " · found as ", { class: "matched" });
        text(matched, "bdi", result.matched, { lang: result.language });
        if (result.years) text(matched, "span", `, ${result.years}`);
      }
      text(option, "span", ` · ${result.articles} article${result.articles === 1 ? "" : "s"}`, { class: "count" });
      if (result.description) text(option, "span", result.description, { class: "description", dir: "auto" });
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        window.location.assign(result.href);
      });
    }
    chosen = -1;
    list.hidden = !results.length;
    input.setAttribute("aria-expanded", String(results.length > 0));
    input.removeAttribute("aria-activedescendant");
    said.textContent = results.length ? `${results.length} found; arrow keys choose` : "Nothing of that name";
  };

  const ask = async () => {
    const words = input.value.trim();
    if (asking) asking.abort();
    if (!words) {
      said.textContent = "";
      close();
      return;
    }
    asking = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.lookup}?q=${encodeURIComponent(words)}`, { signal: asking.signal });
      if (answer.ok) show((await answer.json()).results);
    } catch (error) {
      if (error.name !== "AbortError") close(); // offline: the form still asks for its page
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) return;
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      window.location.assign(list.children[chosen].dataset.href);
    }
  });
  input.addEventListener("blur", close);
}
