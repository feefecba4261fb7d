/**
 * Where this machine's Chromium is. Never downloads one.
 */
import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const MAC_APPLICATIONS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of Chromium, undefined where there is none; the environment's `CHROMIUM` goes first. */
export function findChromium() {
  const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : [...NAMES, ...MAC_APPLICATIONS];
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
