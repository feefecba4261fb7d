/** Brings a wasm file and the glue that wasm-bindgen made for it together. */
import { guard } from "./guard.js";

/**
 * Resolves to what the wasm exports, as its glue gives it. Rejects where it does not run.
 *
 * @param {URL} address
 * @param {object} glue The module that wasm-bindgen made, with the short names of `xtask/src/glue.rs`.
 */
export async function load(address, glue) {
  // Not while streaming: that is for servers that know what a wasm is.
  const reply = await fetch(address);
  const { instance } = await WebAssembly.instantiate(await reply.arrayBuffer(), { a: glue.imports });
  glue.begin(guard(instance.exports));
  return glue;
}
