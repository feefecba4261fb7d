/**
 * Names the mistakes of a definition. `module.js` imports it when there are some, so that visitors
 * of a page without mistakes never load it.
 */
import { loadEngine } from "../src/engine.js";

const WASM = new URL("check.wasm", import.meta.url);

/** Resolves to one text for each mistake, in reading order. */
export async function check(definition) {
  const engine = await loadEngine(WASM);
  return JSON.parse(engine("check", JSON.stringify(definition)));
}
