/** How far the end of an element is: a reading as that of a page that ends with it. */
import { END_SCROLLED } from "../happened.js";
import { listen } from "../listener.js";
import { watchRoute } from "../sensor/route.js";
import { scrollerOf } from "../sensor/scroll.js";

/** What changes in a page when an element comes into it, or into sight. */
const CHANGES = { attributeFilter: ["class", "hidden", "open", "style"], childList: true, subtree: true };

/** @param {{readings: any[], readSoon: () => void}} acts What is read as the page scrolls. */
export function watchEnds(selectors, { readings, readSoon }, signal) {
  const names = new Set(selectors);
  const missing = new Set();

  const measure = (selector) => {
    const it = document.querySelector(selector);
    // What is hidden ends nowhere.
    if (!it?.getClientRects().length) return undefined;
    missing.delete(selector);
    if (!missing.size) changes.disconnect();
    const scroller = scrollerOf(it);
    const top = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop;
    return [scroller, it.getBoundingClientRect().bottom - top + scroller.scrollTop];
  };
  readings.push([END_SCROLLED, measure, [...names]]);
  // On a page too short to scroll nothing else would say that it is there.
  const changes = new MutationObserver(readSoon);
  listen(signal, "abort", () => changes.disconnect());
  const turn = () => {
    names.forEach((name) => missing.add(name));
    changes.observe(document, CHANGES);
    readSoon();
  };
  watchRoute(turn, signal);
}
