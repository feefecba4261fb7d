/**
 * The schema and the reader say the same of every good definition of tests/definitions that is made
 * wrong, or not, in one place. The reader is `check.wasm`, as a page runs it. What the ordinary edition
 * makes of the same changes, the core's own tests say.
 */
import Ajv from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { reader } from "../../docs/build/reader.mjs";

const ROOT = new URL("../../", import.meta.url);
const GOOD = new URL("tests/definitions/good/", ROOT);

/** What may stand in a place: something that belongs there, or does not. */
const VALUES = [
  null, true, false, -0.5, 0, 2, 150, "", "wrong", "0s", "5s", "a b", [], ["a", 3], {}, { x: 1 }, { is: "a" },
  { present: false }, { atLeast: 2 }, { event: { name: "z" } }, { language: "en" },
];

/** What may be written into an object beside what it has. */
const KEYS = ["within", "seq", "px", "element", "of", "text", "searches", "count", "from", "idle", "is", "present"];

/** What the reader compares, and a schema cannot. */
const BEYOND = /expected (a number that is not below atLeast|the name of another event)$/;

test("the schema and the reader agree on triggers and audiences that are changed in one place", async () => {
  const accepts = new Ajv({ strict: false }).compile(JSON.parse(text("loader/definition.schema.json")));
  const { problemsOf } = await reader();
  let compared = 0;
  for (const name of readdirSync(GOOD).filter((name) => name.endsWith(".json"))) {
    const good = JSON.parse(text(`tests/definitions/good/${name}`));
    for (const [place, changed] of changes(good)) {
      const problems = problemsOf(changed);
      const said = `${name} at ${place}: ${problems} ${JSON.stringify(changed)}`;
      assert.equal(accepts(changed), problems.every((problem) => BEYOND.test(problem)), said);
      compared += 1;
    }
  }
  assert.ok(compared > 10_000, `${compared}`);
});

/** A definition with one value in place of another one, or beside others; each is taken back after it. */
function* changes(definition) {
  for (const survey of definition.surveys) {
    for (const part of ["triggers", "audience"]) {
      if (survey[part]) yield* changesOf(definition, survey, part);
    }
  }
}

function* changesOf(definition, within, key) {
  const before = within[key];
  for (const value of VALUES) {
    within[key] = value;
    yield [key, definition];
  }
  within[key] = before;
  if (typeof before !== "object" || before === null) return;
  for (const inner of Object.keys(before)) yield* changesOf(definition, before, inner);
  if (Array.isArray(before)) return;
  for (const added of KEYS.filter((name) => !(name in before))) {
    for (const value of ["5s", 2, true, null]) {
      before[added] = value;
      yield [`${key}.${added}`, definition];
    }
    delete before[added];
  }
}

function text(path) {
  return readFileSync(new URL(path, ROOT), "utf8").replace(/^\ufeff/, "");
}
