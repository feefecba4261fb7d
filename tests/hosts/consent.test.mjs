/**
 * A consent manager on a WordPress-shaped page, by its recipe: nothing is kept before the visitor has agreed.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ARTICLES } from "./articles.mjs";
import { ROWS, open, settings } from "./support/rows.mjs";
import { MOMENTS, answered, arrive, choose, follow, staysQuiet } from "./support/visit.mjs";

const [REFUNDS, INVOICES, PASSWORDS] = ARTICLES;

const row = ROWS.find(({ host }) => host === "wordpress");

describe("wordpress", { skip: !row && "it was not asked for", concurrency: false }, () => {
  test("who has not said yet is not asked over the question about cookies, and nothing is kept", settings(row, "consent"), async (t) => {
    const visit = await undecided(t);
    await MOMENTS.click.act(visit);
    await visit.page.clock.runFor(5_000);
    await staysQuiet(visit.page);
    assert.deepEqual(await kept(visit), []);
  });

  test("who refuses is asked by what they do on this page, and nothing is kept", settings(row, "consent"), async (t) => {
    const visit = await undecided(t);
    await choose(visit.page, "Reject all");
    await MOMENTS.click.act(visit);
    await answered(visit, "click", REFUNDS);
    assert.deepEqual(await kept(visit), []);
  });

  test("who refuses is not followed from page to page", settings(row, "consent"), async (t) => {
    const visit = await undecided(t);
    await choose(visit.page, "Reject all");
    for (const article of [INVOICES, PASSWORDS]) await follow(visit, article);
    await staysQuiet(visit.page);
    assert.deepEqual(await kept(visit), []);
  });

  test("who agrees is counted, from this page on", settings(row, "consent"), async (t) => {
    const visit = await undecided(t);
    await choose(visit.page, "Accept all");
    assert.deepEqual(await kept(visit), ["effortlet"]);
    for (const article of [INVOICES, PASSWORDS]) await follow(visit, article);
    await answered(visit, "helpCenter.articles", PASSWORDS);
  });
});

async function undecided(t) {
  return arrive(t, { ...(await open(t, row)), row: { ...row, consents: undefined } });
}

/** The names of what we keep on the device. */
const kept = ({ page }) =>
  page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...databases].filter((name) => name.startsWith("effortlet"));
  });
