/**
 * One browser of each engine for all tests of a file, and the same tests for all of them.
 */
import { after, test } from "node:test";
import { enginesAsked } from "./engines.mjs";
import { launch } from "./launch.mjs";

const launching = new Map();

/** Milliseconds for one test in one engine. */
const PATIENCE = 120_000;

/**
 * Registers `run(t, page)` for each engine. `page` is Selenium's driver, on an empty page; every
 * test has a host of its own origin, where nothing was stored yet. `skip` says by engine why a test
 * is not run there.
 */
export function inEachEngine(title, run, skip = {}) {
  for (const engine of enginesAsked()) {
    test(`${title}, in ${engine}`, { skip: skip[engine], timeout: PATIENCE }, async (t) => {
      if (!launching.has(engine)) launching.set(engine, launch(engine));
      const { driver } = await launching.get(engine);
      t.after(() => driver.get("about:blank"));
      await run(t, driver);
    });
  }
}

after(async () => {
  for (const browser of launching.values()) await browser.then(({ quit }) => quit());
});
