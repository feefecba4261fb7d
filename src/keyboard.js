/**
 * Keeps the nudge above a touch screen's keyboard. Phones lay it over the page, and what is fixed to
 * the lower edge with it; only the visual viewport says what is left to be seen.
 */
import { after, cancel } from "./clock.js";
import { listen } from "./listener.js";

/** What a keyboard takes at the least, in CSS pixels; the bars of a browser take less. */
const LEAST = 100;

export function stayAbove(card, signal) {
  const seen = window.visualViewport;
  if (!seen) return;
  let timer;
  function look() {
    const covered = innerHeight - seen.height - seen.offsetTop;
    // Who has zoomed in sees less of the page too.
    const keyboard = seen.scale === 1 && covered >= LEAST;
    card.style.setProperty("--_keyboard", `${keyboard ? covered : 0}px`);
  }
  /** The layout is read by a timer, never within an event. */
  function soon() {
    cancel(timer);
    timer = after(0, look);
  }
  listen(seen, "resize scroll", soon, signal);
  listen(signal, "abort", () => cancel(timer));
}
