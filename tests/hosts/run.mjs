/**
 * node tests/hosts/run.mjs [HOST…]: installs what hosts need, builds them and runs their tests, all or some of them.
 *
 * What cannot be had is said in one line each, and its tests are skipped. One browser at a time.
 *
 * Exits with 0 where all were tested and passed, with 1 where something failed, with 2 where nothing failed and not all
 * of them could be had, as without a network.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HOSTS } from "./hosts.mjs";
import { build } from "./support/build.mjs";
import { install } from "./support/packages.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));

const FAILED = 1;
const NOT_ALL = 2;

/** What could not be had, and why. */
const lacking = [];

const words = process.argv.slice(2);
const known = HOSTS.map(({ host }) => host);
const unknown = words.find((word) => !known.includes(word));
if (unknown) stop(`expected hosts among ${known.join(", ")}, got ${unknown}`);

const rows = HOSTS.filter(({ host }) => words.length === 0 || words.includes(host));
const there = rows.filter((row) => timed(`installing ${row.host}`, () => isThere(row)));
for (const row of there) timed(`building ${row.host}`, () => build(row));

const files = readdirSync(HERE).filter((name) => name.endsWith(".test.mjs")).map((name) => join(HERE, name));
const env = { ...process.env, EFFORTLET_HOSTS: rows.map(({ host }) => host).join(",") };
const { status } = timed("testing", () => spawnSync(process.execPath, ["--test", "--test-reporter=spec", "--test-concurrency=1", ...files], { env, stdio: "inherit" }));
for (const line of lacking) console.log(`hosts: not tested: ${line}`);
process.exit(status === 0 && lacking.length ? NOT_ALL : (status ?? FAILED));

function isThere(row) {
  const line = install(row);
  if (line) lacking.push(line);
  return !line;
}

/** Says how long it took, where it took any time to speak of. */
function timed(what, act) {
  const before = Date.now();
  const result = act();
  const seconds = (Date.now() - before) / 1000;
  if (seconds >= 0.5) console.log(`hosts: ${what} took ${seconds.toFixed(1)} s`);
  return result;
}

function stop(line) {
  console.error(`hosts: ${line}`);
  process.exit(FAILED);
}
