/**
 * A site's own search, router, links within a page and places are as without us, also with the nudge open.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { freshContext } from "../browser/support/browser.mjs";
import { record } from "../browser/support/recorder.mjs";
import { asked, said } from "../browser/support/visitor.mjs";
import { ARTICLES, PLACE, WORD } from "./articles.mjs";
import { ROWS, open, openWithout, settings } from "./support/rows.mjs";
import { QUESTION, press } from "./support/visit.mjs";

const [REFUNDS, INVOICES] = ARTICLES;

/** How far an article is scrolled before it is left. */
const DEPTH = 600;

for (const row of ROWS) {
  describe(row.host, { concurrency: false }, () => {
    test("search, router, links within a page and places are as without us", settings(row, "unchanged"), async (t) => {
      const [without, within] = await Promise.all([visit(t, await openWithout(t, row), () => {}), visit(t, await open(t, row), show)]);
      const top = (step) => without.steps.find((it) => it.step === step).top;
      assert.ok(top("a link within the page") > DEPTH && top("scrolled") === DEPTH, "there is something to compare");
      assert.deepEqual(within.steps, without.steps);
      assert.deepEqual(within.said, []);
    });
  });
}

/** With the nudge there while all of it happens. */
async function show(page) {
  await page.waitForFunction(() => typeof window.effortlet === "function");
  await page.evaluate(() => window.effortlet("show", "help-center"));
  await asked(page, QUESTION);
}

/** What is seen of a visit, step by step. */
async function visit(t, { row, origin }, begin) {
  const context = await freshContext(t, { baseURL: origin });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const seen = record(page);
  const steps = [];
  const look = async (step) => steps.push({ step, ...(await rest(page)) });

  await page.goto(row.address(REFUNDS));
  await is(page, row, REFUNDS);
  if (row.consents) await decline(page);
  await begin(page);
  await look("opened");
  await page.evaluate((name) => [...document.querySelectorAll("a")].find((it) => it.innerText === name && it.hash).click(), PLACE.title);
  await page.waitForFunction((hash) => location.hash === hash, `#${PLACE.id}`);
  await look("a link within the page");
  await page.goBack();
  await page.waitForFunction(() => location.hash === "");
  await look("back from it");
  await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), DEPTH);
  await look("scrolled");
  await press(page, row, row.address(INVOICES));
  await is(page, row, INVOICES);
  await look("the next article");
  await page.goBack();
  await is(page, row, REFUNDS);
  await look("back to the first one");
  await page.goForward();
  await is(page, row, INVOICES);
  await look("forward again");
  steps.push({ step: "search", found: await search(page, row) });
  await page.locator(row.search.results).first().click();
  await is(page, row, REFUNDS);
  await look("what was found");
  return { steps, said: said(seen) };
}

const is = (page, row, article) =>
  page.waitForFunction(
    ([path, title]) => location.pathname === path && document.querySelector("h1")?.innerText.startsWith(title),
    [row.address(article), article.title],
  );

/** In words that the site's own search gives. */
async function search(page, { search: { key, field, results, enter } }) {
  if (key) await page.keyboard.press(key);
  await page.locator(field).pressSequentially(WORD);
  if (enter) await page.keyboard.press("Enter");
  await page.locator(results).first().waitFor();
  await rest(page);
  return page.locator(results).allInnerTexts();
}

async function decline(page) {
  await page.getByRole("button", { name: "Reject all" }).click();
  await page.getByRole("button", { name: "Reject all" }).waitFor({ state: "hidden" });
}

/** Where the page is once nothing of it has moved for a while. */
const rest = (page) =>
  page.evaluate(async () => {
    const look = () => ({
      address: location.pathname + location.hash,
      title: document.title,
      heading: document.querySelector("h1")?.innerText,
      top: Math.round(scrollY),
      entries: history.length,
      focus: document.activeElement?.localName,
    });
    let [it, since] = [JSON.stringify(look()), 0];
    while (since < 20) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = JSON.stringify(look());
      [it, since] = now === it ? [it, since + 1] : [now, 0];
    }
    return JSON.parse(it);
  });
