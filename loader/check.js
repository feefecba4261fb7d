/**
 * For teams: the mistakes of a definition by name, and why a survey is not shown, in words. A file of
 * its own: a page loads it only where there are mistakes, or where it asks.
 */
import { glue } from "glue:check";
import { load } from "./wasm.js";
import { templatesIn } from "./words.js";
import TEMPLATES from "../src/templates-more.json";

const NO_DEFINITION = "definition: expected data-definition on the script tag, or a <script data-effortlet>";
const NO_JSON = "definition: expected JSON";

let loading;
const reader = () => (loading ??= load(new URL("check.wasm", import.meta.url), glue));

/**
 * Resolves to one text for each mistake, in reading order.
 *
 * @param {object} started What `start` of module.js has come to: what runs, or why nothing does.
 */
export async function check(started) {
  if (!started.surveys) return [word(started)];
  return (await reader()).check(JSON.stringify(started.definition), templatesIn({}, TEMPLATES));
}

/** Resolves to one text for each wording that says the opposite of its scale's direction. */
export const lint = async (definition) => (await reader()).lint(JSON.stringify(definition), templatesIn({}, TEMPLATES));

/** Resolves to what `explain` of the widget has told of a survey, in words. */
export const explain = async (definition, told) => (await reader()).explain(JSON.stringify(definition), told);

/** By what `read` of module.js found; anything else is the widget's fault. */
function word(found) {
  if (!("definition" in found)) return `widget: expected a browser that runs ${new URL("effortlet.wasm", import.meta.url)}`;
  const { definition, text, reply } = found;
  if (text !== undefined) return NO_JSON;
  if (definition === undefined) return NO_DEFINITION;
  if (reply?.ok || !(typeof definition === "string" || definition instanceof URL)) return NO_JSON;
  return `${NO_JSON} at ${definition}, got ${reply ? `status ${reply.status}` : "no reply"}`;
}
