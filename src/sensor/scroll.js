/** How far the page is scrolled, or what scrolls within it. Layout is read by a timer, never inside an event. */
import { after, now } from "../clock.js";
import { SCROLLED } from "../happened.js";
import { listen, sample } from "../listener.js";

/**
 * Milliseconds between an event and reading the layout, and from there to the next: often enough for
 * whoever reads what passes, and seldom enough to cost a page that is scrolled next to nothing.
 */
const PAUSE = 1500;

/** Scrolling that goes on without a longer gap is still the act that began it: a swipe runs out. */
const GAP = 200;

/** A document that scrolls by less, in CSS pixels, is only the frame of something that does. */
const FRAME = 80;

/**
 * Gives a way to ask for a reading.
 *
 * @param {[number, (name: string) => [Element, number] | undefined, string[]][]} readings What is
 * told; what gives what scrolls and the height of what is in it; the selectors that this is asked of.
 * @param {{acted: number}} attention When the visitor last acted, in milliseconds.
 * @param {number} pause In milliseconds.
 */
export function watchScroll(readings, attention, tell, signal, pause = PAUSE) {
  /** What was read last. */
  let targets = [];
  let timer;

  const idle = () => now() - attention.acted;
  const read = () => {
    targets = readings.flatMap(([what, measure, names]) =>
      names.map((name) => {
        const [it, height] = measure(name) ?? [];
        // Since the visitor acted until the page moved, which was up to a pause ago.
        if (it) tell(what, name, it.scrollTop, it.clientHeight, height, Math.max(idle() - pause, 0));
        return it;
      }),
    );
  };
  const readSoon = () => {
    timer ??= after(pause, () => {
      timer = undefined;
      read();
    });
  };

  // A press that was a click, or a key that led back, scrolls by a link, a script or the browser.
  const forget = () => {
    attention.acted = 0;
  };
  listen(window, "click popstate", forget, signal);
  const follow = ({ target }) => {
    if ([document, ...targets].includes(target) && idle() < pause + GAP) attention.acted = now();
  };
  sample(window, "scroll resize", pause, follow, signal, read);
  return readSoon;
}

/** Of a selector; of the page itself, where that is empty. */
export const scrolled = (names) => [SCROLLED, measureScroller, names];

export function measureScroller(name) {
  const it = name ? document.querySelector(name) : findScroller();
  return it && [it, it.scrollHeight];
}

/** The document; where it hardly scrolls, the foremost element that does and fills half of the window. */
function findScroller() {
  const root = document.scrollingElement ?? document.body;
  const { clientWidth, clientHeight } = root;
  if (root.scrollHeight > clientHeight + FRAME) return root;
  const fills = (it) =>
    it.clientWidth * it.clientHeight * 2 >= clientWidth * clientHeight &&
    it.scrollHeight > it.clientHeight &&
    /auto|scroll/.test(getComputedStyle(it).overflowY);
  // What fills more than half of the window is under its middle.
  return document.elementsFromPoint(clientWidth / 2, clientHeight / 2).find(fills) ?? root;
}

/** What an element scrolls in. */
export function scrollerOf(it) {
  const root = document.scrollingElement ?? document.body;
  for (let within = it.parentElement; within && within !== root; within = within.parentElement) {
    if (within.scrollHeight > within.clientHeight && /auto|scroll/.test(getComputedStyle(within).overflowY)) return within;
  }
  return root;
}
