import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);

function text(path) {
  return readFileSync(new URL(path, root), "utf8");
}

test("the types of the package accept what the reader accepts and refuse what it refuses", () => {
  const compiler = ["node_modules/typescript/bin/tsc", "--project", "tests/packaging"];
  const { status, stdout } = spawnSync(process.execPath, compiler, { cwd: root, encoding: "utf8" });
  assert.equal(stdout, "");
  assert.equal(status, 0);
});

test("the package is found by its own name, under each of its addresses", () => {
  const { exports } = JSON.parse(text("package.json"));
  for (const address of Object.keys(exports)) {
    const name = address.replace(".", "effortlet");
    const script = `process.stdout.write(import.meta.resolve(${JSON.stringify(name)}))`;
    const found = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: root });
    assert.ok(text(new URL(String(found))).length > 0, name);
  }
});

test("the lock file names no registry, and every dependency has one exact version", () => {
  assert.doesNotMatch(text("package-lock.json"), /"resolved"/);
  const { dependencies = {}, devDependencies } = JSON.parse(text("package.json"));
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    assert.match(version, /^\d+\.\d+\.\d+$/);
  }
});

test("the package has no dependency, so that a host takes in nothing else", () => {
  const { dependencies, peerDependencies } = JSON.parse(text("package.json"));
  assert.equal(dependencies, undefined);
  assert.equal(peerDependencies, undefined);
});
