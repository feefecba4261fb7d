/** How far the page is scrolled. Layout is read by a timer, never inside an event. */
import { after, now } from "../clock.js";
import { listen } from "../listener.js";

/**
 * Milliseconds between an event and reading the layout: often enough to tell 75 % from 80 % at
 * any speed that somebody can read at.
 */
const PAUSE = 100;

/** Scrolling that goes on without a longer gap is still the act that began it: a swipe runs out. */
const GAP = 200;

/** Gives a way to ask for a reading. */
export function watchScroll(tell, undo) {
  /** The visitor's last wheel, touch, key or press, in milliseconds. */
  let acted = 0;
  let cancel;

  const act = () => {
    acted = now();
  };
  const read = () => {
    cancel = undefined;
    const { scrollTop, clientHeight, scrollHeight } = document.scrollingElement;
    tell("scrolled", "", scrollTop, clientHeight, scrollHeight, now() - acted);
  };
  const readSoon = () => {
    cancel ??= after(PAUSE, read);
  };

  undo.push(
    () => cancel?.(),
    listen(window, "wheel touchmove keydown pointerdown", act),
    listen(window, "scroll resize", (event) => {
      if (event.target === document && now() - acted < GAP) act();
      readSoon();
    }),
  );
  return readSoon;
}
