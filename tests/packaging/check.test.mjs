/**
 * `npx effortlet check FILE`, of the package as npm packs it: no Rust is needed to check a definition.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { app } from "./support/npx.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Some of those that every reader is held to. */
const BAD = ["a-text", "a-web-page-in-its-place", "click-unknown-key"];

const read = (path) => readFileSync(join(ROOT, path), "utf8");

test("npx effortlet check names the mistakes of a definition as a browser does", (t) => {
  const { folder, npx, effortlet } = app(t);
  const check = (words, input) => effortlet(["check", ...words], input);
  const good = read("www/effortlet.json");
  writeFileSync(join(folder, "good.json"), good);
  const fine = { status: 0, stdout: "good.json: no mistakes, surveys help-center, resolution\n", stderr: "" };
  const { status, stdout, stderr } = npx(["check", "good.json"]);
  assert.deepEqual({ status, stdout, stderr }, fine);
  assert.equal(check(["-"], `\ufeff${good}`).stdout, fine.stdout.replace("good.json", "-"));

  const wrong = good.replace('"percent": 75', '"percent": 750').replace('"version": 1', '"version": 2');
  const told = check(["-"], wrong);
  assert.equal(told.status, 1);
  assert.deepEqual(told.stdout.trim().split("\n").map((line) => line.split(": expected ")[0]), ["version", "surveys[0].triggers.any[1].scroll.percent"]);
  for (const name of BAD) {
    const expected = read(`tests/definitions/bad/${name}.expected.txt`).split("\n").filter((line) => line.includes(": expected "));
    const { status, stdout } = check(["-"], read(`tests/definitions/bad/${name}.json`));
    assert.deepEqual({ status, told: stdout.trim().split("\n") }, { status: 1, told: expected });
  }

  assert.equal(check(["nowhere.json"]).status, 2);
  assert.match(check(["nowhere.json"]).stderr, /^effortlet: nowhere\.json: expected a file to read \(/);
  assert.equal(check([]).status, 2);
});
