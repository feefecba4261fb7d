/**
 * loader/definition.d.ts is held to the reader by the good definitions in tests/definitions.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const GOOD = join(ROOT, "tests/definitions/good");

/** In JSON `null` is a way to leave something out; in TypeScript one leaves it out. */
const JSON_ONLY = ["null-is-left-out.json", "null-is-left-out-of-targeting.json"];

test("the package's types accept every good definition", (t) => {
  const folder = folderInPackage(t);
  const names = readdirSync(GOOD).filter((name) => name.endsWith(".json") && !JSON_ONLY.includes(name));
  names.forEach((name) => writeFileSync(join(folder, name.replace(/json$/, "ts")), source(name)));
  const files = names.map((name) => name.replace(/json$/, "ts"));
  const settings = { extends: join(ROOT, "tests/packaging/tsconfig.json"), files };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  const compiler = [join(ROOT, "node_modules/typescript/bin/tsc"), "--project", folder];
  const { status, stdout } = spawnSync(process.execPath, compiler, { cwd: ROOT, encoding: "utf8" });
  assert.equal(stdout, "");
  assert.equal(status, 0);
});

/** Inside the package, so that it is found by its own name; git passes `target` over. */
function folderInPackage(t) {
  mkdirSync(join(ROOT, "target"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, "target/types-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

function source(name) {
  const json = readFileSync(join(GOOD, name), "utf8").replace(/^\ufeff/, "");
  return `import type { Definition } from "effortlet";\nexport const definition: Definition = ${json};\n`;
}
