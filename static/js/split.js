// Going through the articles of an entity with one key each: 1, 2, 3 answer, and the next article is at hand.
// Every answer is a radio button, and works without this file.

const form = document.querySelector("form.split");
const answers = form ? [...form.querySelectorAll("[data-answer]")] : [];

function current() {
  const at = document.activeElement?.closest("li");
  return answers.findIndex((answer) => at?.contains(answer));
}

if (answers.length) {
  form.querySelector(".keys").hidden = false;
  document.addEventListener("keydown", (event) => {
    const place = ["1", "2", "3"].indexOf(event.key);
    if (place < 0 || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("textarea, select, input:not([type=radio], [type=checkbox])")) return;
    const at = Math.max(current(), 0);
    const choices = answers[at].querySelectorAll("input");
    choices[place].checked = true;
    choices[place].dispatchEvent(new Event("change", { bubbles: true }));
    event.preventDefault();
    const following = answers[at + 1];
    const next = following ? following.querySelector("input:checked") || following.querySelector("input") : form.querySelector("[type=submit]");
    next.focus();
    (following ? following.closest("li") : next).scrollIntoView({ block: "nearest" });
  });
}
