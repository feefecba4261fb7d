/**
 * Why a survey is not shown: the first thing that holds it back, and all of its triggers and
 * conditions with what was found of each, in words for those who wrote the definition.
 */
import { now } from "../src/clock.js";
import { loadEngine } from "../src/engine.js";
import { PAGE, REFUSED, SCROLLED } from "../src/happened.js";
import { templatesIn } from "../src/locale.js";
import TEMPLATES from "../src/templates-more.json";
import { measureScroller } from "../src/sensor/scroll.js";
import { describe } from "./findings.js";

const FULL = new URL("full.wasm", import.meta.url);

/**
 * @param {string} survey
 * @param {object} widget What runs.
 * @param {any[][]} told What its engine says, as `explain` of `src/rules.rs` has it.
 */
export async function explain(survey, widget, [progress, ...why]) {
  const [busy, due, come, ...truths] = progress;
  const [[held, until], triggersFound, conditions = [0]] = why.length ? why : await findOut(survey, widget);
  const { triggers, audience, layout } = widget.definition.surveys.find(({ id }) => id === survey);
  const moments = truths.map((truth, index) => [truth, triggersFound[index + 1]]);
  const known = [];
  for (let at = 1; at < conditions.length; at += 2) known.push([conditions[at], conditions[at + 1]]);
  const hold = why.length ? { hold: held, until } : firstOf({ busy, held, until, due, come });
  return describe({ survey, ...hold, triggers, audience: whom(audience, layout) }, moments, known);
}

/** What stands in an element is asked only where the element is: a condition after all others. */
function whom(audience, layout) {
  if (!layout?.inline) return audience;
  const there = { element: layout.inline };
  return audience ? { all: [audience, there] } : there;
}

/**
 * The edition that most visitors load knows how far its triggers are. Another engine, with the same
 * page before it and the same things remembered, finds out the rest.
 */
async function findOut(survey, { definition, known }) {
  const engine = await loadEngine(FULL);
  const [, , , [, ...scrolls]] = engine("start", now(), 0n, JSON.stringify(definition), templatesIn({}, TEMPLATES), known(), "");
  const step = (what, text, ...numbers) => engine("step", now(), what, text, ...numbers);
  step(PAGE, [location.pathname, location.href, document.referrer].join("\n"));
  // What a page view alone brings about is not to be shown from here.
  step(REFUSED, "");
  for (const name of scrolls) {
    const [it, height] = measureScroller(name) ?? [];
    if (it) step(SCROLLED, name, it.scrollTop, it.clientHeight, height, 0);
  }
  const [, ...why] = engine("explain", now(), survey, known());
  return why;
}

/** By the numbers of `findings.js`. What the other engine says of triggers is not of this page. */
function firstOf({ busy, held, until, due, come }) {
  if (busy) return { hold: BUSY, until: NEVER };
  if (held && !OF_TRIGGERS.includes(held)) return { hold: held, until };
  if (due < NEVER) return due > now() ? { hold: DELAY, until: due } : { hold: 0, until: NEVER };
  return { hold: come === TRUE ? MISSED : TRIGGERS, until: NEVER };
}

const BUSY = 1;
const TRIGGERS = 4;
const MISSED = 12;
const DELAY = 13;
const OF_TRIGGERS = [BUSY, TRIGGERS, MISSED, DELAY];
const TRUE = 2;

/** No date of JavaScript's reaches so far (ECMAScript, 21.4.1.1). */
const NEVER = 8.64e15 + 1;
