/**
 * loader/definition.schema.json is held to the reader by the corpus in tests/definitions.
 */
import Ajv from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../../", import.meta.url);

/** Mistakes that the reader names and a schema has no words for, with what would have to be compared. */
const BEYOND = {
  "audience-element-invalid": "the grammar of CSS",
  "audience-time-no-leap-year": "the calendar",
  "audience-time-until-before-from": "two dates",
  "audience-visitor-days-reversed": "two numbers",
  "branch-backward": "the order of the questions",
  "branch-dangling": "the ids of the questions",
  "branch-to-itself": "the ids of the questions",
  "branch-when-answer-of-a-later-question": "the order of the questions",
  "branch-when-answer-of-another-kind": "the kind of an earlier question",
  "branch-when-answer-off-the-scale": "the points of an earlier question's scale",
  "branch-when-answer-unknown": "the ids of the questions",
  "branch-when-option-unknown": "the ids of the options",
  "branch-when-other-of-none": "the ids of the options",
  "branch-when-range-is-empty": "two numbers",
  "branch-when-rating-off-the-scale": "the points of the scale",
  "choice-option-twice": "the ids of the options",
  "click-invalid-selector": "the grammar of CSS",
  "click-text-and-invalid-selector": "the grammar of CSS",
  "click-xpath": "the grammar of CSS",
  "comparison-matches-a-broken-expression": "the grammar of regular expressions",
  "comparison-matches-ignoring-case": "the grammar of regular expressions",
  "comparison-matches-too-much": "the size of a regular expression",
  "comparison-matches-with-look-ahead": "the grammar of regular expressions",
  "comparison-range-reversed": "two numbers",
  "duplicate-question-ids": "the ids of the questions",
  "duplicate-survey-ids": "the ids of the surveys",
  "event-cancelled-by-itself": "two names",
  "labels-name-an-answer": "what a text names",
  "layout-tab-names-the-article": "what a text names",
  "layout-inline-invalid-selector": "the grammar of CSS",
  "options-name-an-answer": "what a text names",
  "organization-missing": "the texts of the templates",
  "organization-missing-for-a-tab": "the texts of all surveys",
  "organization-missing-for-an-option": "the texts of all surveys",
  "organization-missing-for-something-else": "the texts of all surveys",
  "organization-missing-for-thanks": "the texts of all surveys",
  "scroll-invalid-container": "the grammar of CSS",
  "scroll-invalid-element": "the grammar of CSS",
  "scroll-px-in-an-invalid-container": "the grammar of CSS",
  "seq-too-deep": "the depth of the tree",
  "template-question-unknown": "the ids of the template",
  "text-misnames-an-answer-and-the-article": "what a text names",
  "text-names-a-later-answer": "the order of the questions",
  "text-names-a-message": "the kind of an earlier question",
  "text-names-an-article-by-another-name": "what a text names",
  "thanks-name-an-article-by-another-name": "what a text names",
  "thanks-names-no-answer": "the ids of the questions",
  "theme-accent-too-pale": "the contrast of two colours",
  "theme-dark-accent-too-dark": "the contrast of two colours",
  "theme-ink-too-pale": "the contrast of two colours",
  "words-too-many": "the limits of all questions",
  "triggers-too-deep": "the depth of the tree",
};

const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(
  JSON.parse(text("loader/definition.schema.json")),
);

test("the schema accepts every good definition and the demo's", () => {
  const files = [...corpus("good"), "www/effortlet.json"];
  for (const file of files) {
    const valid = validate(JSON.parse(text(file)));
    assert.ok(valid, `${file}: ${JSON.stringify(validate.errors, undefined, 2)}`);
  }
});

test("the schema refuses every bad definition whose mistake a schema can express", () => {
  const beyond = corpus("bad").filter(isAccepted).map((file) => file.match(/([^/]+)\.json$/)[1]);
  assert.deepEqual(beyond.sort(), Object.keys(BEYOND).sort());
});

function isAccepted(file) {
  try {
    return validate(JSON.parse(text(file)));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function corpus(folder) {
  const names = readdirSync(new URL(`tests/definitions/${folder}`, ROOT)).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => `tests/definitions/${folder}/${name}`);
}

function text(path) {
  return readFileSync(new URL(path, ROOT), "utf8").replace(/^\ufeff/, "");
}
