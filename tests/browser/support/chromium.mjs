/**
 * Where this machine's Chromium is: the whole browser, and its engine alone. Never downloads one.
 */
import { findProgram } from "./programs.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const SHELLS = ["chromium-headless-shell", "chrome-headless-shell"];

const MAC_APPLICATIONS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of Chromium, undefined where there is none; the environment's `CHROMIUM` goes first. */
export const findChromium = () => findProgram(process.env.CHROMIUM ? [process.env.CHROMIUM] : [...NAMES, ...MAC_APPLICATIONS]);

/**
 * Chromium's headless shell: the same engine for pages, but no windows, whose own parts are pages too.
 * A test costs it a third of the processor's time. Undefined where there is none, and where the
 * environment names a browser.
 */
export const findShell = () => (process.env.CHROMIUM ? undefined : findProgram(SHELLS));
