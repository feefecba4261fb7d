/**
 * The engine in its wasm: texts go in and come out as UTF-8 in its memory, numbers as they are.
 *
 * The calling convention is wasm-bindgen's. The glue that it writes itself is for every type there
 * is and weighs 0.9 KB more.
 */
import { isSelector } from "./selector.js";

/**
 * Resolves to a way to call what the wasm exports, by name; each gives a text. Rejects where it
 * does not run.
 */
export async function loadEngine(address) {
  const read = (start, length) => new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, start, length));

  const write = (text) => {
    const bytes = new TextEncoder().encode(text);
    const start = wasm.__wbindgen_malloc(bytes.length, 1);
    new Uint8Array(wasm.memory.buffer).set(bytes, start);
    return [start, bytes.length];
  };

  // Whatever is imported, from whatever module, is this one function: the names have a hash in
  // them, and all else that the wasm imports is for types that it never passes, or for a panic,
  // which ends in a trap of its own.
  const imports = new Proxy((...text) => isSelector(read(...text)), { get: () => imports });

  // Not while streaming: that is for servers that know what a wasm is.
  const reply = await fetch(address);
  const { instance } = await WebAssembly.instantiate(await reply.arrayBuffer(), imports);
  const wasm = instance.exports;

  return (name, ...values) => {
    const passed = values.flatMap((value) => (typeof value === "string" ? write(value) : value));
    const [start, length] = wasm[name](...passed);
    const text = read(start, length);
    wasm.__wbindgen_free(start, length, 1);
    return text;
  };
}
