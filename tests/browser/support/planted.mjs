/**
 * A wasm file with a trap planted in it, as a mistake of ours would be one.
 */
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

/**
 * The same file, but the function that is exported by a name traps when it is called for the
 * `times`-th time.
 */
export function plant(bytes, name, times) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  const { value } = binaryen.getExportInfo(module.getExport(name));
  const func = module.getFunction(value);
  const { body, results } = binaryen.getFunctionInfo(func);
  const count = `planted ${name}`;
  module.addGlobal(count, binaryen.i32, true, module.i32.const(0));
  const read = () => module.global.get(count, binaryen.i32);
  const step = module.global.set(count, module.i32.add(read(), module.i32.const(1)));
  const trap = module.if(module.i32.eq(read(), module.i32.const(times)), module.unreachable());
  binaryen.Function.setBody(func, module.block(null, [step, trap, body], results));
  const planted = module.emitBinary();
  module.dispose();
  return Buffer.from(planted);
}
