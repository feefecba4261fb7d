/**
 * What a team needs and a visitor never loads: the mistakes of a definition by name, and why a
 * survey is not shown.
 */
import { loadEngine } from "../src/engine.js";
import { templatesIn } from "../src/locale.js";

const NO_DEFINITION = "definition: expected data-definition on the script tag, or a <script data-effortlet>";
const NO_JSON = "definition: expected JSON";
const WASM = new URL("check.wasm", import.meta.url);

/** Why nothing was started, by what `read` of module.js found; anything else is the engine's fault. */
export function word(found) {
  if (!("definition" in found)) return `widget: expected a browser that runs ${new URL("effortlet.wasm", import.meta.url)}`;
  const { definition, text, reply } = found;
  if (text !== undefined) return NO_JSON;
  if (definition === undefined) return NO_DEFINITION;
  if (reply?.ok || !(typeof definition === "string" || definition instanceof URL)) return NO_JSON;
  return `${NO_JSON} at ${definition}, got ${reply ? `status ${reply.status}` : "no reply"}`;
}

/** Resolves to one text for each mistake, in reading order. */
export async function check(definition) {
  const engine = await loadEngine(WASM);
  return JSON.parse(engine("check", JSON.stringify(definition), templatesIn({})));
}

const HOLDS = {
  busy: "a nudge is on display",
  unknown: "not known yet whether the audience includes this visitor",
  audience: "the audience does not include this visitor or page",
  newcomer: "a first visit has just begun",
  shown: "a survey was shown recently",
  answered: "answered recently",
  partial: "answered in part recently",
  dismissed: "dismissed recently",
  ignored: "ignored recently",
  snoozed: "put off recently",
  trigger: "its trigger has not come on this page",
};

/** What the engine found, in words. */
export function explain(survey, { hold, until, triggers }, { surveys }) {
  const names = leaves(surveys.find(({ id }) => id === survey).triggers);
  return {
    survey,
    hold: HOLDS[hold],
    until: until === null ? undefined : new Date(until).toISOString(),
    triggers: triggers.map((truth, index) => [names[index], truth]),
  };
}

/** The triggers of a tree in the order of the definition. */
function leaves(tree) {
  const [[name, below]] = Object.entries(tree);
  if (name === "not") return leaves(below);
  return name === "all" || name === "any" ? below.flatMap(leaves) : [name];
}
