/**
 * Where a program of this machine is. Never downloads one.
 */
import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** The first of these names or whole paths that can be run, undefined where none can. */
export function findProgram(candidates) {
  for (const candidate of candidates) {
    const path = isAbsolute(candidate) ? runnable(candidate) : onPath(candidate);
    if (path) return path;
  }
  return undefined;
}

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => runnable(join(folder, name))).find(Boolean);
}

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}
