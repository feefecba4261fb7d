/**
 * What one test stands on: a host site with the widget in it and, where answers are posted, the
 * real collector behind it.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { startCollector } from "../../browser/support/collector.mjs";
import { definition, pageWith, survey } from "../../browser/support/definitions.mjs";
import { startHost } from "../../browser/support/host.mjs";
import { open, run, started } from "./visitor.mjs";

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
 * Opens a page that the widget has started on. `body` and `lang` are the page's, `surveys` and
 * `more` its definition's, `pages` others beside it, or in its place at `/`. Posts nothing.
 */
export async function arrive(t, page, { surveys = shown(), more, body, lang, pages, collector } = {}) {
  const endpoint = collector ? {} : { endpoint: undefined };
  const host = await startHost(t, {
    collector,
    pages: {
      "/": watched({ body, lang }),
      "/watch.js": WATCH,
      "/effortlet.json": definition(surveys, { ...endpoint, ...more }),
      ...pages,
    },
  });
  await open(page, host.origin);
  return host;
}

/** The same where answers are posted; gives the collector. */
export async function arriveWithCollector(t, page, settings) {
  const collector = await startCollector(t);
  const host = await arrive(t, page, { ...settings, collector });
  return { host, collector };
}

/** No browser makes its own window so narrow; a frame is one to the page in it. */
export async function narrow(page, host, width, height = 600) {
  host.pages["/narrow"] = `<!doctype html><body style="margin: 0"><iframe src="/" style="width: ${width}px; height: ${height}px; border: 0"></iframe>`;
  await page.get(host.url("/narrow"));
  await page.switchTo().frame(0);
  await started(page);
  assert.equal(await run(page, () => innerWidth), width);
}
