/**
 * What a visitor does to a page, by real input, as fast as it comes.
 */
import { setTimeout as pause } from "node:timers/promises";

/**
 * Milliseconds until something in a page is given up: it may be gone, or there was never one. A page that cannot go has a
 * `patience` of its own, so that nothing hangs on how busy the machine is.
 */
const PATIENCE = 1500;

/** Resolves to what a page gives, or to nothing where it has no time for us. */
export const ask = (page, call, given) => attempt(page.evaluate(call, given), page.patience);

/** Resolves once something is done or has failed, or takes too long. */
export const attempt = (work, patience = PATIENCE) => Promise.race([work.catch(() => {}), pause(patience, undefined, { ref: false })]);

/** Where to press for this answer, 0 being the first and 1 the last: `{ x, y, kind, screen }`. */
const placeOf = (page, share) =>
  ask(page, (share) => {
    const section = document.querySelector("effortlet-nudge")?.shadowRoot?.querySelector("section");
    if (!section) return undefined;
    const all = (selector) => [...section.querySelectorAll(selector)];
    const [kind, choices] = Object.entries({
      choice: all("[part=choice]"),
      rating: all("[part=point]"),
      text: all("textarea"),
      close: all(".close"),
    }).find(([, found]) => found.length > 0) ?? [];
    const chosen = choices?.[Math.min(Math.floor(share * choices.length), choices.length - 1)];
    if (!chosen) return undefined;
    const { x, y, width, height } = chosen.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, kind, screen: section.querySelector("h2")?.textContent };
  }, share);

const press = ({ mouse, patience }, { x, y }) => attempt(mouse.click(x, y), patience);

/** Whether it has a nudge. */
export const isAsked = (page) => ask(page, () => !!document.querySelector("effortlet-nudge"));

/** Has the page show its survey. */
export const beAsked = (page) =>
  ask(page, (patience) => {
    const shown = window.effortlet?.("show", "help-center");
    return Promise.race([shown, new Promise((resolve) => setTimeout(resolve, patience))]);
  }, ((page.patience ?? PATIENCE) * 2) / 3);

/** Answers what is asked now. True where there was something to answer, and the next screen came. */
export async function answer(page, share, words) {
  const place = await placeOf(page, share);
  if (!place || place.kind === "close") return false;
  if (place.kind === "text") {
    await press(page, place);
    await attempt(page.keyboard.type(words), page.patience);
    const send = await sendOf(page);
    if (!send) return false;
    await press(page, send);
  } else {
    await press(page, place);
  }
  return turned(page, place.screen);
}

const sendOf = (page) =>
  ask(page, () => {
    const send = document.querySelector("effortlet-nudge")?.shadowRoot?.querySelector(".send");
    const { x, y, width, height } = send?.getBoundingClientRect() ?? {};
    return send && { x: x + width / 2, y: y + height / 2 };
  });

async function turned(page, screen) {
  const { patience = PATIENCE } = page;
  for (const latest = Date.now() + patience; Date.now() < latest; await pause(15)) {
    if ((await placeOf(page, 0))?.screen !== screen) return true;
  }
  return false;
}

/** Writes without sending. */
export async function write(page, words) {
  const place = await placeOf(page, 0);
  if (place?.kind !== "text") return;
  await press(page, place);
  await attempt(page.keyboard.type(words), page.patience);
}

export async function close(page) {
  const place = await ask(page, () => {
    const button = document.querySelector("effortlet-nudge")?.shadowRoot?.querySelector(".close");
    const { x, y, width, height } = button?.getBoundingClientRect() ?? {};
    return button && { x: x + width / 2, y: y + height / 2 };
  });
  if (place) await press(page, place);
}
