import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { imported } from "./import/imported.js";

const file = (name) => new URL(`../../tests/imports/${name}`, import.meta.url);

for (const name of ["posthog.json", "formbricks.json", "qualtrics.qsf"]) {
  test(`${name} becomes what is expected, with all that is not as it was`, async () => {
    const made = imported(await readFile(file(name), "utf8"));
    const expected = file(`${name}.expected`);
    assert.deepEqual(made, JSON.parse(await readFile(expected, "utf8")));
  });
}

const posthog = (...questions) => ({ name: "S", type: "popover", questions: questions.map((it, index) => ({ question: `Q${index + 1}`, ...it })), conditions: null, appearance: null });
const formbricks = (...elements) => ({ name: "S", blocks: elements.map((it, index) => ({ id: `b${index}`, elements: [{ id: `e${index}`, headline: { default: `Q${index}` }, required: true, ...it }] })) });

for (const [name, survey, questions, note] of [
  ["a rating of three points has five now", posthog({ type: "rating", scale: 3 }), [{ id: "q1", text: "Q1", kind: "effort", scale: { points: 5 } }], "Question 1: 3 points became 5, so older ratings cannot be compared with new ones."],
  ["thumbs are yes and no", posthog({ type: "rating", scale: 2 }), [{ id: "q1", text: "Q1", kind: "yesNo" }], "Question 1: thumbs became yes or no."],
  ["a scale that begins with easy is low", posthog({ type: "rating", scale: 5, lowerBoundLabel: "Very easy", upperBoundLabel: "Very difficult" }), [{ id: "q1", text: "Q1", kind: "effort", scale: { points: 5, labels: ["Very easy", "Very difficult"], easyIs: "low" } }], "Ratings are of effort here: see in each scale which end is easy."],
  ["a way back is left out", posthog({ type: "open" }, { type: "open", branching: { type: "specific_question", index: 0 } }), [{ id: "q1", text: "Q1", kind: "text" }, { id: "q2", text: "Q2", kind: "text" }], "Question q2: a way that led back, or to what was left out, was left out too."],
  ["questions of one text have ids of their own", posthog({ type: "open", question: "Why?" }, { type: "open", question: "Why?" }), [{ id: "why", text: "Why?", kind: "text" }, { id: "why-2", text: "Why?", kind: "text" }], "Answers that PostHog has are not taken over."],
  ["stars stay stars", formbricks({ type: "rating", range: 5, scale: "star" }), [{ id: "e0", text: "Q0", kind: "effort", scale: { points: 5, look: "stars" } }], "Ratings are of effort here: see in each scale which end is easy."],
  ["what is other stays so", formbricks({ type: "multipleChoiceSingle", choices: [{ id: "a", label: { default: "A" } }, { id: "b", label: { default: "B" } }, { id: "other", label: { default: "Else" } }] }), [{ id: "e0", text: "Q0", kind: "choice", options: [{ id: "a", text: "A" }, { id: "b", text: "B" }], other: "Else" }], "Answers that Formbricks has are not taken over."],
]) {
  test(name, () => {
    const { definition, notes } = imported(JSON.stringify(survey));
    assert.deepEqual(definition.surveys[0].questions, questions);
    assert.ok(notes.includes(note), notes.join("\n"));
  });
}

for (const [name, text, mistake] of [
  ["a survey with a part missing is refused", { ...posthog({ type: "single_choice" }) }, "Expected a whole survey of PostHog: a part of it is missing"],
  ["another document is refused", { a: 1 }, "Expected a definition, which has a list of surveys, or a survey of PostHog, Formbricks or Qualtrics"],
]) {
  test(name, () => assert.equal(imported(JSON.stringify(text)).mistake, mistake));
}

test("a definition stays what it is", () => {
  const definition = { version: 1, surveys: [], extra: { of: "a team" } };
  assert.deepEqual(imported(JSON.stringify(definition)), { definition, notes: [] });
});
