/** "Start over": forgets what Effortlet remembers in this browser, so that it may ask again. */
const NAME = "effortlet";
/** Set across the reload, so that the page that follows confirms. */
const DONE = "demo:started-over";

const button = document.querySelector("[data-start-over]");
const status = document.querySelector("[data-started-over]");

button?.addEventListener("click", async () => {
  await stopped();
  forget();
  remember(DONE);
  location.reload();
});

if (button && status && wasStartedOver()) {
  // What the leaving page stored in its last moments goes too; the widget has not begun yet here.
  forget();
  button.focus({ preventScroll: true });
  // A live region speaks only of what changes after it is there.
  setTimeout(() => (status.textContent = button.dataset.done), 150);
}

/** Waits for the widget to stop, but not for a widget that never loaded. */
function stopped() {
  const patience = new Promise((resolve) => setTimeout(resolve, 300));
  return Promise.race([Promise.resolve(globalThis.effortlet?.("stop")).catch(() => {}), patience]);
}

function forget() {
  // What is remembered, and each answer that waits: "effortlet:outbox:" and its id.
  const ours = (key) => key === NAME || key.startsWith(`${NAME}:`);
  attempt(() => Object.keys(localStorage).filter(ours).forEach((key) => localStorage.removeItem(key)));
  attempt(() => sessionStorage.removeItem(NAME));
}

function remember(key) {
  attempt(() => sessionStorage.setItem(key, "1"));
}

function wasStartedOver() {
  const was = attempt(() => sessionStorage.getItem(DONE)) !== null;
  attempt(() => sessionStorage.removeItem(DONE));
  return was;
}

/** Storage may be refused; then there is nothing to forget. */
function attempt(act) {
  try {
    return act();
  } catch {
    return null;
  }
}
