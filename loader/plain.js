/**
 * The edition that knows everything, as plain JavaScript: only pages load it whose content security
 * policy lets no wasm run, and browsers that have none.
 */
import { glue } from "glue:plain";
import { instantiate } from "made:plain/engine.js";
import { guard } from "./guard.js";

export * from "./everything.js";

/** Once: a glue is for one engine. */
let begun;
export async function begin() {
  if (begun) return glue;
  const guarded = guard(glue.imports);
  glue.begin(guarded.exports(instantiate({ a: guarded.imports })));
  begun = true;
  return glue;
}
