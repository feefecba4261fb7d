/**
 * One browser of each engine for all tests of a file, and the same tests for all of them.
 */
import { after, test } from "node:test";
import { enginesAsked } from "./engines.mjs";
import { launch } from "./launch.mjs";

const launching = new Map();

/** All start at once, and the first tests do not wait for the slowest. */
function launchAll() {
  for (const engine of enginesAsked()) {
    launching.set(engine, launch(engine));
    // Whoever needs it hears of it.
    launching.get(engine).catch(() => {});
  }
}

/** Milliseconds for one test in one engine. */
const PATIENCE = 120_000;

/**
 * Registers `run(t, page, engine)` for each engine, and has all of them run it at once. `page` is
 * Selenium's driver, on an empty page; every test has a host of its own origin, where nothing was
 * stored yet. `skip` says by engine why a test is not run there.
 */
export function inEachEngine(title, run, skip = {}) {
  if (launching.size === 0) launchAll();
  const runIn = (engine) => async (t) => {
    const { driver } = await launching.get(engine);
    t.after(() => driver.get("about:blank"));
    await run(t, driver, engine);
  };
  test(title, { concurrency: true }, (t) =>
    Promise.all(enginesAsked().map((engine) => t.test(`in ${engine}`, { skip: skip[engine], timeout: PATIENCE }, runIn(engine)))),
  );
}

after(async () => {
  const launched = await Promise.allSettled(launching.values());
  await Promise.all(launched.map(({ value }) => value?.quit()));
});
