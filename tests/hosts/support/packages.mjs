/**
 * The packages of a host as its lock names them: npm's beside the lock, or Python's in an environment there.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const folderOf = (host) => fileURLToPath(new URL(`../${host}/`, import.meta.url));

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const environment = process.platform === "win32" ? ".venv/Scripts/python" : ".venv/bin/python";

const WAYS = {
  "package-lock.json": { leaves: "node_modules", steps: [[npm, "ci", "--no-audit", "--no-fund", "--loglevel", "error"]] },
  "requirements.txt": {
    leaves: ".venv",
    steps: [
      ["python3", "-m", "venv", ".venv"],
      [environment, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement", "requirements.txt"],
    ],
  },
};

/** Whether what the lock names is there. */
export function isInstalled({ host, lock }) {
  const note = noteOf(host, lock);
  return existsSync(note) && readFileSync(note, "utf8") === readFileSync(join(folderOf(host), lock), "utf8");
}

/** Installs what is missing; gives what went wrong in one line, nothing where all is there. */
export function install({ host, lock }) {
  if (isInstalled({ host, lock })) return undefined;
  const cwd = folderOf(host);

  for (const [program, ...words] of WAYS[lock].steps) {
    const { error, status, stderr } = spawnSync(program, words, { cwd, encoding: "utf8", shell: process.platform === "win32" });
    const [said] = (error?.message ?? stderr).trim().split("\n").slice(-1);
    if (error || status !== 0) return `${host}: ${[program, ...words].join(" ")} failed: ${said}`;
  }
  writeFileSync(noteOf(host, lock), readFileSync(join(cwd, lock)));
  return undefined;
}

/** Written last: which lock was installed. */
const noteOf = (host, lock) => join(folderOf(host), WAYS[lock].leaves, ".installed");
