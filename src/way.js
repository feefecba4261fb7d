/**
 * Keeps the nudge from hiding what has the focus (WCAG 2.2, 2.4.11).
 *
 * Moves nothing but the card, and scrolls nothing.
 */
import { after, cancel } from "./clock.js";
import { listen } from "./listener.js";
import { quiet } from "./quiet.js";
import { adopt } from "./sheet.js";
import STYLE from "./way.css";

/** What is under the card by this share of itself is hidden, 1 being all of it. */
const HIDDEN = 0.5;

/** So many pixels of the card are left in the window where there is no place for all of it. */
const LEFT = 44;

/** What is reached by keys. Of a frame nobody knows how it was reached. */
const REACHED = ":focus-visible, iframe";

/** Until `signal` ends it, when the card is gone. */
export const makeWay = quiet((card, signal) => {
  let timer, watch;

  function look() {
    watch?.disconnect();
    const element = focused();
    if (!element?.matches(REACHED) || card.contains(element)) return card.classList.remove("aside");
    const { x, y } = element.getBoundingClientRect();
    // What scrolls with the page goes to the corner where it would hide something.
    if (getComputedStyle(card).position !== "fixed") {
      if (shareUnder(card, card.getBoundingClientRect().top, element) < HIDDEN) return;
      card.classList.remove("beside");
    }
    const { far, aside, top } = placeFor(card, element);
    card.classList.toggle("far", far);
    card.classList.toggle("aside", aside);
    // From now on wherever the page scrolls it to; that it lies where it lay is no news.
    const check = (entries) => {
      const { intersectionRatio, boundingClientRect: now } = entries.at(-1);
      if (intersectionRatio >= HIDDEN && (now.x !== x || now.y !== y)) soon();
    };
    watch = new IntersectionObserver(quiet(check), { root: document, rootMargin: marginOf(card, top), threshold: HIDDEN });
    watch.observe(element);
  }

  /** The layout is read by a timer, never within an event. */
  function soon() {
    cancel(timer);
    timer = after(0, look);
  }

  adopt(STYLE, card.getRootNode());
  const size = new ResizeObserver(soon);
  size.observe(card);
  listen(document, "focusin", soon, signal);
  // When the focus goes into a frame the page hears of nothing else.
  listen(window, "blur resize", soon, signal);
  listen(signal, "abort", () => {
    size.disconnect();
    watch?.disconnect();
    cancel(timer);
  });
});

/** Through open shadow roots. */
function focused() {
  let it = document.activeElement;
  while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
  return it;
}

/**
 * The first place of the card that does not hide an element, by its classes in `way.css`, and where
 * its top is there. It stays at the far end of the window once it is there.
 */
function placeFor(card, element) {
  const { clientHeight: height } = document.documentElement;
  const { offsetHeight: own, offsetTop: top } = card;
  const near = { far: false, aside: false, top };
  const far = { far: true, aside: false, top: height - top - own };
  const [upper, lower] = [LEFT - own, height - LEFT];
  const [nearby, away] = near.top < far.top ? [upper, lower] : [lower, upper];
  const whole = card.matches(".far") ? [far, near] : [near, far];
  const places = [...whole, { ...near, aside: true, top: nearby }, { ...far, aside: true, top: away }];
  return places.find((place) => shareUnder(card, place.top, element) < HIDDEN) ?? near;
}

/** The share of an element that is under the card when its top is there; 0 of what has no size. */
function shareUnder(card, top, element) {
  const it = element.getBoundingClientRect();
  const { left, right } = card.getBoundingClientRect();
  const width = Math.min(it.right, right) - Math.max(it.left, left);
  const height = Math.min(it.bottom, top + card.offsetHeight) - Math.max(it.top, top);
  return Math.max(width, 0) * Math.max(height, 0) / (it.width * it.height || 1);
}

/** What makes of the window the part of it that is under the card when its top is there. */
function marginOf(card, top) {
  const { left, right } = card.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const sides = [-top, right - clientWidth, top + card.offsetHeight - clientHeight, -left];
  return sides.map((it) => `${it}px`).join(" ");
}
