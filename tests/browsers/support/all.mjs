/**
 * The tests of all files in this folder's parent as one run, so that they share browsers:
 * `node --test tests/browsers/support/all.mjs`, with `EFFORTLET_BROWSERS=2` in two of each engine.
 */
import { readdirSync } from "node:fs";
import { together } from "./each-engine.mjs";

const FOLDER = new URL("../", import.meta.url);

together(async (t) => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".test.mjs")).sort();
  for (const file of files) {
    // A file that cannot be read says so, and the others run.
    await import(new URL(file, FOLDER)).catch((error) => t.test(file, () => Promise.reject(error)));
  }
});
