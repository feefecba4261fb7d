/** What CI runs, and how that ends: never well where something failed, or was not tested. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const CI = fileURLToPath(new URL("../../.ci/run", import.meta.url));

/** How `npm test` ends, how the hosts do, and how CI does. */
const ENDS = [
  [0, 0, 0],
  [1, 0, 1],
  [0, 1, 1],
  [0, 2, 2],
  [1, 2, 1],
  [101, 2, 1],
  [0, 130, 1],
];

test("CI runs all tests and the hosts, whatever becomes of the first, and ends as the worse of them", { skip: process.platform === "win32" && "it is a script for bash" }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), "effortlet-ci-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [tests, hosts, expected] of ENDS) {
    writeFileSync(join(folder, "npm"), `#!/bin/sh\necho "npm $*"\ncase "$*" in test) exit ${tests};; "run test:hosts") exit ${hosts};; esac\nexit 99\n`, { mode: 0o755 });
    const { status, stdout } = spawnSync(CI, [], { encoding: "utf8", env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` } });
    assert.equal(status, expected, stdout);
    assert.match(stdout, /^npm test\nnpm run test:hosts\nci: npm test: .+\nci: npm run test:hosts: .+\n$/);
    assert.equal(/test:hosts: passed/.test(stdout), hosts === 0);
  }
});
