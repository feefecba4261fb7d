/**
 * The same tests for every engine. An engine does not wait for another, only a test for a browser.
 */
import { test } from "node:test";
import { enginesAsked } from "./engines.mjs";
import { browsersOf } from "./pool.mjs";

/** Milliseconds until a test hangs in one engine: the longest take a minute where the machine is busy. */
const PATIENCE = 300_000;

/** The tests of several files, which are begun together once all of them are known. */
let gathered;

/**
 * Registers `run(t, page, engine)` for each engine, and has all of them run it at once. `page` is
 * Selenium's driver, on an empty page; every test has a host of its own origin, where nothing was
 * stored yet. `skip` says by engine why a test is not run there.
 */
export function inEachEngine(title, run, skip = {}) {
  const it = { title, run, skip };
  if (gathered) gathered.push(it);
  else test(title, { concurrency: true }, (t) => runInEach(t, it));
}

/** Runs the tests that `load` registers as one, and as many of them at once as there are browsers. */
export function together(load) {
  gathered = [];
  test("in each engine", { concurrency: true }, async (t) => {
    await load(t);
    await Promise.all(gathered.map((it) => t.test(it.title, { concurrency: true }, (t) => runInEach(t, it))));
  });
}

const runInEach = (t, it) => Promise.all(enginesAsked().map((engine) => runIn(engine, t, it)));

async function runIn(engine, t, { run, skip }) {
  const title = `in ${engine}`;
  if (skip[engine]) return t.test(title, { skip: skip[engine] });
  const browsers = browsersOf(engine);
  const browser = await browsers.take();
  let ended = false;
  await t.test(title, { timeout: PATIENCE }, async (t) => {
    const { driver } = await browser.launched;
    const leave = () => {
      ended = true;
      return driver.get("about:blank");
    };
    // No hook: one that fails would keep the others from running, and a host would stay open.
    await run(t, driver, engine).finally(leave);
  });
  await browsers.giveBack(browser, ended);
}
