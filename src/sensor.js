/**
 * What happens in the page, reported as inputs. One file for each thing we listen to.
 *
 * Listens only to what a trigger needs. Never stops, delays or changes an event of the page.
 */
import { PAGE } from "./happened.js";
import { watchAttention } from "./sensor/attention.js";
import { watchClicks } from "./sensor/click.js";
import { watchExit } from "./sensor/exit.js";
import { watchRoute } from "./sensor/route.js";
import { scrolled, watchScroll } from "./sensor/scroll.js";
import { watchVisibility } from "./sensor/visible.js";

/**
 * @param {{attention: number, exit: number, clicks: string[], scrolls: string[]}} needs
 * @param {(what: number, text?: string, ...numbers: number[]) => void} tell
 * @param {AbortSignal} signal Ends it.
 * @param {{turn: () => void, isMeant: (target: Element, position: number) => boolean}} [more] Called
 * before each page view; and of what a selector of clicks has found.
 * @returns When the visitor last acted, where anything needs that; what is read as the page scrolls,
 * to which more may be added, and a way to have it read.
 */
export function sense({ attention, exit, clicks, scrolls }, tell, signal, more) {
  watchVisibility(tell, signal);
  const acts = attention && watchAttention(tell, signal);
  if (scrolls.length) {
    acts.readings = [scrolled([...new Set(scrolls)])];
    acts.readSoon = watchScroll(acts.readings, acts, tell, signal);
  }
  const turn = (page) => {
    more?.turn();
    tell(PAGE, page);
    acts?.readSoon?.();
  };
  watchRoute(turn, signal);
  if (exit) watchExit(tell, signal);
  if (clicks.length) watchClicks(clicks, tell, signal, more?.isMeant);
  return acts;
}
