/**
 * What a team needs and a visitor never loads: the mistakes of a definition by name, and why a
 * survey is not shown.
 */
import { loadEngine } from "../src/engine.js";
import { templatesIn } from "../src/locale.js";
import TEMPLATES from "../src/templates-more.json";

export { explain } from "./explain.js";

const NO_DEFINITION = "definition: expected data-definition on the script tag, or a <script data-effortlet>";
const NO_JSON = "definition: expected JSON";
const WASM = new URL("check.wasm", import.meta.url);

/**
 * Resolves to one text for each mistake, in reading order.
 *
 * @param {object} started What `start` of module.js has come to: what runs, or why nothing does.
 */
export async function check(started) {
  if (!started.surveys) return [word(started)];
  return read("check", started.definition);
}

/** Resolves to one text for each wording that says the opposite of its scale's direction. */
export const lint = (definition) => read("lint", definition);

async function read(name, definition) {
  const engine = await loadEngine(WASM);
  const [[, ...found]] = engine(name, JSON.stringify(definition), templatesIn({}, TEMPLATES));
  return found;
}

/** By what `read` of module.js found; anything else is the engine's fault. */
function word(found) {
  if (!("definition" in found)) return `widget: expected a browser that runs ${new URL("effortlet.wasm", import.meta.url)}`;
  const { definition, text, reply } = found;
  if (text !== undefined) return NO_JSON;
  if (definition === undefined) return NO_DEFINITION;
  if (reply?.ok || !(typeof definition === "string" || definition instanceof URL)) return NO_JSON;
  return `${NO_JSON} at ${definition}, got ${reply ? `status ${reply.status}` : "no reply"}`;
}
