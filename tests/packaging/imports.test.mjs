/**
 * What becomes of surveys of others is a definition: by the reader that the package brings, and not by what the import
 * knows of it. `EFFORTLET_SURVEYS=FOLDER` holds it to other files, such as real ones that are not ours to keep.
 */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { imported } from "../../www/builder/import/imported.js";

const OURS = fileURLToPath(new URL("../imports/", import.meta.url));

// Node's own fetch knows no files.
globalThis.fetch = async (address) => new Response(readFileSync(address));
const { check } = await import("../../dist/check.js");

/** Shapes that real files have: one column, one answer, many texts, long lists, nothing said of ids and languages. */
const question = (id, more) => ({ Element: "SQ", PrimaryAttribute: id, Payload: { QuestionID: id, DataExportTag: id, QuestionText: id, QuestionType: "MC", Selector: "SAVR", ...more } });
const texts = (count) => Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 1, { Display: `Answer ${index + 1}` }]));
const SHAPES = {
  "one answer, open or not": [question("Q1", { Choices: texts(1) }), question("Q2", { Choices: { 1: { Display: "Else", TextEntry: "true" } } }), question("Q3", { Choices: {} })],
  "a matrix of one column": [question("Q1", { QuestionType: "Matrix", Selector: "Likert", Choices: texts(4), Answers: texts(1) })],
  "a matrix of one row": [question("Q1", { QuestionType: "Matrix", Selector: "Likert", Choices: texts(1), Answers: texts(7) })],
  "forty texts and choices with room for words": Array.from({ length: 40 }, (_, index) => question(`Q${index}`, index % 2 ? { QuestionType: "TE", Selector: "ESTB" } : { Choices: { ...texts(3), 4: { Display: "Else", TextEntry: "true" } } })),
  "a hundred answers": [question("Q1", { Choices: texts(100) })],
};

const survey = (questions) => ({
  SurveyEntry: { SurveyName: "S" },
  SurveyElements: [{ Element: "BL", Payload: [{ Type: "Default", ID: "BL_1", BlockElements: questions.map(({ PrimaryAttribute: id }) => ({ Type: "Question", QuestionID: id })) }] }, ...questions],
});

const others = process.env.EFFORTLET_SURVEYS;
const files = (folder) => readdirSync(folder).filter((it) => /\.(json|qsf)$/.test(it)).map((it) => [it, readFileSync(join(folder, it), "utf8")]);
const ALL = [...files(OURS), ...Object.entries(SHAPES).map(([name, questions]) => [name, JSON.stringify(survey(questions))]), ...(others ? files(others) : [])];

for (const [name, text] of ALL) {
  test(`the reader takes what becomes of ${name}`, async () => {
    const { definition, mistake } = imported(text);
    if (others && mistake) return assert.match(mistake, /^(Nothing of it can be asked here|Expected )/);
    assert.deepEqual(await check({ surveys: [], definition }), []);
  });
}
