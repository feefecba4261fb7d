/**
 * docs/reference is what the schema and the reader say today, and leaves out no object of a definition.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { referenceOf } from "../../docs/build/reference/pages.mjs";
import { PAGES } from "../../docs/build/reference/places.mjs";
import { reader } from "../../docs/build/reader.mjs";

const ROOT = new URL("../../", import.meta.url);
const SCHEMA = JSON.parse(text("loader/definition.schema.json"));
const { problemsOf } = await reader();

test("the reference is what `cargo xtask reference` writes", () => {
  const pages = referenceOf(SCHEMA, problemsOf);
  assert.deepEqual(readdirSync(new URL("docs/reference/", ROOT)).sort(), [...pages.keys()].sort());
  for (const [name, written] of pages) assert.equal(text(`docs/reference/${name}`), written, `docs/reference/${name} is old: cargo xtask reference`);
});

test("an example that the reader refuses is no reference", () => {
  const schema = structuredClone(SCHEMA);
  schema.$defs.scroll.examples = [{ percent: 101 }];
  assert.throws(() => referenceOf(schema, problemsOf), /scroll.*percent: expected/);
});

test("a key without an example is no reference", () => {
  const schema = structuredClone(SCHEMA);
  schema.$defs.scroll.properties.speed = { type: "number" };
  assert.throws(() => referenceOf(schema, problemsOf), /scroll: expected an example with speed/);
});

test("a value that the reader takes is not shown as wrong", () => {
  assert.throws(() => referenceOf(SCHEMA, () => []), /expected the reader to refuse/);
});

test("every object of the schema that has keys is in the reference", () => {
  const told = new Set(PAGES.flatMap(({ objects }) => objects.map(({ of }) => of)));
  const objects = [...objectsOf(SCHEMA, "#")].filter((pointer) => !APART.some((part) => pointer.startsWith(part)));
  assert.deepEqual(objects.filter((pointer) => !told.has(pointer)), []);
});

/** The same keys again, as they stand in a sequence and in the branches of each kind of question. */
const APART = ["#/$defs/part", "#/$defs/whenSkipped", "#/$defs/whenChoice", "#/$defs/whenYesNo", "#/$defs/whenEffort"];

/** Conditions name keys without saying what they are. */
function* objectsOf(it, pointer) {
  if (it.type !== undefined && it.properties) yield pointer;
  for (const [key, inside] of Object.entries(it)) {
    if (["if", "then", "else", "allOf", "oneOf", "not", "examples"].includes(key) || typeof inside !== "object" || inside === null) continue;
    yield* objectsOf(inside, `${pointer}/${key}`);
  }
}

function text(path) {
  return readFileSync(new URL(path, ROOT), "utf8");
}
