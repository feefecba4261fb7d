/** How far the page is scrolled, read often, from the first touch on: a swipe is over soon. */
import { listen } from "../listener.js";
import { scrolled, watchScroll } from "../sensor/scroll.js";

/** Milliseconds between two readings. */
const PAUSE = 100;

/** @param {{acted: number}} attention When the visitor last acted, in milliseconds. */
export function watchSwipes(attention, tell, signal) {
  let watching = false;
  const watch = () => {
    if (!watching) watchScroll([scrolled([""])], attention, tell, signal, PAUSE)();
    watching = true;
  };
  listen(window, "touchstart", watch, signal);
}
