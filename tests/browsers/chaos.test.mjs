/**
 * Answers arrive once whatever goes wrong on their way, in engines whose drivers open one tab and kill
 * nothing: what `tests/browser/chaos.test.mjs` does in Chromium, as far as they can. By fixed seeds.
 */
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { none } from "../browser/support/faults.mjs";
import { Ledger } from "../chaos/ledger.mjs";
import { randomOf } from "../chaos/random.mjs";
import { startSite } from "../chaos/site.mjs";
import { TROUBLES } from "../chaos/troubles.mjs";
import { answer, beAsked } from "../chaos/visit.mjs";
import { inEachEngine } from "./support/each-engine.mjs";
import { painted, run, started } from "./support/visitor.mjs";

/** The seeds share out among them all that can go wrong. */
const SEEDS = [1, 2, 3];
const troublesOf = (seed) => Object.keys(TROUBLES).filter((name, index) => index % SEEDS.length === seed - 1);

/** Seconds of health at the end. */
const HEALTH = 60;

/** As often is what was refused posted again before something else goes wrong. */
const RETRIES = 3;

/** Milliseconds in which replies arrive while the page's time stands still. */
const REPLY = 40;

/** Milliseconds that a busy machine may take for what a page waits for beside the time. */
const PATIENCE = 30_000;

/** WebKit's driver gives a script up by a timer of the page, after 30 s. */
const STEP = 20_000;

const DAY = 24 * 60 * 60 * 1000;

/** Selenium's driver as `visit.mjs` takes a page. */
const pageOf = (driver) => ({
  patience: PATIENCE,
  evaluate: (call, given) => driver.executeScript(call, given),
  mouse: { click: (x, y) => driver.actions().move({ x: Math.round(x), y: Math.round(y) }).click().perform() },
  keyboard: { type: (text) => driver.actions().sendKeys(text).perform() },
});

/** In the page: whether nothing of a nudge is still moving, so that a press meets what it aims at. */
const isAtRest = () => {
  const moving = document.querySelector("effortlet-nudge")?.shadowRoot?.getAnimations() ?? [];
  return moving.every(({ playState }) => playState !== "running");
};

for (const seed of SEEDS) {
  inEachEngine(`what is answered while things go wrong is stored once: seed ${seed}`, async (t, driver) => {
    const random = randomOf(seed);
    const plan = { isElsewhere: random.chance(0.3), hasWorker: false, format: random.of([undefined, "json", "text"]) };
    const site = await startSite(t, plan);
    site.state.isNoted = true;
    const page = pageOf(driver);
    const open = (path) => driver.get(site.host.url(path));
    const moveTime = async (span) => {
      for (let left = span; left >= 0; left -= STEP) {
        site.state.skipped += Math.min(left, STEP);
        await page.evaluate((to) => window.moveTime(to), site.state);
      }
    };
    await open("/");
    const done = [];
    for (const name of troublesOf(seed)) {
      const act = random.of(["go on", "reload", "leave", "wait", "clock"]);
      site.break(TROUBLES[name](random));
      const asked = await beAsked(page);
      const share = random.draw();
      const answered = [];
      for (let question = random.between(1, 3); question > 0; question -= 1) {
        await painted(driver);
        await driver.wait(() => run(driver, isAtRest), PATIENCE, "expected the nudge to come to rest", REPLY);
        answered.push(await answer(page, share, "Shorter words"));
      }
      done.push(`${name}: ${JSON.stringify({ asked, answered })}, ${act}`);
      if (act === "reload") await driver.navigate().refresh();
      if (act === "leave") await open(random.of(["/a", "/b"]));
      if (act === "wait") await moveTime(random.of([1000, 19_000, 60_000]));
      if (act === "clock") site.state.wrong += random.of([-9, 9, 3650]) * DAY;
      for (let retry = 0; retry < RETRIES; retry += 1) {
        await moveTime(10_000);
        await pause(REPLY);
      }
    }
    site.break(none);
    await open("/c");
    await started(driver);
    const ledger = new Ledger();
    const noted = await page.evaluate(() => sessionStorage.noted ?? "");
    for (const line of noted.split("\n").filter(Boolean)) ledger.hear(JSON.parse(line));
    let found;
    for (let second = 0; second < HEALTH; second += 1) {
      await moveTime(1000);
      await pause(REPLY);
      await driver.wait(() => run(driver, () => window.isQuiet()), PATIENCE, "expected the page to have its replies", REPLY);
      found = await ledger.compare(site.collector);
      if (found.lost.length === 0) break;
    }
    const story = `${done.join("; ")}; ${noted}`;
    assert.ok(ledger.given > 0, `expected that something was answered: ${story}`);
    const { lost, twice } = found;
    assert.deepEqual({ lost, twice, undelivered: ledger.undelivered }, { lost: [], twice: [], undelivered: [] }, story);
  });
}
