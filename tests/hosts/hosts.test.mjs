/**
 * The widget on real hosts, each built with its recipe: README's triggers come once and at the right moment.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { startCollector } from "../browser/support/collector.mjs";
import { ARTICLES } from "./articles.mjs";
import { HOSTS } from "./hosts.mjs";
import { build } from "./support/build.mjs";
import { isInstalled } from "./support/packages.mjs";
import { definitionOf } from "./support/recipe.mjs";
import { serve } from "./support/serve.mjs";
import { MOMENTS, answered, arrive, follow, isOver, press, staysQuiet } from "./support/visit.mjs";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const SHOWN = JSON.parse([...README.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text]) => text).find((text) => text.includes('"surveys"')));

const [REFUNDS, INVOICES, PASSWORDS] = ARTICLES;

const timeout = 60_000;

/** Some of them alone, as in `EFFORTLET_HOSTS=vue,react`. */
const ASKED = process.env.EFFORTLET_HOSTS?.split(",");

for (const row of HOSTS.filter(({ host }) => ASKED?.includes(host) ?? true)) {
  const skip = !isInstalled(row) && `its packages are missing: run npm run test:hosts`;
  const asExpected = (what) => ({ skip, timeout, todo: row.todo?.[what] });

  describe(row.host, { concurrency: false }, () => {
    test("its recipe asks by README's triggers", asExpected("recipe"), () => {
      const [survey] = definitionOf(row.host).surveys;
      assert.deepEqual(survey.triggers, SHOWN.surveys[0].triggers);
    });

    for (const [trigger, { before = () => {}, act }] of Object.entries(MOMENTS)) {
      test(`${trigger} asks once, on the page that was opened`, asExpected(trigger), async (t) => {
        const visit = await arrive(t, await open(t, row));
        await before(visit);
        await staysQuiet(visit.page);
        await act(visit);
        await answered(visit, trigger, REFUNDS);
        await isOver(visit, act);
      });

      test(`${trigger} asks once, after a link of the site`, asExpected(trigger), async (t) => {
        const visit = await arrive(t, await open(t, row));
        await follow(visit, INVOICES);
        await before(visit);
        await staysQuiet(visit.page);
        await act(visit);
        await answered(visit, trigger, INVOICES);
        await isOver(visit, act);
      });
    }

    test("the third article asks, and no article counts twice", asExpected("helpCenter"), async (t) => {
      const visit = await arrive(t, await open(t, row));
      for (const article of [INVOICES, REFUNDS, INVOICES]) {
        await follow(visit, article);
        await staysQuiet(visit.page, article.name);
      }
      await follow(visit, PASSWORDS);
      await answered(visit, "helpCenter", PASSWORDS);
      await isOver(visit, () => press(visit.page, row, row.address(REFUNDS)));
    });
  });
}

/** The host's site with the collector that its recipe names. */
async function open(t, row) {
  const collector = await startCollector(t, { definition: definitionOf(row.host) });
  const origin = await serve(t, build(row), { collector: collector.address, route: row.route });
  return { row, origin };
}
