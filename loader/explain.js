/**
 * Why a survey is not shown: the first thing that holds it back, and all of its triggers and
 * conditions with what was found of each, in words for those who wrote the definition.
 */
import { now } from "../src/clock.js";
import { loadEngine } from "../src/engine.js";
import { PAGE, SCROLLED } from "../src/happened.js";
import { templatesIn } from "../src/locale.js";
import { measureScroller } from "../src/sensor/scroll.js";
import { describe } from "./findings.js";

const FULL = new URL("full.wasm", import.meta.url);

/**
 * @param {string} survey
 * @param {object} widget What runs.
 * @param {any[][]} told What its engine says.
 */
export async function explain(survey, widget, [[hold, until, ...truths], ...found]) {
  const [triggersFound, conditions = [0]] = found.length ? found : await findAgain(survey, widget);
  const { triggers, audience } = widget.definition.surveys.find(({ id }) => id === survey);
  const moments = truths.map((truth, index) => [truth, triggersFound[index + 1]]);
  const known = [];
  for (let at = 1; at < conditions.length; at += 2) known.push([conditions[at], conditions[at + 1]]);
  return describe({ survey, hold, until, triggers, audience }, moments, known);
}

/**
 * The edition that most visitors load knows whether, and not what: another engine, with the same
 * page before it and the same things remembered, finds it out.
 */
async function findAgain(survey, { definition, known }) {
  const engine = await loadEngine(FULL);
  const [, , , [, ...scrolls]] = engine("start", now(), 0n, JSON.stringify(definition), templatesIn({}), known(), "");
  const step = (what, text, ...numbers) => engine("step", now(), what, text, ...numbers);
  step(PAGE, [location.pathname, location.href, document.referrer].join("\n"));
  for (const name of scrolls) {
    const [it, height] = measureScroller(name) ?? [];
    if (it) step(SCROLLED, name, it.scrollTop, it.clientHeight, height, 0);
  }
  const [, ...found] = engine("explain", now(), survey, known());
  return found;
}
