/** How far the page is scrolled. Layout is read by a timer, never inside an event. */
import { after, now } from "../clock.js";
import { SCROLLED } from "../happened.js";
import { listen } from "../listener.js";

/**
 * Milliseconds between an event and reading the layout: often enough to tell 75 % from 80 % at
 * any speed that somebody can read at.
 */
const PAUSE = 100;

/** Scrolling that goes on without a longer gap is still the act that began it: a swipe runs out. */
const GAP = 200;

/** Gives a way to ask for a reading. */
export function watchScroll(tell, signal) {
  /** The visitor's last wheel, touch, key or press, in milliseconds. */
  let acted = 0;
  let timer;

  const act = () => {
    acted = now();
  };
  const read = () => {
    timer = undefined;
    const { scrollTop, clientHeight, scrollHeight } = document.scrollingElement;
    tell(SCROLLED, "", scrollTop, clientHeight, scrollHeight, now() - acted);
  };
  const readSoon = () => {
    timer ??= after(PAUSE, read);
  };

  listen(window, "pointerdown keydown wheel touchmove", act, signal);
  const follow = (event) => {
    if (event.target === document && now() - acted < GAP) act();
    readSoon();
  };
  listen(window, "scroll resize", follow, signal);
  return readSoon;
}
