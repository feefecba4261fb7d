/** An app that has installed the package as npm packs it, and its command. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const SHELL = process.platform === "win32";

/** Runs npm or npx; nothing is asked of a registry. */
function run(command, words, { cwd = ROOT, input } = {}) {
  const env = { ...process.env, npm_config_offline: "true", npm_config_update_notifier: "false" };
  return spawnSync(command, words, { cwd, encoding: "utf8", env, input, shell: SHELL });
}

/** It is gone with the test. */
export function app(t) {
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
    npx: (words) => run("npx", ["effortlet", ...words], { cwd: folder }),
    /** What npx runs, without its second of looking around. */
    effortlet: (words, input) => run(own, words, { cwd: folder, input }),
  };
}
