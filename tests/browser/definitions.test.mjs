/**
 * The corpus in tests/definitions, read by a real browser. `crates/effortlet-core/tests/
 * definitions.rs` reads the same files natively and says how they are laid out.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { warnings } from "./support/recorder.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";

const ROOT = new URL("../definitions/", import.meta.url);
const BLANK = "<!doctype html><title>Blank</title>";

test("a good definition starts every survey of it, without a word in the console", async (t) => {
  const corpus = read("good").map((it) => ({ ...it, expected: report(surveysOf(it.text), []) }));
  const seen = await check(t, corpus);
  assert.deepEqual(seen.console, []);
});

test("a mistake in a definition reads the same in the browser as in the native reader", async (t) => {
  const corpus = read("bad").map((it) => ({ ...it, expected: text(`bad/${it.name}.expected.txt`) }));
  const seen = await check(t, corpus);
  const problems = corpus.flatMap(({ expected }) => expected.trimEnd().split("\n").slice(0, -1));
  assert.deepEqual(warnings(seen), problems.map((problem) => `effortlet: ${problem}`));
});

/** Starts one definition after the other on one page. */
async function check(t, corpus) {
  const files = corpus.map(({ name, text }) => [`/${name}.json`, text]);
  const { tab } = await stageWithoutCollector(t, { pages: { "/": BLANK, ...Object.fromEntries(files) } });
  const { page, seen } = await tab();
  await page.goto("/");
  for (const { name, expected } of corpus) {
    const { surveys, problems } = await page.evaluate(start, `/${name}.json`);
    assert.equal(report(surveys, problems), expected, name);
  }
  assert.deepEqual(seen.errors, []);
  return seen;
}

async function start(address) {
  const { start } = await import("/effortlet/module.js");
  return start(address);
}

function report(surveys, problems) {
  return [...problems, `surveys: ${surveys.join(", ") || "none"}`, ""].join("\n");
}

function read(folder) {
  const names = readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith(".json"));
  assert.ok(names.length >= 30, `${folder}: expected at least 30 definitions`);
  return names.sort().map((name) => ({ name: name.replace(/\.json$/, ""), text: text(`${folder}/${name}`) }));
}

function text(path) {
  return readFileSync(new URL(path, ROOT), "utf8");
}

function surveysOf(json) {
  return JSON.parse(json.replace(/^\ufeff/, "")).surveys.map(({ id }) => id);
}
