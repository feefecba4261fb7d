/** The glue and the looks of the edition that knows everything: only sites whose definitions ask for more than most load it. */
import { glue } from "glue:full";
import { load } from "./wasm.js";

export * from "./everything.js";

/** Once: a glue is for one wasm. */
let loading;
export const begin = () => (loading ??= load(new URL("full.wasm", import.meta.url), glue, INTEGRITY["full.wasm"]));
