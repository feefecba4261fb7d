/**
 * README's triggers where nobody says where the help center is, or who makes it: its pages say so themselves.
 */
import { describe, test } from "node:test";
import { ARTICLES } from "./articles.mjs";
import { definitionOf } from "./support/recipe.mjs";
import { ROWS, open, settings } from "./support/rows.mjs";
import { answered, arrive, follow, staysQuiet } from "./support/visit.mjs";

const [REFUNDS, INVOICES, PASSWORDS] = ARTICLES;

for (const row of ROWS) {
  describe(row.host, { concurrency: false }, () => {
    test("the third article asks without a preset", settings(row, "untold"), async (t) => {
      const visit = await arrive(t, await open(t, row, untold(row)));
      await follow(visit, INVOICES);
      await staysQuiet(visit.page);
      await follow(visit, PASSWORDS);
      await answered(visit, "helpCenter.articles", PASSWORDS);
    });

    test("an article in no section counts, without a preset", where(row, "alone"), async (t) => {
      const visit = await arrive(t, at(await open(t, row, untold(row)), row.alone));
      await byLink(visit, INVOICES);
      await staysQuiet(visit.page);
      await byLink(visit, PASSWORDS);
      await answered(visit, "helpCenter.articles", PASSWORDS);
    });

    test("what lists a section is no article, without a preset", where(row, "list"), async (t) => {
      const visit = await arrive(t, at(await open(t, row, untold(row)), row.list));
      for (const article of [INVOICES, REFUNDS]) {
        await byLink(visit, article);
        await staysQuiet(visit.page, article.name);
      }
      await byLink(visit, PASSWORDS);
      await answered(visit, "helpCenter.articles", PASSWORDS);
    });
  });
}

/** The recipe's definition without what it says of the help center. */
function untold({ host }) {
  const { helpCenter, ...rest } = definitionOf(host);
  return rest;
}

/** Where a host has such a page. */
function where(row, page) {
  return { ...settings(row, page), ...(!row[page] && { skip: "it has no such page" }) };
}

/** The same site, which is opened at this path. */
const at = (site, path) => ({ ...site, row: { ...site.row, first: path } });

/** By any link of the page. */
const byLink = (visit, article) => follow({ ...visit, row: { ...visit.row, article: "body" } }, article);
