/**
 * A visit of a host, by real mouse and keyboard, on a clock that the test moves.
 */
import assert from "node:assert/strict";
import { freshContext } from "../../browser/support/browser.mjs";
import { record } from "../../browser/support/recorder.mjs";
import { stopClock } from "../../browser/support/stage.mjs";
import { asked, close, leaveByTop, nudge, painted, readPosition, said, staysQuiet } from "../../browser/support/visitor.mjs";
import { ARTICLES } from "../articles.mjs";

export const QUESTION = "Did you find the information you needed?";

/** Milliseconds after which a newcomer may be asked, and an exit counts. */
const SETTLED = 10_000;

/** Milliseconds of the page's time between two looks: what the page fetches comes by the browser's own time meanwhile. */
const STEP = 50;

/** Milliseconds that a browser may take to do as it is told. */
const PATIENCE = 30_000;

/** Somebody who was never here opens an article and stays; `site` is what `open` in `hosts.test.mjs` gives. */
export async function arrive(t, site, article = ARTICLES[0], settings = {}) {
  const context = await freshContext(t, { baseURL: site.origin, ...settings });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const seen = record(page);
  const posts = [];
  page.on("request", (it) => it.method() === "POST" && posts.push(...[it.postDataJSON()].flat()));
  // Cookies last by the browser's own time.
  await stopClock(page, new Date());
  const visit = { page, seen, posts, row: site.row };
  await page.goto(site.row.first ?? site.row.address(article));
  await started(page);
  if (site.row.consents) await choose(page, site.row.consents);
  await page.clock.runFor(SETTLED);
  return visit;
}

/** The widget has started, and listens. Where an app adds the tag, it comes after the page. */
async function started(page) {
  await whileTimePasses(page, page.waitForFunction(() => typeof window.effortlet === "function"));
  await whileTimePasses(page, page.evaluate(() => window.effortlet("explain", "")));
}

/** Tells the consent manager. */
export async function choose(page, name) {
  const button = page.getByRole("button", { name });
  await whileTimePasses(page, button.waitFor());
  await button.click();
  await whileTimePasses(page, button.waitFor({ state: "hidden" }));
  // It fades by the browser's time.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((it) => it.finished)));
}

/** Lets time go by on the page, which may be another one meanwhile, until `awaited` resolves or gives up. */
async function whileTimePasses(page, awaited) {
  let over = false;
  const ended = awaited.finally(() => (over = true));
  ended.catch(() => {});
  while (!over) {
    const step = page.clock.runFor(STEP).then(() => page.evaluate(() => fetch("/").then((it) => it.text())));
    await Promise.race([ended, step.catch(() => {})]).catch(() => {});
  }
  return ended;
}

/** Follows the site's own link to another article, and stays there. */
export async function follow({ page, row }, article) {
  const path = row.address(article);
  await page.evaluate(() => (window.isKept = true));
  await press(page, row, path);
  const isThere = ([path, title]) => location.pathname === path && document.querySelector("h1")?.innerText.startsWith(title);
  await whileTimePasses(page, page.waitForFunction(isThere, [path, article.title]));
  assert.equal(await page.evaluate(() => window.isKept === true), row.navigates === "inPage", "whether the page stays");
  await started(page);
  await page.clock.runFor(SETTLED);
}

/** As by a click on the link, from wherever the page stands. */
export const press = (page, { article }, path) =>
  page.evaluate(([scope, path]) => {
    const links = [...document.querySelectorAll(`${scope} a`)];
    links.find((it) => new URL(it.href).pathname === path && !it.hash).click();
  }, [article, path]);

/** The share of the page that is to be seen. */
export async function scrollTo(page, share) {
  const [there, here] = await page.evaluate((share) => [Math.round(document.documentElement.scrollHeight * share) - innerHeight, scrollY], share);
  await page.mouse.move(640, 400);
  await page.mouse.wheel(0, there - here);
  await page.waitForFunction((there) => Math.abs(scrollY - there) < 2, there);
  await readPosition(page);
}

/** What brings the nudge, and what comes just before it. */
export const MOMENTS = {
  exitIntent: { act: ({ page }) => leaveByTop(page) },
  scroll: {
    before: async ({ page }) => {
      await scrollTo(page, 0.7);
    },
    act: ({ page }) => scrollTo(page, 0.8),
  },
  click: {
    before: ({ page, row }) => page.locator(`${row.article} h1, main h1, h1`).first().click(),
    act: ({ page }) => page.locator(".cta").click(),
  },
};

/** The nudge is there by this trigger, is answered, and the response is of this article; gives the response. */
export async function answered({ page, posts, row }, trigger, article) {
  await asked(page, QUESTION);
  const posted = page.waitForRequest((it) => it.method() === "POST" && it.postDataJSON().rev > 0);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  const response = (await posted).postDataJSON();
  const { url, title, section, article: name } = response.page;
  assert.deepEqual(
    { trigger: response.trigger, url, section, article: name },
    { trigger, url: new URL(row.address(article), page.url()).href, section: article.section, article: article.name },
  );
  assert.match(title, new RegExp(`^${article.title}\\b`));
  assert.equal(posts.filter(({ rev }) => rev === 0).length, 1, "it was shown once");
  return response;
}

/** Nothing more comes, whatever is done, and the page has nothing to say. */
export async function isOver({ page, posts, seen, row }, act) {
  await close(page);
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
  await act({ page, row });
  await page.clock.runFor(60_000);
  await staysQuiet(page);
  assert.equal(posts.filter(({ rev }) => rev === 0).length, 1);
  assert.deepEqual(said(seen), []);
}

export { asked, nudge, painted, staysQuiet };
