/**
 * The browsers of an engine, which tests take one after the other: to start one costs more than most
 * tests. One that has died or hangs is replaced, so that no test fails for what another did to it.
 */
import { after } from "node:test";
import { WINDOW, launch } from "./launch.mjs";

/** How many browsers of each engine there are at most. */
const MOST = Number(process.env.EFFORTLET_BROWSERS ?? 1);

/** Milliseconds until a browser is given up that does not do as it is told. */
const PATIENCE = 10_000;

const pools = new Map();

export function browsersOf(engine) {
  if (!pools.has(engine)) pools.set(engine, poolOf(engine));
  return pools.get(engine);
}

function poolOf(engine) {
  const all = new Set();
  const free = [];
  const waiting = [];
  const start = () => {
    const browser = { launched: launch(engine) };
    // Whoever needs it hears of it.
    browser.launched.catch(() => {});
    all.add(browser);
    return browser;
  };
  const end = async (browser) => {
    all.delete(browser);
    const launched = await browser.launched.catch(() => undefined);
    if (launched) await inTime(launched.quit());
  };
  return {
    /** Resolves to a browser, in the order of asking; `launched` is what `launch` gives. */
    async take() {
      if (free.length > 0) return free.pop();
      if (all.size < MOST) return start();
      return new Promise((resolve) => waiting.push(resolve));
    },

    /** `ended` says whether the test is done with it; one whose time was up may still be at work. */
    async giveBack(browser, ended) {
      let next = browser;
      if (!ended || !(await isWell(browser))) {
        await end(browser).catch(() => {});
        next = start();
      }
      if (waiting.length > 0) waiting.shift()(next);
      else free.push(next);
    },

    endAll: () => Promise.all(Array.from(all, end)),
  };
}

/**
 * Whether it does as it is told: it gets back the window that every test begins with. One that could
 * not be started could not be the next time either, and all its tests say why.
 */
async function isWell(browser) {
  const launched = await browser.launched.catch(() => undefined);
  if (!launched) return true;
  return inTime(launched.driver.manage().window().setRect(WINDOW)).then(
    () => true,
    () => false,
  );
}

/** Rejects what takes too long. */
async function inTime(promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("expected the browser to answer")), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

after(() => Promise.all(Array.from(pools.values(), (pool) => pool.endAll())));
