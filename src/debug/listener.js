/** Listening for the panel. Always passive: a guest stops no event, and never throws into the page. */

import { quiet } from "../fallback/quiet.js";

/**
 * Listens in the capture phase, so that no handler of the page can hide an event from us.
 *
 * @param {EventTarget} target
 * @param {string} names One or more, with spaces between them.
 * @param {(event: any) => void} call
 * @param {AbortSignal} signal Ends it.
 */
export function listen(target, names, call, signal) {
  for (const name of names.split(" ")) target.addEventListener(name, quiet(call), { capture: true, passive: true, signal });
}
