/**
 * Runs on every page of these tests, before the widget: notes what is heard on it, and finds the
 * nudge's elements for tests, as `nudge`.
 */
window.noted = { events: [], errors: [], violations: [], dialogs: [], live: [] };

for (const name of ["shown", "answered", "completed", "dismissed"]) {
  addEventListener(`effortlet:${name}`, ({ detail }) => noted.events.push({ name, ...detail }));
}
addEventListener("error", ({ message }) => noted.errors.push(message));
addEventListener("unhandledrejection", ({ reason }) => noted.errors.push(String(reason)));
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => noted.violations.push(`${violatedDirective} ${blockedURI}`));
for (const name of ["alert", "confirm", "prompt"]) window[name] = (text) => noted.dialogs.push(`${name} ${text}`);
for (const name of ["error", "warn"]) {
  const say = console[name];
  console[name] = (...words) => {
    noted.errors.push(words.join(" "));
    say.apply(console, words);
  };
}

/** What live regions say: what each holds when it comes into the page, then its text after each change. */
const LIVE = "[role=status], [role=alert], [aria-live]";
new MutationObserver((records) => {
  for (const { target, addedNodes } of records) {
    const live = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(LIVE);
    if (live) noted.live.push(live.textContent);
    for (const node of addedNodes) {
      const region = node.querySelector?.(LIVE);
      if (region) noted.live.push(`mounted: ${region.textContent}`);
    }
  }
}).observe(document, { childList: true, subtree: true, characterData: true });

window.nudge = {
  get root() {
    return document.querySelector("effortlet-nudge")?.shadowRoot;
  },
  /** What is to be seen of it: a tab that was pressed has given way to a panel. */
  get card() {
    return this.root?.querySelector("section:not(.away)");
  },
  /** What is asked, or said. */
  get title() {
    return this.root?.querySelector("h2")?.textContent;
  },
  find: (css) => nudge.root?.querySelector(css),
  all: (css) => [...(nudge.root?.querySelectorAll(css) ?? [])],
  button: (name) => nudge.all("button").find((it) => (it.getAttribute("aria-label") ?? it.textContent) === name),
  /** It stands where it will stay. */
  get rests() {
    return !!this.card && this.card.getAnimations({ subtree: true }).every((it) => it.playState !== "running");
  },
  /** Where the focus is, through shadow roots: its own name, its text, or what it is. */
  get focused() {
    let it = document.activeElement;
    while (it.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
    return it.getAttribute("aria-label") || it.textContent.trim() || it.localName;
  },
};

/** The four sides of an element, in CSS pixels of the window. */
window.sides = (element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
};

/** Its middle, in whole pixels. */
window.middle = (element) => {
  const { left, top, right, bottom } = window.sides(element);
  return [Math.round((left + right) / 2), Math.round((top + bottom) / 2)];
};
