/**
 * `npx effortlet check FILE`, of the package as npm packs it: no Rust is needed to check a definition.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Some of those that every reader is held to. */
const BAD = ["a-text", "a-web-page-in-its-place", "click-unknown-key"];
const SHELL = process.platform === "win32";

const read = (path) => readFileSync(join(ROOT, path), "utf8");

/** Runs npm or npx; nothing is asked of a registry. */
function run(command, words, { cwd = ROOT, input } = {}) {
  const env = { ...process.env, npm_config_offline: "true", npm_config_update_notifier: "false" };
  return spawnSync(command, words, { cwd, encoding: "utf8", env, input, shell: SHELL });
}

/** An app that has installed the package. */
function app(t) {
  const folder = mkdtempSync(join(tmpdir(), "effortlet-npx-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const packed = run("npm", ["pack", "--pack-destination", folder]);
  assert.equal(packed.status, 0, packed.stderr);
  writeFileSync(join(folder, "package.json"), '{ "name": "app", "private": true }');
  const installed = run("npm", ["install", "--no-audit", "--no-fund", join(folder, packed.stdout.trim().split("\n").at(-1))], { cwd: folder });
  assert.equal(installed.status, 0, installed.stderr);
  const own = join(folder, "node_modules/.bin/effortlet");
  return {
    folder,
    npx: (words) => run("npx", ["effortlet", "check", ...words], { cwd: folder }),
    /** What npx runs, without its second of looking around. */
    check: (words, input) => run(own, ["check", ...words], { cwd: folder, input }),
  };
}

test("npx effortlet check names the mistakes of a definition as a browser does", (t) => {
  const { folder, npx, check } = app(t);
  const good = read("www/effortlet.json");
  writeFileSync(join(folder, "good.json"), good);
  const fine = { status: 0, stdout: "good.json: no mistakes, surveys help-center, resolution\n", stderr: "" };
  const { status, stdout, stderr } = npx(["good.json"]);
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
