/** Now, later and chance. The only file that asks the browser for them. */
import { quiet } from "./quiet.js";

/** The longest wait a browser keeps, about 24 days. What is due later is looked at again then. */
const LONGEST = 2 ** 31 - 1;

/** Milliseconds since 1970, by the visitor's clock. */
export const now = () => Date.now();

/** Calls once, after so many milliseconds; gives what `cancel` takes. */
export const after = (span, call) => setTimeout(quiet(call), Math.min(span, LONGEST));

export const cancel = (timer) => clearTimeout(timer);

/** 64 bits of randomness. */
export const seed = () => crypto.getRandomValues(new BigUint64Array(1))[0];
