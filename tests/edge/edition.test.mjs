/** `loader/edition.js`: which edition a definition needs, by the words that the rules' tables know. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isOrdinary } from "../../loader/edition.js";
import { MADE } from "../browser/support/paths.mjs";

const ROOT = new URL("../definitions/", import.meta.url);
const WORDS = JSON.parse(readFileSync(join(MADE, "words.json"), "utf8"));

/** Those that the ordinary edition reads as the other one does: the core's own tests hold its reader to this. */
const ORDINARY = text("ordinary.txt").trimEnd().split("\n");

test("a good definition needs the full edition exactly where the ordinary one does not read it alike", () => {
  const names = readdirSync(new URL("good", ROOT)).map((name) => name.replace(/\.json$/, ""));
  assert.ok(ORDINARY.length > 30 && names.length > ORDINARY.length + 30, `${ORDINARY.length} of ${names.length}`);
  const definition = (name) => JSON.parse(text(`good/${name}.json`).replace(/^\ufeff/, ""));
  const chosen = names.filter((name) => isOrdinary(definition(name), WORDS));
  assert.deepEqual(chosen.toSorted(), ORDINARY.toSorted());
});

const survey = (changes) => ({ version: 1, surveys: [{ id: "s", template: "resolution", triggers: { exitIntent: {} }, ...changes }] });

const CASES = [
  ["a word that only the full edition knows", survey({ triggers: { scroll: { px: 100 } } }), false],
  ["such a word deep within conditions", survey({ triggers: { any: [{ not: { all: [{ time: {} }] } }] } }), false],
  ["the same word where nothing is given with it", survey({ triggers: { time: null, exitIntent: { touch: null } } }), false],
  ["a word left out without which another thing is meant", survey({ triggers: { click: { selector: null } } }), false],
  ["a word of another place", survey({ triggers: { page: {} } }), false],
  ["a list of more than it knows", survey({ questions: [{ id: "effort", scale: { points: 5, labels: ["1", "2", "3", "4", "5"] } }] }), false],
  ["a list of as many", survey({ questions: [{ id: "effort", scale: { points: 5, labels: ["1", "5"] } }] }), true],
  ["words of people where any may stand", { ...survey({}), sections: { theme: ["/a"], seq: ["/b"] } }, true],
  ["what only the full edition puts into texts", survey({ thanks: { en: "Thanks", ro: "{answer.effort}!" } }), false],
  ["what any edition puts into texts", survey({ thanks: "{organization} thanks" }), true],
];

for (const [what, definition, expected] of CASES) {
  test(`${what} ${expected ? "is for the ordinary" : "asks for the full"} edition`, () => {
    assert.equal(isOrdinary(definition, WORDS), expected);
  });
}

test("whatever stands in a definition, choosing throws nothing", () => {
  for (const it of [null, true, 0, "x", [], {}, [[]], { toString: {} }, [null, { constructor: [1] }]]) {
    const { triggers } = { triggers: { any: it, click: it } };
    const questions = { kind: it, scale: { labels: it }, branch: it };
    for (const wrong of [it, { surveys: it }, { helpCenter: it }, survey({ triggers: it }), survey({ triggers, questions })]) {
      assert.equal(typeof isOrdinary(wrong, WORDS), "boolean", JSON.stringify(wrong));
    }
  }
});

function text(path) {
  return readFileSync(new URL(path, ROOT), "utf8");
}
