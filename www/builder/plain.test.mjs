import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { hintOf, plainly } from "./plain.js";

for (const [says, plain] of [
  ["expected a list of questions, or a template beside it", "Add a question, or choose a template."],
  ["expected text that is not blank", "Write a text."],
  ["expected a number above 0, up to 100", "Write a number above 0, up to 100."],
  ["expected an object with all, any, not, exitIntent, scroll or within", "Add a moment at which it asks."],
  ["expected no other key than id or text; did you mean text?", "This name is not known. Is it text?"],
  ["expected 5, 7 or 10", "Expected 5, 7 or 10."],
  ["easyIs does not fit its labels", "EasyIs does not fit its labels"],
]) {
  test(`“${says}” is said as “${plain}”`, () => assert.equal(plainly(says), plain));
}

test("whatever the reader says is a sentence", async () => {
  const folder = new URL("../../tests/definitions/bad/", import.meta.url);
  const files = (await readdir(folder)).filter((it) => it.endsWith(".expected.txt"));
  const lines = (await Promise.all(files.map((it) => readFile(new URL(it, folder), "utf8")))).flatMap((it) => it.split("\n"));
  const said = lines.filter((it) => it.includes(": expected ")).map((it) => plainly(it.slice(it.indexOf(": expected ") + 2)));
  assert.ok(said.length > 100);
  assert.deepEqual(said.filter((it) => !/^[A-Z][^]*[.?]$/.test(it)), []);
});

for (const [row, hint] of [
  [{ description: "True: asks on the next page." }, "Yes: asks on the next page."],
  [{ description: "polite: rarely. none: by rules.", enum: ["polite", "none"] }, "Politely: rarely. Only by the rules below: by rules."],
  [{ description: "Only for the kind effort." }, ""],
  [{ description: "The most characters. Only for the kinds text and choice." }, "The most characters."],
  [{}, ""],
]) {
  test(`the hint “${row.description ?? ""}” is “${hint}” in the form`, () => assert.equal(hintOf(row), hint));
}
