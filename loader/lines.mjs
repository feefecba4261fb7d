/** What commands that read a definition have in common: the file, what is printed, and how it ends. */
import { readFileSync } from "node:fs";

export const MISTAKES = 1;
export const NOTHING_TO_READ = 2;

/** Throws where there is none; - is what is piped in. */
export const read = (file) => readFileSync(file === "-" ? 0 : file, "utf8");

/** As `start` of module.js tells `check` of what it has read. */
export function parsed(text) {
  try {
    return { surveys: [], definition: JSON.parse(text.replace(/^\ufeff/, "")) };
  } catch {
    return { definition: undefined, text };
  }
}

export function say(line) {
  console.log(line);
  return 0;
}

export function fail(line) {
  console.error(`effortlet: ${line}`);
  return NOTHING_TO_READ;
}
