/** Brings a wasm file and the glue that wasm-bindgen made for it together. */
import { guard } from "./guard.js";
import { request, within } from "./parts.js";

/** The smallest one there is. */
const NOTHING = [0, 97, 115, 109, 1, 0, 0, 0];

/** Whether the browser and the page's content security policy let any wasm run: a refusal is reported to the page. */
export function canRun() {
  try {
    // WebKit refuses only this, not a module alone.
    return !!new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(NOTHING)));
  } catch {
    return false;
  }
}

/**
 * Resolves to what the wasm exports, as its glue gives it. Rejects with where it did not run.
 *
 * @param {URL} address
 * @param {object} glue The module that wasm-bindgen made, with the short names of `xtask/src/glue.rs`.
 * @param {string} integrity Its hash.
 */
export async function load(address, glue, integrity) {
  try {
    // Not while streaming: that is for servers that know what a wasm is.
    const bytes = await within(address, async (signal) => (await fetch(address, request(signal, integrity))).arrayBuffer());
    const guarded = guard(glue.imports);
    const { instance } = await WebAssembly.instantiate(bytes, { a: guarded.imports });
    glue.begin(guarded.exports(instance.exports));
  } catch (error) {
    throw { address, integrity, ...error };
  }
  return glue;
}
