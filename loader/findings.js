/** What was found of a survey, in words. */

/** By the numbers of `src/output.rs`. */
const HOLDS = [
  undefined,
  "a nudge is on display on this page; wait until it is gone",
  undefined,
  undefined,
  undefined,
  "frequency: a first visit is left alone for its first 10 seconds",
  "frequency: a survey was shown, and the rule on shown holds",
  "frequency: it was answered, and the rule on answered holds",
  "frequency: it was answered in part, and the rule on partial holds",
  "frequency: it was closed without an answer, and the rule on dismissed holds",
  "frequency: it was shown and not touched, and the rule on ignored holds",
  "frequency: it was put off, and the rule on snoozed holds",
  "triggers: they came while something else held it back, such as a nudge in another tab; bring them about again",
  "triggers: they have come; wait for their delay",
  "manners: a dialog or a popover is open; close it",
  "manners: something fills the screen; leave it",
  "manners: the visitor was typing in the last 3 seconds; wait",
  "manners: words are selected; click elsewhere",
  "manners: a video is playing with its sound on; pause it",
  "manners: a field of a touch screen has the focus, and its keyboard is open; leave the field",
  "triggers: they have come, and it is put off to the next page; open another one",
];
const AUDIENCE = [2, 3];
const TRIGGERS = 4;

const TRUTHS = ["false", "unknown", "true"];

/** Why a departure did not count, by the numbers of `trigger/exit.rs`. */
const DEPARTURES = [
  "the pointer has not left by the top",
  "it left with a button held",
  "it left from a field or a list, or while one had the focus",
  "it left while something was expanded",
  "it left from a context menu",
  "it left while another window had the focus",
  "it left out of a frame",
  "it left before the page was visible for 5 seconds",
  "it left before the visitor did anything else",
  "it left after it had rested",
  "it left slowly",
  "it left by the top",
  "it came back",
];

/** How to say what was found, by the name of a trigger or a condition. */
const UNITS = {
  exitIntent: (found) => DEPARTURES[found],
  scroll: (found, { px }) => (px ? `${Math.round(found)} px` : `${rounded(found)} %`),
  event: (found, { count }) => count && times(found),
  time: (found) => `${rounded(found)} s`,
  sample: (found) => `place ${rounded(found)} of 100`,
  helpCenter(found, { articles, contactAfter, searches, pingPong, dwell, searchWithoutClick }) {
    if (articles || contactAfter) return `${found} articles`;
    if (searches) return `${found} searches`;
    if (pingPong) return times(found);
    return dwell || searchWithoutClick ? `${rounded(found)} s` : undefined;
  },
};

const rounded = (number) => Math.round(number * 10) / 10;
const times = (count) => (count === 1 ? "once" : `${count} times`);

/**
 * @param {object} told What holds it back, as a number, until when, and the trees of the definition.
 * @param {[number, any][]} moments What is known of each trigger in order, and what was found of it.
 * @param {[number, any][]} conditions The same of its audience.
 */
export function describe({ survey, hold, until, triggers, audience }, moments, conditions) {
  const told = {
    survey,
    hold: HOLDS[hold],
    // What waiting does not help has no date that could be written.
    until: until > LATEST ? undefined : new Date(until).toISOString(),
    triggers: branch(triggers, moments),
    audience: audience && branch(audience, conditions),
  };
  if (AUDIENCE.includes(hold)) told.hold = `audience: ${[...lacks(told.audience, HOLD)].join(", and ")}`;
  if (hold === TRIGGERS) told.hold = `triggers: ${[...lacks(told.triggers, COME)].join(", and ")}`;
  return told;
}

/** The last moment that a date reaches (ECMAScript, 21.4.1.1). */
const LATEST = 8.64e15;

/** A tree with what is known of each part; takes the leaves' findings from the list. */
function branch(tree, findings) {
  const { within, ...rest } = tree;
  const [[name, below]] = Object.entries(rest);
  const parts = (name === "not" ? [below] : ["all", "any", "seq"].includes(name) && below)?.map?.((it) => branch(it, findings));
  if (parts) return { name, is: COMBINED[name](parts.map(({ is }) => is)), parts, ...(within && { terms: { within } }) };
  const [truth, found] = findings.shift();
  return { name, is: TRUTHS[truth], terms: below, found: spelled(name, found, below) };
}

/** In three values, as `tree.rs` has it. */
const COMBINED = {
  all: (truths) => TRUTHS.find((truth) => truths.includes(truth)) ?? "true",
  any: (truths) => TRUTHS.findLast((truth) => truths.includes(truth)) ?? "false",
  not: ([truth]) => ({ true: "false", false: "true" })[truth] ?? truth,
  seq: (truths) => truths.at(-1),
};

function spelled(name, found, terms) {
  const word = UNITS[name] && found !== "" ? UNITS[name](found, terms) : found;
  return word === "" || word === undefined ? undefined : `${word}`;
}

/** How a condition, and how a trigger is known. */
const HOLD = { true: "holds", false: "does not hold", unknown: "is not known" };
const COME = { true: "has come", false: "has not come", unknown: "is not known yet" };

/** What would have to be otherwise, in these words: the first thing of all, each of any. */
function* lacks({ name, is, parts, terms, found }, words, wanted = "true") {
  if (is === wanted) return;
  if (!parts) {
    const what = Object.keys(terms).length ? `${name} ${JSON.stringify(terms)}` : name;
    const later = is === "unknown" && name === "sample" ? " until the triggers come" : "";
    yield `${what} ${words[is]}${later}${found === undefined ? "" : `, found: ${found}`}`;
  } else if (name === "not") yield* lacks(parts[0], words, wanted === "true" ? "false" : "true");
  else if ((name === "any") === (wanted === "true")) for (const part of parts) yield* lacks(part, words, wanted);
  else yield* lacks(parts.find((part) => part.is !== wanted), words, wanted);
}
