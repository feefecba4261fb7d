/**
 * A wasm file with a trap planted in it, as a mistake of ours would be one.
 */
import assert from "node:assert/strict";
import binaryen from "binaryen";

const { BulkMemory, Multivalue, MutableGlobals, NontrappingFPToInt, ReferenceTypes, SignExt } = binaryen.Features;

/** What ours uses; of all that there are, a browser may refuse one. */
const FEATURES = BulkMemory | Multivalue | MutableGlobals | NontrappingFPToInt | ReferenceTypes | SignExt;

/** The names of the functions that a wasm file exports. */
export function exported(bytes) {
  const module = binaryen.readBinary(bytes);
  const isOwn = ({ value }) => binaryen.getFunctionInfo(module.getFunction(value)).module === "";
  const all = Array.from({ length: module.getNumExports() }, (_, index) => binaryen.getExportInfo(module.getExportByIndex(index)));
  const names = all.filter(({ kind }) => kind === binaryen.ExternalFunction).filter(isOwn).map(({ name }) => name);
  module.dispose();
  return names;
}

/** What calls are counted up to, and a start that stands in the file for the one that is asked for: as long, and nowhere else. */
const LIMIT = 0x12345678;
const START = LIMIT - 1_000;

/**
 * The same file, but with a trap in each function that is exported by one of these names. Gives what makes
 * the file for a number: a function traps when it is called for the `times`-th time.
 */
export function planting(bytes, names) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  for (const name of names) plant(module, name);
  const planted = Buffer.from(module.emitBinary());
  module.dispose();
  const places = placesOf(planted, encoded(START));
  assert.equal(places.length, names.length, "expected one start for each function");
  return (times) => {
    const file = Buffer.from(planted);
    for (const place of places) encoded(LIMIT - times).copy(file, place);
    return file;
  };
}

function plant(module, name) {
  const { value } = binaryen.getExportInfo(module.getExport(name));
  const func = module.getFunction(value);
  const { body, results } = binaryen.getFunctionInfo(func);
  const count = `planted ${name}`;
  module.addGlobal(count, binaryen.i32, true, module.i32.const(START));
  const read = () => module.global.get(count, binaryen.i32);
  const step = module.global.set(count, module.i32.add(read(), module.i32.const(1)));
  const trap = module.if(module.i32.eq(read(), module.i32.const(LIMIT)), module.unreachable());
  binaryen.Function.setBody(func, module.block(null, [step, trap, body], results));
}

function placesOf(file, part) {
  const places = [];
  for (let at = file.indexOf(part); at >= 0; at = file.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** A number as a wasm file has it, seven bits a byte, the lowest first. Not for those whose sign would be lost. */
function encoded(number) {
  const bytes = [];
  let left = number;
  for (; left > 63; left >>= 7) bytes.push((left & 127) | 128);
  return Buffer.from([...bytes, left]);
}
