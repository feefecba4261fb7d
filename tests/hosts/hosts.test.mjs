/**
 * The widget on real hosts, each built with its recipe: README's triggers come once and at the right moment.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { ARTICLES } from "./articles.mjs";
import { definitionOf } from "./support/recipe.mjs";
import { ROWS, open, settings } from "./support/rows.mjs";
import { MOMENTS, answered, arrive, follow, isOver, staysQuiet } from "./support/visit.mjs";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const SHOWN = JSON.parse([...README.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text]) => text).find((text) => text.includes('"surveys"')));

const [REFUNDS, INVOICES, PASSWORDS] = ARTICLES;

for (const row of ROWS) {
  describe(row.host, { concurrency: false }, () => {
    test("its recipe asks by README's triggers", settings(row, "recipe"), () => {
      const [survey] = definitionOf(row.host).surveys;
      assert.deepEqual(survey.triggers, SHOWN.surveys[0].triggers);
    });

    for (const [trigger, { before = () => {}, act }] of Object.entries(MOMENTS)) {
      test(`${trigger} asks once, on the page that was opened`, settings(row, trigger), async (t) => {
        const visit = await arrive(t, await open(t, row));
        await before(visit);
        await staysQuiet(visit.page);
        await act(visit);
        await answered(visit, trigger, REFUNDS);
        await isOver(visit, act);
      });

      test(`${trigger} asks once, after a link of the site`, settings(row, trigger), async (t) => {
        const visit = await arrive(t, await open(t, row));
        await follow(visit, INVOICES);
        await before(visit);
        await staysQuiet(visit.page);
        await act(visit);
        await answered(visit, trigger, INVOICES);
        await isOver(visit, act);
      });
    }

    test("the third article asks, and no article counts twice", settings(row, "helpCenter"), async (t) => {
      const visit = await arrive(t, await open(t, row));
      for (const article of [INVOICES, REFUNDS, INVOICES]) {
        await follow(visit, article);
        await staysQuiet(visit.page, article.name);
      }
      await follow(visit, PASSWORDS);
      await answered(visit, "helpCenter.articles", PASSWORDS);
      await isOver(visit, () => follow(visit, REFUNDS));
    });
  });
}
