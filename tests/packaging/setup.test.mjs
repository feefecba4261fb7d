/** What `node setup.mjs` does on a machine that lacks something. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const SETUP = fileURLToPath(new URL("../../setup.mjs", import.meta.url));

/** Runs it where `apt-get` only notes what it is asked for. */
function setUp(t, env) {
  const folder = mkdtempSync(join(tmpdir(), "effortlet-setup-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const noted = join(folder, "noted");
  writeFileSync(noted, "");
  writeFileSync(join(folder, "apt-get"), `#!/bin/sh\necho "$@" >> "${noted}"\n`);
  chmodSync(join(folder, "apt-get"), 0o755);
  const path = [folder, process.env.PATH].join(delimiter);
  const { status, stderr } = spawnSync(process.execPath, [SETUP, "--browsers"], { encoding: "utf8", env: { ...process.env, PATH: path, ...env } });
  return { status, stderr, asked: readFileSync(noted, "utf8") };
}

const isRoot = process.getuid?.() === 0;

test("a browser's driver that is missing is installed where that is allowed, and named where it stays missing", (t) => {
  const found = { MINIBROWSER: process.execPath, XVFB: process.execPath };
  const { status, stderr, asked } = setUp(t, { ...found, EFFORTLET_ENGINES: "webkit", WEBKITDRIVER: "/nowhere/WebKitWebDriver" });
  assert.equal(status, 1, stderr);
  assert.match(stderr, /^setup: the tests in three engines need webkit, whose driver cannot be found \(Debian: apt-get install webkit2gtk-driver xvfb\)$/m);
  assert.doesNotMatch(stderr, /Error:/);
  assert.equal(/ install .*webkit2gtk-driver xvfb/.test(asked), isRoot, asked);
});
