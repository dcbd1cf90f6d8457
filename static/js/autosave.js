// What is typed is kept in a scratch of one's own while one types: offered again after a crash, never part of the record.

const QUIET_MILLISECONDS = 1500;
const LONGEST_THAT_OUTLIVES_BYTES = 64_000;
const ONE_PRESS_MILLISECONDS = 2000;

for (const sheet of document.querySelectorAll("input[name=_sheet]")) {
  const form = sheet.form;
  const address = document.querySelector("[data-scratch]")?.dataset.scratch;
  if (!form || !address) continue;
  const told = document.createElement("span");
  told.className = "kept quiet";
  told.setAttribute("role", "status");
  (form.querySelector(".submit-row") || form).append(told);
  let timer = null;
  let isSent = false;
  let asked = null;

  async function keep({ isLeaving = false } = {}) {
    timer = null;
    asked = new AbortController();
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    // A page that is left takes its questions with it, but for short ones that are to outlive it.
    const keepalive = isLeaving && new Blob([...data].flat()).size + 200 * [...data].length < LONGEST_THAT_OUTLIVES_BYTES;
    try {
      const answer = await fetch(address, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" }, redirect: "manual", keepalive, signal: asked.signal });
      if (isSent) return;
      const now = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
      told.textContent = answer.status === 204 ? `Kept at ${now}, not saved yet.` : "Not kept: you are logged out, or it is too long. Saving leads to the log-in and back.";
    } catch {
      if (!isSent) told.textContent = "Not kept: the archive does not answer.";
    }
  }

  function touched() {
    isSent = false; // it was not: the form is here still
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => keep(), QUIET_MILLISECONDS);
  }

  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  // Pressed twice it is sent once: the second would be refused for what the first has saved. Later presses count again.
  let sentAt = -Infinity;
  form.addEventListener("submit", (event) => {
    if (event.timeStamp - sentAt < ONE_PRESS_MILLISECONDS) {
      event.preventDefault();
      return;
    }
    sentAt = event.timeStamp;
    isSent = true;
    // What is saved now is not kept beside it: nothing of it waits any more, nor is under way.
    clearTimeout(timer);
    timer = null;
    asked?.abort();
  });
  addEventListener("pageshow", () => {
    isSent = false;
    sentAt = -Infinity;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && timer) {
      clearTimeout(timer);
      keep({ isLeaving: true });
    }
  });
}
