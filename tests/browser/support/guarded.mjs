/**
 * Programs that are gone when we are, however we end.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const GUARD = fileURLToPath(new URL("guard.mjs", import.meta.url));

/** What is to be run in place of a program: the first word of a command, and those after it. */
export const guarded = (program) => [process.execPath, GUARD, program];

/** The guard's end of the line; it ends the program when nobody holds ours. */
export const HELD = "pipe";

/** Starts a program whose `stdout` and `stderr` are kept or, as `ignore`, not. */
export function startGuarded(program, words, { stdout = "ignore", stderr = "ignore" }) {
  const [command, ...first] = guarded(program);
  return spawn(command, [...first, ...words], { stdio: [HELD, stdout, stderr] });
}
