/**
 * The packages of a host as its lock names them: npm's, or Python's in an environment of its own.
 *
 * They are in a folder of `target/hosts`, never beside the lock.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HOSTS } from "../../browser/support/paths.mjs";

/** A host's own files, as they are written. */
export const sourceOf = (host) => fileURLToPath(new URL(`../${host}/`, import.meta.url));

/** Where its packages are, and in `site` what is built of them. */
export const madeOf = (host) => join(HOSTS, host);

const isWindows = process.platform === "win32";
const environment = isWindows ? ".venv/Scripts/python" : ".venv/bin/python";

/** What each kind of lock is installed by. */
const WAYS = {
  "package-lock.json": {
    reads: ["package.json", "package-lock.json"],
    leaves: "node_modules",
    steps: [[isWindows ? "npm.cmd" : "npm", "ci", "--no-audit", "--no-fund", "--loglevel", "error", "--prefer-offline", "--fetch-retries", "1", "--fetch-retry-mintimeout", "2000"]],
  },
  "requirements.txt": {
    reads: ["requirements.txt"],
    leaves: ".venv",
    steps: [
      [isWindows ? "python" : "python3", "-m", "venv", ".venv"],
      [environment, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1", "--no-deps", "--requirement", "requirements.txt"],
    ],
  },
};

/** Whether what the lock names is there. */
export function isInstalled({ host, lock }) {
  const note = noteOf(host, lock);
  return existsSync(note) && readFileSync(note, "utf8") === readFileSync(join(sourceOf(host), lock), "utf8");
}

/** Installs what is missing; gives what went wrong in one line, nothing where all is there. */
export function install({ host, lock }) {
  if (isInstalled({ host, lock })) return undefined;
  const { reads, steps } = WAYS[lock];
  const cwd = madeOf(host);
  mkdirSync(cwd, { recursive: true });
  for (const name of reads) cpSync(join(sourceOf(host), name), join(cwd, name));
  for (const [program, ...words] of steps) {
    const { error, status, stderr } = spawnSync(program, words, { cwd, encoding: "utf8", shell: isWindows });
    if (error || status !== 0) return `${host}: ${[program, ...words].join(" ")} failed: ${inOneLine(error?.message ?? stderr)}`;
  }
  writeFileSync(noteOf(host, lock), readFileSync(join(sourceOf(host), lock)));
  return undefined;
}

/** Written last: which lock was installed. */
const noteOf = (host, lock) => join(madeOf(host), WAYS[lock].leaves, ".installed");

/** What a program says first of what went wrong. */
const inOneLine = (text) => text.split("\n").map((it) => it.replace(/^npm error\s*/, "").trim()).filter((it) => it && !it.startsWith("WARNING")).slice(0, 3).join("; ");
