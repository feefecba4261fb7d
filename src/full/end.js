/** How far the end of an element is: a reading as that of a page that ends with it. */
import { END_SCROLLED } from "../happened.js";
import { scrollerOf, watchScroll } from "../sensor/scroll.js";

/** @param {{acted: number}} attention When the visitor last acted, in milliseconds. */
export function watchEnds(selectors, attention, tell, signal) {
  const measure = (selector) => {
    const it = document.querySelector(selector);
    if (!it) return undefined;
    const scroller = scrollerOf(it);
    const top = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
    return [scroller, it.getBoundingClientRect().bottom - top + scroller.scrollTop];
  };
  watchScroll([...new Set(selectors)], attention, tell, signal, END_SCROLLED, measure)();
}
