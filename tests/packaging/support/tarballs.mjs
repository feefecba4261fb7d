/**
 * The packages as `npm run package` makes them, with the collector that tests have.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { COLLECTOR } from "../../browser/support/paths.mjs";
import { findProgram } from "../../browser/support/programs.mjs";

const SCRIPT = fileURLToPath(new URL("../../../npm/package.mjs", import.meta.url));

/** Both tarballs, and their folder, which is there until the tests of the file are over. */
export function tarballs() {
  const folder = mkdtempSync(join(tmpdir(), "effortlet-package-"));
  after(() => rmSync(folder, { recursive: true }));
  const program = stripped(folder);
  const made = execFileSync(process.execPath, [SCRIPT, "--program", program, "--out", folder], { encoding: "utf8" });
  rmSync(program);
  return { folder, files: made.trim().split("\n") };
}

/** Without what debuggers want, as a product is: otherwise npm compresses three times as much. */
function stripped(folder) {
  const program = join(folder, basename(COLLECTOR));
  copyFileSync(COLLECTOR, program);
  if (findProgram(["strip"])) execFileSync("strip", [program]);
  return program;
}
