/** Listening. Always passive: a guest stops no event. */
import { after } from "./clock.js";
import { quiet } from "./quiet.js";

/**
 * Listens in the capture phase, so that no handler of the page can hide an event from us.
 *
 * @param {EventTarget} target
 * @param {string} names One or more, with spaces between them.
 * @param {(event: any) => void} call
 * @param {AbortSignal} [signal] Ends it.
 */
export function listen(target, names, call, signal) {
  for (const name of names.split(" ")) hear(target, name, quiet(call), signal);
}

/** The same for one event and a call that cannot throw; without `capture`, of the target's own alone. */
export function hear(target, name, call, signal, capture = true) {
  target.addEventListener(name, call, { capture, passive: true, signal });
}

/** What listens again, by the milliseconds until then: what is heard meanwhile shares one timer. */
const resting = {};

/**
 * Listens for what comes many times a second: hears one event, and the next only after a rest of at
 * most so many milliseconds, so that those between cost the page nothing. `then` is called there.
 */
export function sample(target, names, rest, call, signal, then) {
  for (const name of names.split(" ")) {
    const arm = () => target.addEventListener(name, take, { capture: true, once: true, passive: true, signal });
    const again = quiet(() => {
      arm();
      then?.();
    });
    const take = quiet((event) => {
      resting[rest] ??= begin(rest);
      resting[rest].push(again);
      call(event);
    });
    arm();
  }
}

function begin(rest) {
  const calls = [];
  after(rest, () => {
    delete resting[rest];
    calls.forEach((again) => again());
  });
  return calls;
}
