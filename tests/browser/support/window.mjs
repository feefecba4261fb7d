/**
 * A browser as a visitor has it: its tabs hide each other, and pages that were left wait in the
 * back-forward cache. Playwright's own profiles keep every page visible and none in the cache.
 */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { startGuarded } from "./guarded.mjs";
import { flags } from "./launch.mjs";
import { chromium } from "./playwright.mjs";

/** A profile in a browser of its own, gone when the test `t` is over. */
export async function ownBrowser(t) {
  const folder = await freshProfile(t);
  const { browser, end } = await openBrowser(folder);
  t.after(end);
  return browser.contexts()[0];
}

/** A folder for what a browser keeps, gone when the test `t` is over. */
export async function freshProfile(t) {
  const folder = await mkdtemp(join(tmpdir(), "effortlet-browser-"));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Opens a browser that keeps what it has in this folder, and gives it with what ends it. */
export async function openBrowser(folder) {
  const own = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"];
  const child = startGuarded(findChromium(), [...flags(), ...own], { stderr: "pipe" });
  const ended = once(child, "exit");
  const browser = await chromium.connectOverCDP(await addressOf(child), { noDefaults: true });
  const end = async () => {
    await browser.close().catch(() => {});
    child.kill();
    await ended;
  };
  return { browser, ended, end };
}

/** Where it says that it can be talked to. */
export async function addressOf(child) {
  let said = "";
  for await (const text of child.stderr) {
    said += text;
    const [address] = /ws:\/\/\S+/.exec(said) ?? [];
    if (address) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error(`the browser did not start: ${said}`);
}

/** Puts another tab in front of a page, and gives what brings the page back. */
export async function hide(page) {
  const other = await page.context().newPage();
  await page.waitForFunction(() => document.visibilityState === "hidden");
  return async () => {
    await other.close();
    await page.bringToFront();
    await page.waitForFunction(() => document.visibilityState === "visible");
  };
}

/** Makes a page one of a phone: touches come as touches, and the window is narrow. */
export async function bePhone(page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  await browser.send("Emulation.setDeviceMetricsOverride", { width: 400, height: 800, deviceScaleFactor: 1, mobile: true });
}
