/**
 * Starts the machine's own Chromium so that it asks the network for nothing of its own.
 */
import { findChromium, findShell } from "./chromium.mjs";
import { chromium } from "./playwright.mjs";

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

/**
 * The next page of a site is drawn by what drew the last one, rather than by one more of it: pages see no
 * difference, and an empty one takes a third less of the processor's time. The last such flag holds, so
 * Playwright's own are in it.
 */
const REUSED = "--enable-features=CDPScreenshotNewSurface,SkipListAccountsWithoutGaiaCookies,RenderDocument:level/crashed-frame";

/** The whole browser, as visitors have it. */
export const launch = () => launchProgram(findChromium(), flags());

/** What is enough for pages that need no window of their own. */
export const launchShell = () => launchProgram(findShell() ?? findChromium(), [...flags(), REUSED]);

/** A browser that crashes before it has shown anything is started once more: nothing was tested with it yet. */
async function launchProgram(executablePath, args) {
  if (!executablePath) throw new Error("Chromium is missing: run node setup.mjs --browser");
  const start = () => chromium.launch({ executablePath, args });
  try {
    return await start();
  } catch (error) {
    if (!/Segmentation fault|exitCode=139/.test(error.message)) throw error;
    console.error("Chromium crashed as it started; it is started once more");
    return start();
  }
}

export function flags() {
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return [...QUIET, ...asRoot];
}

/** Slows the page's processor down, 1 being full speed. */
export async function throttle(page, times) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: times });
}
