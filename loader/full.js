/** The glue and the looks of the edition that knows everything: only sites whose definitions ask for more than most load it. */
import * as glue from "glue:full";
import { load } from "./wasm.js";
import ASKING from "../src/view/choice-and-look.css";
import LAYOUT from "../src/view/layout.css";

export { followDataLayer } from "../src/fallback/data-layer.js";

/** Beside the ordinary ones. */
export const styles = [ASKING, LAYOUT];

export const begin = () => load(new URL("full.wasm", import.meta.url), glue);
