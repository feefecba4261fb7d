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
  ["a question of effort or satisfaction is a rating", formbricks({ type: "ces", range: 5, scale: "number", lowerLabel: { default: "Strongly disagree" }, upperLabel: { default: "Strongly agree" } }, { type: "csat", range: 5, scale: "smiley" }), [{ id: "e0", text: "Q0", kind: "effort", scale: { points: 5, labels: ["Strongly disagree", "Strongly agree"] } }, { id: "e1", text: "Q1", kind: "effort", scale: { points: 5, look: "faces" } }], "Ratings are of effort here: see in each scale which end is easy."],
  ["what is no word or answer of a question is named", formbricks({ type: "openText", inputType: "email", placeholder: { default: "you@acme.example" } }), [{ id: "e0", text: "Q0", kind: "text" }], "Question e0: what is written is not checked to be of its kind (e-mail, number and the like)."],
  ["what a survey has beside its questions is named", { ...formbricks({ type: "openText" }), followUps: [{ id: "f" }] }, [{ id: "e0", text: "Q0", kind: "text" }], "Follow-ups by e-mail were left out."],
  ["a choice of one with ways of its own is yes or no", posthog({ type: "single_choice", choices: ["Agreed"], branching: { type: "response_based", responseValues: { 0: "end" } } }), [{ id: "q1", text: "Q1", kind: "yesNo" }], "Question q1: the way for “0” was left out."],
  ["an introduction and an event without a name are left out", { ...posthog({ type: "open" }), appearance: { displayIntroScreen: true }, conditions: { events: { values: [{ name: " " }, { name: "paid" }] } } }, [{ id: "q1", text: "Q1", kind: "text" }], "Its introduction was left out."],
  ["what is other stays so", formbricks({ type: "multipleChoiceSingle", choices: [{ id: "a", label: { default: "A" } }, { id: "b", label: { default: "B" } }, { id: "other", label: { default: "Else" } }] }), [{ id: "e0", text: "Q0", kind: "choice", options: [{ id: "a", text: "A" }, { id: "b", text: "B" }], other: "Else" }], "Answers that Formbricks has are not taken over."],
]) {
  test(name, () => {
    const { definition, notes } = imported(JSON.stringify(survey));
    assert.deepEqual(definition.surveys[0].questions, questions);
    assert.ok(notes.includes(note), notes.join("\n"));
  });
}

/** A survey file with these questions in one block, and what else stands in it. */
const qualtrics = (questions, { flow = [], blocks = {}, options = {}, more = [] } = {}) => ({
  SurveyEntry: { SurveyName: "S", SurveyLanguage: "EN" },
  SurveyElements: [
    { Element: "BL", Payload: { 1: { Type: "Standard", ID: "BL_1", Description: "Main", BlockElements: questions.map((_, index) => ({ Type: "Question", QuestionID: `QID${index + 1}` })), ...blocks } } },
    { Element: "FL", Payload: { Type: "Root", Flow: [{ Type: "Block", ID: "BL_1" }, ...flow] } },
    { Element: "SO", Payload: options },
    ...more,
    ...questions.flatMap((it, index) => (it ? [{ Element: "SQ", PrimaryAttribute: `QID${index + 1}`, Payload: { QuestionID: `QID${index + 1}`, DataExportTag: `Q${index + 1}`, QuestionText: "T", QuestionType: "TE", Selector: "SL", Validation: { Settings: { ForceResponse: "ON" } }, Language: [], ...it } }] : [])),
  ],
});
const listed = (...texts) => Object.fromEntries(texts.map((it, index) => [index + 1, typeof it === "string" ? { Display: it } : it]));
const one = (...texts) => ({ QuestionType: "MC", Selector: "SAVR", Choices: listed(...texts) });
const OPEN = { Display: "Other", TextEntry: "true" };
const q1 = (more) => ({ id: "q1", text: "T", ...more });
const options = (...texts) => texts.map((text) => ({ id: text.toLowerCase(), text }));

