import assert from "node:assert/strict";
import { test } from "node:test";
import { textProblems } from "./languages.mjs";

const english = { title: "Help", count: { plural: { one: "1", other: "n" } } };

for (const [name, other, problems] of [
  ["the same texts are complete", { title: "Ajutor", count: { plural: { few: "n", other: "n" } } }, []],
  ["a missing text is named", { count: { plural: { other: "n" } } }, ["ro: title: expected a text, as in English"]],
  ["an empty text is named", { title: " ", count: { plural: { other: "n" } } }, ["ro: title: expected a text, as in English"]],
  ["a plural needs its general form", { title: "Ajutor", count: { plural: { one: "1" } } }, ["ro: count.plural.other: expected a text"]],
  ["a surplus text is named", { title: "A", old: "B", count: { plural: { other: "n" } } }, ["ro: old: expected only texts that English has"]],
]) {
  test(name, () => assert.deepEqual(textProblems(english, other, "ro: "), problems));
}
