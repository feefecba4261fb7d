/** What npm would publish: found right by publint and Are The Types Wrong, and nothing in it of who has built it. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { manifestOf } from "./support/registry.mjs";
import { inPlace, tarballs } from "./support/tarballs.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TOOLS = fileURLToPath(new URL("consumers/node_modules/", import.meta.url));

const { files } = tarballs(inPlace);
const tarball = files.find((file) => manifestOf(file).name === "effortlet");

/** It is an ES module alone: what loads it by `require` needs Node 20.19, or a bundler. */
const LINTERS = [
  ["publint", "publint/src/cli.js", "run", tarball, "--strict"],
  ["Are The Types Wrong", "@arethetypeswrong/cli/dist/index.js", tarball, "--profile", "esm-only", "--no-emoji"],
];

for (const [name, program, ...words] of LINTERS) {
  test(`${name} finds nothing wrong with the package`, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [TOOLS + program, ...words], { encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
  });
}

/** Where a build was, and where those are of who builds most. */
const HOMES = ["root", "home", "Users", ".cargo", "rustc"].flatMap((name) => [`/${name}/`, `\\${name}\\`]);
const PLACES = [ROOT, ...HOMES];

test("no file of the package has a path of the machine that it was built on", () => {
  const names = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
  assert.ok(names.includes("package/dist/effortlet.wasm"), names.join());
  for (const name of names) {
    const content = execFileSync("tar", ["-xOzf", tarball, name], { maxBuffer: 2 ** 26 });
    assert.deepEqual({ name, found: PLACES.filter((place) => content.includes(place)) }, { name, found: [] });
  }
});
