// What is typed is kept in a scratch of one's own while one types: offered again after a crash, never part of the record.

const QUIET_MILLISECONDS = 1500;

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

  async function keep() {
    timer = null;
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    try {
      const answer = await fetch(address, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" }, redirect: "manual" });
      if (isSent) return;
      const now = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
      told.textContent = answer.status === 204 ? `Kept at ${now}, not saved yet.` : "Not kept: you are logged out, or it is too long. Saving leads to the log-in and back.";
    } catch {
      told.textContent = "Not kept: the archive does not answer.";
    }
  }

  function touched() {
    if (timer) clearTimeout(timer);
    timer = setTimeout(keep, QUIET_MILLISECONDS);
  }

  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  form.addEventListener("submit", () => {
    isSent = true;
    if (timer) clearTimeout(timer);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && timer) {
      clearTimeout(timer);
      keep();
    }
  });
}
