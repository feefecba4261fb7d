import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);

function text(path) {
  return readFileSync(new URL(path, root), "utf8");
}

for (const [module, resolution] of [["node16", "node16"], ["esnext", "bundler"]]) {
  test(`the types of the package accept what the reader accepts and refuse what it refuses, found by ${resolution}`, () => {
    const compiler = ["node_modules/typescript/bin/tsc", "--project", "tests/packaging", "--module", module, "--moduleResolution", resolution];
    const { status, stdout } = spawnSync(process.execPath, compiler, { cwd: root, encoding: "utf8" });
    assert.equal(stdout, "");
    assert.equal(status, 0);
  });
}

test("the package is found by its own name, under each of its addresses", () => {
  const { exports } = JSON.parse(text("package.json"));
  const files = ["effortlet.js", "module.js", "effortlet.wasm", "integrity.json"].map((file) => `./files/${file}`);
  for (const address of [...Object.keys(exports).filter((it) => !it.includes("*")), ...files]) {
    const name = address.replace(".", "effortlet");
    const script = `process.stdout.write(import.meta.resolve(${JSON.stringify(name)}))`;
    const found = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: root });
    assert.ok(text(new URL(String(found))).length > 0, name);
  }
});

test("the lock files name no registry, and every dependency has one exact version", () => {
  for (const folder of ["", "tests/packaging/consumers/", "bench/peers/"]) {
    assert.doesNotMatch(text(`${folder}package-lock.json`), /"resolved"/);
    const { dependencies = {}, devDependencies } = JSON.parse(text(`${folder}package.json`));
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+$/);
    }
  }
});

test("the package has no dependency, so that a host takes in nothing else, and finds the frameworks that are there", () => {
  const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(text("package.json"));
  assert.equal(dependencies, undefined);
  // npm would ask its registry for each of them, also of those who only run `npx effortlet`.
  assert.equal(peerDependencies, undefined);
  assert.deepEqual(peerDependenciesMeta, { react: { optional: true }, vue: { optional: true } });
});
