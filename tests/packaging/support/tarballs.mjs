/**
 * The packages as `npm run package` makes them, with the collector that tests have.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { COLLECTOR } from "../../browser/support/paths.mjs";
import { findProgram } from "../../browser/support/programs.mjs";

const SCRIPT = fileURLToPath(new URL("../../../npm/package.mjs", import.meta.url));

/**
 * Both tarballs, and their folder, which is there until the tests of the file are over. `program` writes the
 * collector's program at a path, and gives that.
 */
export function tarballs(program) {
  const folder = mkdtempSync(join(tmpdir(), "effortlet-package-"));
  after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, basename(COLLECTOR));
  program(file);
  const made = execFileSync(process.execPath, [SCRIPT, "--program", file, "--out", folder], { encoding: "utf8" });
  rmSync(file);
  return { folder, files: made.trim().split("\n") };
}

/** All of it, without what debuggers want, as a product is: npm would compress three times as much. */
export function whole(file) {
  copyFileSync(COLLECTOR, file);
  if (findProgram(["strip"])) execFileSync("strip", [file]);
}

/** A few bytes that become it, for tests which look at how it is run. */
export const inPlace = (file) => writeFileSync(file, `#!/bin/sh\nexec "${COLLECTOR}" "$@"\n`, { mode: 0o755 });
