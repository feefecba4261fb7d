/**
 * The engine in its wasm: texts go in as UTF-8 in its memory, numbers as they are. What it says comes
 * out value by value, as lists of texts and numbers.
 *
 * The calling convention is wasm-bindgen's. The glue that it writes itself is for every type there
 * is and weighs 0.9 KB more.
 */
import { isSelector } from "./selector.js";

/**
 * Resolves to a way to call what the wasm exports, by name; each call gives the lists that it says.
 * Rejects where it does not run.
 */
export async function loadEngine(address) {
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  const read = (start, length) => decoder.decode(new Uint8Array(wasm.memory.buffer, start, length));

  const write = (text) => {
    if (!text) return [1, 0];
    const bytes = encoder.encode(text);
    const start = wasm.__wbindgen_malloc(bytes.length, 1);
    new Uint8Array(wasm.memory.buffer).set(bytes, start);
    return [start, bytes.length];
  };

  let lists;
  let list;

  /** All that the wasm imports, see `src/page.rs`. */
  const page = {
    begin: (what) => lists.push((list = [what])),
    number: (it) => list.push(it),
    text: (...it) => list.push(read(...it)),
    isSelector: (...it) => isSelector(read(...it)),
  };

  // Not while streaming: that is for servers that know what a wasm is.
  const reply = await fetch(address);
  const { instance } = await WebAssembly.instantiate(await reply.arrayBuffer(), { page });
  const wasm = instance.exports;

  return (name, ...values) => {
    lists = [];
    wasm[name](...values.flatMap((value) => (typeof value === "string" ? write(value) : value)));
    return lists;
  };
}
