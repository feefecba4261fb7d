/**
 * What `import … from "effortlet"` gives: the calls of the script tag, and `start`, which adds the tag.
 * A file of its own, since no bundler can follow `module.js`, which loads what is beside it.
 *
 * Importing it does nothing, and on a server so does every call.
 */
import { begin, call } from "./tag.js";

export const start = (options) => begin(options);
export const stop = () => call("stop");
export const track = (name, properties) => call("track", name, properties);
export const condition = (name, says) => call("condition", name, says);
export const show = (survey) => call("show", survey).then(Boolean);
export const identify = (traits) => call("identify", traits);
export const consent = (says) => call("consent", says);
export const explain = (survey) => call("explain", survey);
export const forget = () => call("forget").then(Boolean);
const exportKept = () => call("export");
export { exportKept as export };
