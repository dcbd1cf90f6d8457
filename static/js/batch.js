// Long work goes on by itself, and a form is sent once. Without this file the buttons do the same, one press at a time.

const form = document.querySelector("form[data-go-on]");

async function goOn() {
  const told = form.querySelector(".told");
  for (;;) {
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "fetch" } });
    } catch {
      told.textContent = "No answer: the button goes on where it stopped.";
      return;
    }
    if (!answer.ok || answer.redirected) {
      const why = answer.redirected ? "You are logged out" : `Stopped (${answer.status})`;
      told.textContent = `${why}: the button goes on where it stopped.`;
      return;
    }
    const { state, left, total } = await answer.json();
    if (state !== form.dataset.state) {
      location.reload();
      return;
    }
    told.textContent = `${left} of ${total} left`;
    form.querySelector("progress").value = total - left;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

if (form) goOn();

for (const once of document.querySelectorAll("form[data-once]")) {
  once.addEventListener("submit", (event) => {
    if (once.dataset.sent) event.preventDefault();
    once.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => {
  for (const once of document.querySelectorAll("form[data-once]")) delete once.dataset.sent;
});

const bringIn = document.querySelector("form[data-most-bytes]");
if (bringIn) {
  bringIn.addEventListener("submit", (event) => {
    const files = [...bringIn.querySelector("input[type=file]").files];
    const bytes = files.reduce((sum, file) => sum + file.size, new Blob([bringIn.elements.text.value]).size);
    const isTooLarge = bytes > Number(bringIn.dataset.mostBytes) || files.length > Number(bringIn.dataset.mostFiles);
    bringIn.querySelector(".too-large").hidden = !isTooLarge;
    if (isTooLarge) {
      event.preventDefault();
      delete bringIn.dataset.sent;
    }
  });
}
