/**
 * `node guard.mjs PROGRAM WORDS…` runs a program, and whatever that starts, for as long as who asked for
 * it lives: standard input ends even where that one was killed. Never leaves a browser behind.
 */
import { spawn } from "node:child_process";

const [, , program, ...words] = process.argv;

// A group of its own has what it starts in it, and none of us.
const child = spawn(program, words, { detached: true, stdio: ["ignore", "inherit", "inherit"] });

function endAll() {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Where there are no groups, or nobody is left in it.
    child.kill("SIGKILL");
  }
}

child.on("error", ({ message }) => {
  console.error(message);
  process.exit(1);
});
child.on("exit", (code) => {
  endAll();
  process.exit(code ?? 1);
});
process.stdin.on("close", endAll).on("error", endAll).resume();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, endAll);
