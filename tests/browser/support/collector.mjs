/**
 * The real collector: the built program on a free port, with a database of its own in a file.
 */
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { query } from "./database.mjs";
import { COLLECTOR, SITE } from "./paths.mjs";

/** Milliseconds a collector may take to answer for the first time. */
const PATIENCE = 30_000;

/** What lets in where the report is behind its login. */
export const PASSWORD = "a long word that only tests know";

/**
 * Runs until the test `t` is over. `definition` is what it is to know, as an object or as the name of its
 * file; it counts nothing else. One that is `closed` asks whoever opens its report for the password. With a
 * `sample` it has made-up responses already: how many, or all words of that command. `said` gives what it has printed.
 */
export async function startCollector(t, { definition: known, closed = false, sample } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "effortlet-test-"));
  const definition = typeof known === "object" ? await written(folder, known) : known;
  const file = join(folder, "effortlet.db");
  if (sample) await promisify(execFile)(COLLECTOR, ["sample", ...[sample].flat().map(String), "--until", "2026-03-02", "--database", `sqlite://${file}`]);
  // The system's choice: a port that was only found to be free may be another collector's a moment later.
  let child = start(0, file, definition, closed);
  const stop = () => ended(child);
  t.after(async () => {
    await stop();
    await rm(folder, { recursive: true });
  });
  const address = await listening(child);
  const { port } = new URL(address);
  await answers(address, child);
  return {
    address,
    stop,
    /** Starts it again on the same port and database. */
    async restart() {
      await stop();
      child = start(port, file, definition, closed);
      await answers(address, child);
    },
    said: () => child.said,
    /** What the collector reports of a survey. */
    async report(survey) {
      const reply = await fetch(`${address}/v1/surveys/${encodeURIComponent(survey)}/report`);
      if (!reply.ok) throw new Error(`report of ${survey}: status ${reply.status}`);
      return reply.json();
    },
    /** Each response as it is exported. */
    async exported() {
      const { stdout } = await promisify(execFile)(COLLECTOR, ["export", "--database", `sqlite://${file}`], { maxBuffer: 2 ** 30 });
      return stdout.trim().split("\n").map((line) => JSON.parse(line));
    },
    /** Rows of the database as objects, by a statement in SQL. */
    rows: (sql, values) => query(file, sql, values),
  };
}

async function written(folder, definition) {
  const file = join(folder, "effortlet.json");
  await writeFile(file, JSON.stringify(definition));
  return file;
}

function start(port, file, definition, closed) {
  const words = ["serve", "--listen", `127.0.0.1:${port}`, "--database", `sqlite://${file}`, "--site", SITE];
  if (definition) words.push("--definition", definition);
  if (!closed) words.push("--public-report");
  // A password is hashed at each start, which takes longer than all the rest of it.
  const env = closed ? { ...process.env, EFFORTLET_PASSWORD: PASSWORD } : process.env;
  const child = spawn(COLLECTOR, words, { stdio: ["ignore", "pipe", "pipe"], env });
  child.said = "";
  child.on("error", (error) => (child.said += error.message));
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (child.said += text));
  return child;
}

/** Where it listens, as it says itself. */
async function listening(child) {
  const latest = Date.now() + PATIENCE;
  while (Date.now() < latest && child.exitCode === null && child.pid !== undefined) {
    const [, address] = /listening on (http:\S+)/.exec(child.said) ?? [];
    if (address) return address;
    await pause(10);
  }
  throw new Error(`the collector did not start: ${child.said}`);
}

async function answers(address, child) {
  const latest = Date.now() + PATIENCE;
  while (Date.now() < latest && child.exitCode === null && child.pid !== undefined) {
    const reply = await fetch(`${address}/livez`).catch(() => undefined);
    if (reply?.ok) return;
    await pause(10);
  }
  throw new Error(`the collector did not start: ${child.said}`);
}

async function ended(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}
