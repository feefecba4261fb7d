/**
 * Twenty visits with everything that goes wrong, by fixed seeds: nothing is lost, nothing is there twice, and
 * the page's own requests never wait. `npm run chaos -- --seed N --runs 1 --length 2 --verbose` does one of
 * them again, `npm run chaos` many others.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { startBrowser } from "../chaos/browser.mjs";
import { planOf } from "../chaos/plan.mjs";
import { wrongIn } from "../chaos/report.mjs";
import { run } from "../chaos/run.mjs";

const RUNS = 20;
const LENGTH = 2;

/** Browsers that share the runs: each of them waits about as long as it is busy. */
const BROWSERS = 2;

const seedsOf = (browser) => Array.from({ length: RUNS }, (_, index) => index + 1).filter((seed) => seed % BROWSERS === browser);

test("nothing is lost whatever goes wrong", { concurrency: BROWSERS }, async (t) => {
  let given = 0;
  const lanes = Array.from({ length: BROWSERS }, (_, index) =>
    t.test(`in browser ${index + 1}`, async (t) => {
      const ends = [];
      try {
        const browser = await startBrowser({ after: (end) => ends.unshift(end) });
        for (const seed of seedsOf(index)) {
          await t.test(`seed ${seed}`, async () => {
            const found = await run(planOf(seed, { length: LENGTH, can: () => true }), browser);
            given += found.given;
            assert.deepEqual(wrongIn(found), []);
          });
        }
      } finally {
        for (const end of ends) await end();
      }
    }),
  );
  await Promise.all(lanes);
  assert.ok(given >= RUNS, `expected as many answers as runs, found ${given}`);
});
