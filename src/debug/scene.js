/** What was told of the page view that is open, as it stands now. */
import { LEFT, PAGE, RETURNED, SCROLLED } from "../happened.js";

const [WAKE_AT, SHOWN] = [6, 7];

export function openScene() {
  const scene = {
    path: "",
    /** By name, empty for the page: top, view and height in pixels. */
    scrolls: new Map(),
    /** The last one: when, y, speed and distraction. */
    departure: undefined,
    /** When the engine looks again. */
    wake: undefined,
    /** What was on display last, and the page it was shown on. */
    shown: undefined,
  };

  return {
    scene,

    happened(at, what, text, numbers) {
      if (what === PAGE) Object.assign(scene, { path: text.split("\n")[0], scrolls: new Map(), departure: undefined });
      if (what === SCROLLED) scene.scrolls.set(text, numbers);
      if (what === LEFT) scene.departure = { at, numbers };
      if (what === RETURNED && scene.departure) scene.departure.returned = true;
    },

    followed(at, [what, ...values]) {
      if (what === WAKE_AT) scene.wake = values[0];
      if (what === SHOWN) scene.shown = { url: location.origin + location.pathname, title: document.title };
    },
  };
}
