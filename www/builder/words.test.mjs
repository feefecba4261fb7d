import assert from "node:assert/strict";
import { test } from "node:test";
import { defined, keyOf, kindsOf, rowOf } from "./schema.js";
import { LAYOUTS, MOMENTS, PEOPLE, TEMPLATES } from "./words.js";

const keys = (name, combining) => kindsOf(name, combining).map(keyOf).sort();

for (const [title, known, words] of [
  ["trigger", keys("part", ["any"]), MOMENTS],
  ["condition of an audience", keys("audience", ["any", "all", "not"]), PEOPLE],
  ["layout", Object.keys(defined("layout").properties).sort(), LAYOUTS],
  ["template", rowOf(defined("survey").properties.template).enum.toSorted(), TEMPLATES],
]) {
  test(`each ${title} of the tables has its words, and no other`, () => assert.deepEqual(Object.keys(words).sort(), known));
}

