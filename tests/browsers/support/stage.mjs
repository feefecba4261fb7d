/**
 * What one test stands on: a host site with the widget in it and, where answers are posted, the
 * real collector behind it.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { startCollector } from "../../browser/support/collector.mjs";
import { definition, pageWith, survey } from "../../browser/support/definitions.mjs";
import { startHost } from "../../browser/support/host.mjs";
import { LOOK, PATIENCE, open, run, started } from "./visitor.mjs";

const WATCH = await readFile(new URL("watch.js", import.meta.url), "utf8");

/** A survey that only comes when the page shows it; `more` overrides and adds fields. */
export const shown = (more) => survey({ event: { name: "never" } }, more);

/** What the built-in survey asks. */
export const FOUND = "Did you find the information you needed?";
export const HELPED = "To what extent do you agree or disagree: Acme helped me find a solution to my problem.";
export const IMPROVE = "Is there anything we could do to improve this section?";
export const THANKS = "Thank you for your feedback!";

/** A page as `pageWith` makes it, watched from its first script on. */
export const watched = (page) => pageWith(page).replace("<script ", '<script src="/watch.js"></script>\n<script ');

/**
 * A host whose page has the widget. `body` and `lang` are the page's, `surveys` and `more` its
 * definition's, `pages` others beside it, or in its place at `/`. Posts nothing.
 */
export function hostOf(t, { surveys = shown(), more, body, lang, pages, collector } = {}) {
  const endpoint = collector ? {} : { endpoint: undefined };
  return startHost(t, {
    collector,
    pages: {
      "/": watched({ body, lang }),
      "/watch.js": WATCH,
      "/frame": FRAME,
      "/effortlet.json": definition(surveys, { ...endpoint, ...more }),
      ...pages,
    },
  });
}

/** Opens such a page, on which the widget has started. */
export async function arrive(t, page, settings) {
  const host = await hostOf(t, settings);
  await open(page, host.origin);
  return host;
}

/**
 * No browser makes its own window as narrow as a phone; a frame is one to the page in it. Another
 * page of the same origin may be in it first.
 */
const FRAME = `<!doctype html>
<html lang="en"><title>Frame</title><body style="margin: 0"><iframe title="Page" style="border: 0; display: block"></iframe></body></html>`;

/**
 * Gives the browser's window that size inside: what else is in it is drawn as often as the page. WebKitGTK's
 * page hears late of what its window has become, so what it says of both is believed once it fits.
 */
export async function fitWindow(page, { width, height }) {
  await page.switchTo().defaultContent();
  const fits = async () => {
    const bars = await run(page, () => outerHeight - innerHeight);
    await page.manage().window().setRect({ width, height: height + bars });
    return run(page, (width, height, bars) => innerWidth === width && innerHeight === height && outerHeight === height + bars, width, height, bars);
  };
  await page.wait(fits, PATIENCE, `expected a page of ${width} x ${height}`, LOOK);
}

/** Opens the host's page in a window of that size. */
export async function openInFrame(page, host, size) {
  await page.get(host.url("/frame"));
  await page.executeAsyncScript((done) => {
    const frame = document.querySelector("iframe");
    frame.onload = () => done();
    frame.src = "/";
  });
  await page.switchTo().frame(0);
  await resize(page, size);
  await started(page);
}

/** Gives that window another size. */
export const resize = (page, { width, height }) =>
  run(page, (width, height) => void Object.assign(frameElement, { width, height }), width, height);

/** The same where answers are posted; gives the collector. */
export async function arriveWithCollector(t, page, settings) {
  const collector = await startCollector(t, { definition: definition(settings?.surveys ?? shown(), settings?.more) });
  const host = await arrive(t, page, { ...settings, collector });
  return { host, collector };
}
