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

/** The names of those that the ordinary edition reads as the other one does. */
const ORDINARY = text("ordinary.txt").trimEnd().split("\n");

test("a good definition starts every survey of it by the edition that knows it, without a word in the console", async (t) => {
  const corpus = read("good").map((it) => ({ ...it, ...definitionOf(it.text) }));
  const isOrdinary = ({ name }) => ORDINARY.includes(name);
  const [ordinary, others] = [corpus.filter(isOrdinary), corpus.filter((it) => !isOrdinary(it))];
  assert.ok(ordinary.length === ORDINARY.length && others.length >= 30, `${ordinary.length} and ${others.length}`);
  const { page, seen } = await blank(t, corpus);
  let runs = 0;
  const run = async ({ name, surveys }) => {
    // A page has room for some hundred memories of wasm.
    if (runs++ % 50 === 0) await page.goto("/");
    const before = seen.requests.length;
    const started = await page.evaluate(startAnew, `/${name}.json`);
    assert.equal(report(started.surveys, started.problems), report(surveys.map(({ id }) => id), []), name);
    return seen.requests.slice(before).filter((request) => /\/(effortlet\.wasm|full\.\w+)$/.test(request));
  };
  for (const it of ordinary) assert.deepEqual(await run(it), ["GET /effortlet/effortlet.wasm"], it.name);
  for (const it of others) {
    // A page loads the other edition once.
    await page.goto("/");
    assert.deepEqual(await run(it), ["GET /effortlet/full.js", "GET /effortlet/full.wasm"], it.name);
  }
  assert.deepEqual(seen.errors, []);
  assert.deepEqual(seen.console, []);
});

test("a mistake in a definition reads the same in the browser as in the native reader", async (t) => {
  // A browser knows besides from where a file came that is no JSON.
  const told = (name) => text(`bad/${name}.expected.txt`).replace("expected JSON,", `expected JSON at /${name}.json,`);
  const corpus = read("bad").map((it) => ({ ...it, expected: told(it.name) }));
  const { page, seen } = await blank(t, corpus);
  await page.goto("/");
  for (const { name, expected } of corpus) {
    const { surveys, problems } = await page.evaluate(start, `/${name}.json`);
    assert.equal(report(surveys, problems), expected, name);
  }
  assert.deepEqual(seen.errors, []);
  const problems = corpus.flatMap(({ expected }) => expected.trimEnd().split("\n").slice(0, -1));
  assert.deepEqual(warnings(seen), problems.map((problem) => `effortlet: ${problem}`));
});

/** A tab of a site that has the definitions, and the widget only where a test starts it. */
async function blank(t, corpus) {
  const files = corpus.map(({ name, text }) => [`/${name}.json`, text]);
  const { tab } = await stageWithoutCollector(t, { pages: { "/": BLANK, ...Object.fromEntries(files) } });
  return tab();
}

async function start(address) {
  const { start } = await import("/effortlet/module.js");
  return start(address);
}

/** By a module that has loaded nothing yet. */
async function startAnew(address) {
  const { start, stop } = await import(`/effortlet/module.js?${address}`);
  const started = await start(address);
  await stop();
  return started;
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

function definitionOf(json) {
  return JSON.parse(json.replace(/^\ufeff/, ""));
}