for (const [name, survey, questions, note] of [
  ["a choice with one answer and an open one is among both", qualtrics([one("Alpha", OPEN)]), [q1({ kind: "choice", options: [{ id: "alpha", text: "Alpha" }, { id: "option-2", text: "Other" }] })], "Question Q1: its open answer became one without room for words, since a choice is among two."],
  ["one answer alone is yes or no", qualtrics([one("I agree")]), [q1({ kind: "yesNo" })], "Question Q1: its only answer, “I agree”, became yes or no."],
  ["an open answer alone is a text", qualtrics([one(OPEN)]), [q1({ kind: "text" })], "Question Q1: its only answer, which is open, became a text."],
  ["a matrix of one column is a choice of many", qualtrics([{ QuestionType: "Matrix", Selector: "Likert", SubSelector: "MultipleAnswer", Choices: listed("Alpha", "Beta"), Answers: listed("Used") }]), [q1({ kind: "choice", options: options("Alpha", "Beta"), many: true })], "Question Q1: its 2 rows with one column, “Used”, became a choice of many."],
  ["a question that the file lacks is named", qualtrics([{}, undefined]), [q1({ kind: "text" })], "Question QID2: was left out, the file names it and does not have it."],
  ["what is no text of a question is named", qualtrics([{ QuestionJS: "alert()", QuestionText: 'T <img src="a.png">', Validation: { Settings: { ForceResponse: "ON", Type: "ContentType" } } }]), [q1({ kind: "text" })], "Question Q1: its JavaScript was left out."],
  ["an answer that rules out the others is named", qualtrics([one("Alpha", { Display: "Beta", ExclusiveAnswer: true })]), [q1({ kind: "choice", options: options("Alpha", "Beta") })], "Question Q1: an answer that rules out the others does not here."],
  ["of two open answers one stays", qualtrics([one("Alpha", "Beta", OPEN, { Display: "More", TextEntry: "true" })]), [q1({ kind: "choice", options: options("Alpha", "Beta", "More"), other: "Other" })], "Question Q1: of its 2 open answers only “Other” has room for words."],
  ["what the flow has beside blocks is named", qualtrics([{}], { flow: [{ Type: "EmbeddedData" }, { Type: "Branch", Flow: [{ Type: "EndSurvey" }] }] }), [q1({ kind: "text" })], "Ends of the survey flow, and where they lead to, were left out."],
  ["a loop is named", qualtrics([{}], { blocks: { Options: { Looping: "Static" } } }), [q1({ kind: "text" })], "Block Main: it is asked once, and does not loop."],
  ["a message at the end is named", qualtrics([{}], { options: { EOSMessage: "<b>Bye</b>", Header: "" } }), [q1({ kind: "text" })], "The message at the end was left out: the nudge says its own thank-you."],
]) {
  test(name, () => {
    const { definition, notes } = imported(JSON.stringify(survey));
    assert.deepEqual(definition.surveys[0].questions, questions);
    assert.ok(notes.includes(note), notes.join("\n"));
  });
}

test("texts are as long as one response has room for, and what does not fit is left out", () => {
  const lengths = [6, 20, 200].map((count) => {
    const { definition, notes } = imported(JSON.stringify(qualtrics(Array.from({ length: count }, () => ({})))));
    const { questions } = definition.surveys[0];
    return [questions.length, questions[0].limit, notes.filter((it) => it.startsWith("Survey s: ")).length];
  });
  assert.deepEqual(lengths, [[6, undefined, 0], [20, 580, 1], [86, 100, 2]]);
});

test("a file of which nothing can be asked is refused, and says why", () => {
  const { mistake } = imported(JSON.stringify(qualtrics([{ QuestionType: "HotSpot" }, { QuestionType: "Timing" }])));
  assert.match(mistake, /^Nothing of it can be asked here\. .*Question Q1: was left out, there is no question of the kind HotSpot here\. Question Q2: /);
});

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
