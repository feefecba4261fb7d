/**
 * What a team needs and a visitor never loads: the mistakes of a definition by name, and why a
 * survey is not shown.
 */
import { loadEngine } from "../src/engine.js";
import { templatesIn } from "../src/locale.js";

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
  const engine = await loadEngine(WASM);
  const [[, ...problems]] = engine("check", JSON.stringify(started.definition), templatesIn({}));
  return problems;
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

/** By the numbers of `src/output.rs`. */
const HOLDS = [
  undefined,
  "a nudge is on display on this page; wait until it is gone",
  "sample: this visitor is drawn when the trigger comes; wait for the trigger",
  "audience: this visitor or page does not belong to it",
  "triggers: they have not come on this page; bring them about",
  "frequency: a first visit is left alone for its first 10 seconds",
  "frequency: a survey was shown, and the rule on shown holds",
  "frequency: it was answered, and the rule on answered holds",
  "frequency: it was answered in part, and the rule on partial holds",
  "frequency: it was closed without an answer, and the rule on dismissed holds",
  "frequency: it was shown and not touched, and the rule on ignored holds",
  "frequency: it was put off, and the rule on snoozed holds",
  "triggers: they came while something else held it back, such as a nudge in another tab; bring them about again",
  "triggers: they have come; wait for their delay",
];
const TRUTHS = ["false", "unknown", "true"];

/** What the engine found, in words. What waiting does not help has no date that could be written. */
export function explain(survey, [hold, until, ...truths], { surveys }) {
  const names = leaves(surveys.find(({ id }) => id === survey).triggers);
  return {
    survey,
    hold: HOLDS[hold],
    until: until > LATEST ? undefined : new Date(until).toISOString(),
    triggers: truths.map((truth, index) => [names[index], TRUTHS[truth]]),
  };
}

/** The last moment that a date reaches (ECMAScript, 21.4.1.1). */
const LATEST = 8.64e15;

/** The triggers of a tree in the order of the definition. */
function leaves(tree) {
  const [[name, below]] = Object.entries(tree);
  if (name === "not") return leaves(below);
  return name === "all" || name === "any" ? below.flatMap(leaves) : [name];
}
