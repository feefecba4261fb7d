/** Now, later and chance. The only file that asks the browser for them. */
import { quiet } from "./quiet.js";

/** The longest wait a browser keeps, about 24 days. What is due later is looked at again then. */
const LONGEST = 2 ** 31 - 1;

/** Milliseconds since 1970, by the visitor's clock. */
export const now = () => Date.now();

/** Calls once, after so many milliseconds; gives what `cancel` takes. */
export const after = (span, call) => setTimeout(quiet(call), Math.min(span, LONGEST));

/** Ends the task: what follows is one of its own, at once. A timer would wait, longer in hidden tabs. */
export const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

export const cancel = (timer) => clearTimeout(timer);

/** 64 bits of randomness. */
export const seed = () => crypto.getRandomValues(new BigUint64Array(1))[0];

/** Of the visitor's clock, to the east. */
export const minutesFromUtc = () => -new Date().getTimezoneOffset();
