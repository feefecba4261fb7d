/**
 * Somebody who has Node and nothing of ours: an empty folder, an empty home and a registry.
 */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What `script` is told where it gives a command a terminal; a Mac's takes words rather than a line. */
const terminal = (command) => (process.platform === "darwin" ? ["-q", "/dev/null", "sh", "-c", command] : ["-qec", command, "/dev/null"]);

/** Milliseconds that something may take to end, with all that it has started. */
const PATIENCE = 15_000;

/** What is started runs until the test `t` is over at most. The collector takes a free port. */
export async function newcomer(t, registry) {
  const home = await mkdtemp(join(tmpdir(), "effortlet-newcomer-"));
  const folder = join(home, "site");
  await mkdir(folder);
  const env = { PATH: process.env.PATH, HOME: home, npm_config_registry: registry, EFFORTLET_LISTEN: "127.0.0.1:0" };
  const started = [];
  t.after(async () => {
    await Promise.all(started.map((it) => it.end()));
    await rm(home, { recursive: true });
  });
  function begin(program, words, more) {
    const it = heard(spawn(program, words, { cwd: folder, env: { ...env, ...more } }));
    started.push(it);
    return it;
  }
  return {
    folder,
    /** Runs a command where nobody can be asked, as scripts and service managers do; `rest` are words with spaces. */
    run(command, more = {}, rest = []) {
      const [program, ...words] = command.split(" ");
      return begin(program, [...words, ...rest], more);
    },
    /** Types a command into a terminal. */
    type: (command) => begin("script", terminal(command)),
  };
}

/** A process by what it says: `says` resolves to a match once it is there, `ended` to how it ended. */
function heard(child) {
  let said = "";
  let over = false;
  const waiting = new Set();
  const look = () => waiting.forEach((check) => check());
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      said += text;
      look();
    });
  }
  const ended = new Promise((resolve) => {
    child.on("error", (error) => (said += error.message));
    child.on("close", (code, signal) => {
      over = true;
      look();
      resolve({ code, signal, said });
    });
  });
  const says = (pattern) =>
    new Promise((resolve, reject) => {
      const check = () => {
        const match = said.match(pattern);
        if (!match && !over) return;
        waiting.delete(check);
        if (match) resolve(match);
        else reject(new Error(`expected ${pattern}, it ended with: ${said}`));
      };
      waiting.add(check);
      check();
    });
  const end = () => {
    child.kill("SIGTERM");
    setTimeout(giveUp, PATIENCE).unref();
    return ended;
  };
  /** What it has started holds its output and goes on. */
  const giveUp = () => {
    said += "\nstill running\n";
    child.stdout.destroy();
    child.stderr.destroy();
  };
  return { says, ended, end, enter: (line) => child.stdin.write(`${line}\n`) };
}
