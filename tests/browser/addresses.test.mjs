/** One article has one identity, whatever its address: who sees it twice has not read two. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, open, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";

/** Two addresses of one article, then one of another. */
const SAME = {
  "with a slash at the end": { addresses: ["/help/billing/refunds", "/help/billing/refunds/"] },
  "as the index of its folder": { addresses: ["/help/billing/refunds/", "/help/billing/refunds/index.html"] },
  "with its ending": { addresses: ["/help/billing/refunds", "/help/billing/refunds.html"] },
  "in capital letters": { addresses: ["/help/billing/refunds", "/help/Billing/Refunds"] },
  "beside its number": { addresses: ["/hc/en-us/articles/360001-Refunds", "/hc/en-us/articles/360001"], other: "/hc/en-us/articles/360002" },
  "under another title beside its number": { addresses: ["/hc/en-us/articles/360001-Refunds", "/hc/en-us/articles/360001-Money-back"], other: "/hc/en-us/articles/360002" },
  "below a language": { addresses: ["/help/billing/refunds", "/en/help/billing/refunds"] },
  "in another language": { addresses: ["/hc/en-us/articles/360001-Refunds", "/hc/de/articles/360001-Refunds"], other: "/hc/en-us/articles/360002" },
};

for (const [how, { addresses, other = "/help/billing/invoices" }] of Object.entries(SAME)) {
  test(`an article is the same ${how}`, async (t) => {
    const pages = Object.fromEntries([...addresses, other].map((path) => [path, pageWith()]));
    const known = definition(survey({ helpCenter: { articles: 2 } }));
    const { tabAt } = await stageWithoutCollector(t, { definition: known, pages });
    const { page } = await tabAt();
    for (const path of addresses) {
      await open(page, path);
      await staysQuiet(page, path);
    }
    await open(page, other);
    await asked(page, QUESTION);
  });
}

/** What responses call the article of an address. */
const NAMES = {
  "/hc/de/articles/360001-Erstattungen": "360001",
  "/article/12-Refunds": "12",
  "/help/billing/Refunds.html": "refunds",
  "/help/billing/2024-taxes/": "2024-taxes",
};

for (const [path, name] of Object.entries(NAMES)) {
  test(`a response calls the article of ${path} ${name}`, async (t) => {
    const known = definition(survey({ helpCenter: { articles: 1 } }));
    const { tabAt } = await stageWithoutCollector(t, { definition: known, pages: { [path]: pageWith() } });
    const { page } = await tabAt();
    const posted = page.waitForRequest((it) => it.method() === "POST");
    await open(page, path);
    assert.equal((await posted).postDataJSON().page.article, name);
  });
}

/** As docsify has them, and hash histories of routers. */
for (const [where, home] of Object.entries({ "below the help center": "/help/", "at the root": "/" })) {
  test(`routes in the fragment are articles ${where}`, async (t) => {
    const known = definition(survey({ helpCenter: { articles: 3 } }), { helpCenter: { article: `${home}:section/:article` } });
    const { tabAt } = await stageWithoutCollector(t, { definition: known, pages: { [home]: pageWith() } });
    const { page } = await tabAt();
    const posted = page.waitForRequest((it) => it.method() === "POST");
    posted.catch(() => {});
    await open(page, `${home}#/billing/refunds`);
    for (const route of ["billing/invoices", "billing/refunds"]) {
      await go(page, route);
      await staysQuiet(page, route);
    }
    await go(page, "account/passwords");
    await asked(page, QUESTION);
    const { section, article, url } = (await posted).postDataJSON().page;
    assert.deepEqual([section, article, new URL(url).hash], ["account", "passwords", "#/account/passwords"]);
  });
}

test("routes in the fragment are articles without a setting, where docsify makes them", async (t) => {
  const known = definition(survey({ helpCenter: { articles: 3 } }));
  const pages = { "/": pageWith({ body: "<script>window.$docsify = {};</script><main><h1>Help</h1></main>" }) };
  const { tabAt } = await stageWithoutCollector(t, { definition: known, pages });
  const { page } = await tabAt();
  await open(page, "/#/");
  for (const route of ["billing/refunds", "billing/invoices"]) {
    await go(page, route);
    await staysQuiet(page, route);
  }
  await go(page, "account/passwords?id=length");
  await asked(page, QUESTION);
});

async function go(page, route) {
  await page.evaluate((route) => {
    location.hash = `#/${route}`;
  }, route);
  await page.clock.runFor(1_000);
}
