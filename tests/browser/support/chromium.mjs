/**
 * Where this machine's Chromium is. Never downloads one.
 */
import { findProgram } from "./programs.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const MAC_APPLICATIONS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of Chromium, undefined where there is none; the environment's `CHROMIUM` goes first. */
export const findChromium = () => findProgram(process.env.CHROMIUM ? [process.env.CHROMIUM] : [...NAMES, ...MAC_APPLICATIONS]);
