/**
 * What was found of a survey, in words for those who wrote its definition: the first thing that
 * holds it back, and each part of its trees.
 */
import { combination, condition, happening, later } from "./phrases.js";
import { foundOfCondition, foundOfTrigger } from "./units.js";

/** By the numbers of `src/output.rs`. */
const HOLDS = [
  undefined,
  "a nudge is on display on this page; wait until it is gone",
  undefined,
  undefined,
  undefined,
  "frequency: a first visit is left alone for its first 10 seconds",
  "frequency: a survey was shown before, and the rule on shown keeps quiet",
  "frequency: it was answered before, and the rule on answered keeps quiet",
  "frequency: it was answered in part before, and the rule on partial keeps quiet",
  "frequency: it was closed without an answer before, and the rule on dismissed keeps quiet",
  "frequency: it was shown and not touched before, and the rule on ignored keeps quiet",
  "frequency: it was put off before, and the rule on snoozed keeps quiet",
  "triggers: they came while something else held it back, such as a nudge in another tab; bring them about again",
  "triggers: they have come; wait for their delay",
  "manners: a dialog or a popover is open; close it",
  "manners: something fills the screen; leave it",
  "manners: the visitor typed in the last 3 seconds; wait",
  "manners: words are selected; click elsewhere",
  "manners: a video is playing with its sound on; pause it",
  "manners: a field of a touch screen has the focus, and its keyboard is open; leave the field",
  "triggers: they have come, and it is put off to the next page; open another one",
];
const AUDIENCE = [2, 3];
const TRIGGERS = 4;
const RULES = [6, 7, 8, 9, 10, 11];

/** Of a rule that no moment ends: one of this session, or a maximum that is reached. */
const ENDLESS = " for this session, or for good";

const TRUTHS = ["false", "unknown", "true"];

/** The last moment that a date reaches (ECMAScript, 21.4.1.1). */
const LATEST = 8.64e15;

/**
 * @param {object} told What holds it back, as a number, until when, and the trees of the definition.
 * @param {[number, any][]} moments What is known of each trigger in order, and what was found of it.
 * @param {[number, any][]} conditions The same of its audience.
 */
export function describe({ survey, hold, until, triggers, audience }, moments, conditions) {
  // What waiting does not help has no date that could be written.
  const ends = until <= LATEST;
  const told = {
    survey,
    hold: HOLDS[hold],
    until: ends ? new Date(until).toISOString() : undefined,
    triggers: branch(triggers, moments, (name, found, terms) => ({
      wants: happening(name, terms, survey),
      later: later(terms),
      found: foundOfTrigger(name, found, terms),
    })),
    audience: (audience ?? undefined) && branch(audience, conditions, (name, found, terms) => ({
      wants: condition(name, terms),
      found: foundOfCondition(name, found, terms),
    })),
  };
  if (RULES.includes(hold) && !ends) told.hold += ENDLESS;
  if (AUDIENCE.includes(hold)) told.hold = `audience: ${joined([...lacks(told.audience, onlyWhere)])}`;
  if (hold === TRIGGERS) told.hold = `triggers: ${joined([...lacks(told.triggers, waiting)])}`;
  return told;
}

/** A tree with what is known and said of each part; takes the leaves' findings from the list. */
function branch(tree, findings, say) {
  const { within, ...rest } = tree;
  const [[name, below]] = Object.entries(rest);
  const inner = name === "not" ? [below] : ["all", "any", "seq"].includes(name) && [below].flat();
  if (inner) {
    const parts = inner.map((it) => branch(it, findings, say));
    const is = COMBINED[name](parts.map((part) => part.is));
    return { name, is, parts, wants: combination(name, within), ...(within && { terms: { within } }) };
  }
  const [truth, found] = findings.shift();
  return { name, is: TRUTHS[truth], terms: below, ...say(name, found, below) };
}

/** In three values, as `tree.rs` has it. */
const COMBINED = {
  all: (truths) => TRUTHS.find((truth) => truths.includes(truth)) ?? "true",
  any: (truths) => TRUTHS.findLast((truth) => truths.includes(truth)) ?? "false",
  not: ([truth]) => ({ true: "false", false: "true" })[truth] ?? truth,
  seq: (truths) => truths.at(-1),
};

/** What would have to be otherwise, in these words: the first thing of all, each of any. */
function* lacks(it, words, wanted = "true") {
  const { name, is, parts } = it;
  if (is === wanted) return;
  if (!parts) yield words(it, wanted);
  else if (name === "not") yield* lacks(parts[0], words, wanted === "true" ? "false" : "true");
  else if ((name === "any") === (wanted === "true")) for (const part of parts) yield* lacks(part, words, wanted);
  else yield* lacks(parts.find((part) => part.is !== wanted), words, wanted);
}

/** What they begin with is said once. */
function joined([first, ...others]) {
  const beginning = BEGINNINGS.find((words) => first.startsWith(words)) ?? "";
  const rests = others.map((it) => (it.startsWith(beginning) ? it.slice(beginning.length) : it));
  return [first, ...rests].join(", or ");
}

const BEGINNINGS = ["waiting for ", "only "];

/** Of a trigger that has not come, or has and should not. */
function waiting({ name, is, wants, found }, wanted) {
  if (wanted === "false") return `not after ${wants}${is === "true" ? ", which has come" : ", which may still come"}`;
  const read = found && (COUNTED.includes(name) ? `so far ${found}` : found);
  const known = is === "unknown" ? "nothing was read yet" : read;
  return `waiting for ${wants}${known ? ` (${known})` : ""}`;
}

const COUNTED = ["scroll", "event", "helpCenter", "time"];

/** Of a condition that does not hold, or does and should not. */
function onlyWhere({ name, is, wants, found = is === "false" && "nothing" }, wanted) {
  const missing = name === "sample" ? "drawn when the triggers come" : "not known";
  const known = is === "unknown" ? missing : found && `found ${found}`;
  return `${wanted === "true" ? "only" : "not"} where ${wants}${known ? ` (${known})` : ""}`;
}
