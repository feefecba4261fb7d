/** Without Web Locks, as on every page that comes without HTTPS. `tests/edge` has what no browser does at will. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { NOON, started, stageWithoutCollector } from "./support/stage.mjs";
import { announcements, asked, close, until } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";
const HOUR = 60 * 60 * 1000;

/** From asking to having, and until a lease that is not renewed is over. */
const WAIT = 250;
const TERM = 30_000;

/** After so long an idle callback has run. */
const ARMED = 100;

/** How often a test looks for what arrives within milliseconds. */
const LOOKS = 500;

const LEASE = "effortlet:lease";

const missing = () => delete Navigator.prototype.locks;
const refusing = () => {
  LockManager.prototype.request = () => Promise.reject(new DOMException("refused", "SecurityError"));
};

/** Tabs with a survey that may be shown at any time, and their clock that stands still. */
async function begin(t, count, locks = missing) {
  const pages = { "/": pageWith(), "/v1/responses": (request, reply) => reply.writeHead(204).end() };
  const it = await stageWithoutCollector(t, { definition: definition(survey({ event: { name: "go" } })), pages });
  await it.context.addInitScript(locks);
  const heard = await announcements(it.context);
  // All tabs of a profile have one clock, and the first stops it.
  const first = await it.tabAt();
  const opened = [first, ...(await Promise.all(Array.from({ length: count - 1 }, it.tab)))];
  const tabs = opened.map(({ page, seen }) => Object.assign(page, { seen }));
  await Promise.all(tabs.map((page) => page.goto("/")));
  const armed = Promise.all(tabs.map(started));
  await first.page.clock.runFor(ARMED);
  await armed;
  return { ...it, heard, tabs };
}

/** Calls, and waits until the tab has asked for the lease or seen that another one has it. */
const call = (page, ...values) =>
  page.evaluate(async (values) => {
    await window.effortlet(...values);
    await import("/effortlet/lease.js");
    await fetch("/");
  }, values);

const trigger = (page) => call(page, "track", "go");

/** Also where the clock says that the visitor's first second is yet to come. */
const show = (page) => call(page, "show", "help-center");

const standing = (page) => page.evaluate((name) => localStorage[name], LEASE);

/**
 * What a tab writes arrives in the others later. Waits until all of them read the same, and until
 * one that shows something has answered who asked.
 */
async function agreed(tabs) {
  for (let times = 0; times < LOOKS; times += 1) {
    const [first, ...others] = await Promise.all(tabs.map(standing));
    const isSettled = (await showing(tabs)).length === 0 || JSON.parse(first ?? "[]")[2];
    if (isSettled && others.every((it) => it === first)) return;
  }
  assert.fail("expected all tabs to read the same");
}

const freed = (page) => page.waitForFunction((name) => !localStorage[name], LEASE);

/** Lets the wait for the lease go by, and what follows from it. */
async function wait(tabs) {
  await agreed(tabs);
  await tabs[0].clock.runFor(WAIT);
  await agreed(tabs);
}

/** The tabs that show something now. */
async function showing(tabs) {
  const counts = await Promise.all(tabs.map((page) => page.locator("effortlet-nudge").count()));
  return tabs.filter((page, index) => counts[index] > 0);
}

for (const [how, locks] of Object.entries({ missing, refusing })) {
  test(`with Web Locks ${how}, of two tabs that are triggered at once one shows, and the other after it`, async (t) => {
    const { tabs, heard } = await begin(t, 2, locks);
    await Promise.all(tabs.map(trigger));
    await wait(tabs);
    const [first, ...more] = await showing(tabs);
    assert.deepEqual([!!first, more], [true, []]);
    const second = tabs.find((page) => page !== first);
    await trigger(second);
    await wait(tabs);
    assert.deepEqual(await showing(tabs), [first]);
    await close(first);
    await agreed(tabs);
    await trigger(second);
    await wait(tabs);
    assert.deepEqual(await showing(tabs), [second]);
    // It is told once it has been painted.
    await until(second, () => heard.length >= 3);
    assert.equal(heard.length, 3, "shown, dismissed, shown");
    for (const { seen } of tabs) assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

/** The timers that end a wait go into `held`, and the next look at the lease finds it free if `blind`. */
function holdWaits({ WAIT, LEASE }) {
  window.held = [];
  const { setTimeout: set } = window;
  window.setTimeout = (call, span, ...more) => (span === WAIT ? -window.held.push(call) : set(call, span, ...more));
  const { getItem } = Storage.prototype;
  Storage.prototype.getItem = function (name) {
    const blind = name === LEASE && window.blind;
    if (blind) window.blind = false;
    return blind ? null : getItem.call(this, name);
  };
}

/** In which order two tabs ask and end their wait; the second asks before it can read that the first did. */
const ORDERS = ["ask 0, ask 1, end 0, end 1", "ask 0, ask 1, end 1, end 0", "ask 0, end 0, ask 1, end 1"];

for (const order of ORDERS) {
  test(`in whatever order two tabs go on, one shows: ${order}`, async (t) => {
    const { tabs } = await begin(t, 2);
    await Promise.all(tabs.map((page) => page.evaluate(holdWaits, { WAIT, LEASE })));
    for (const step of order.split(", ")) {
      const page = tabs[step.at(-1)];
      if (step.startsWith("ask")) {
        await page.evaluate(() => (window.blind = true));
        await trigger(page);
        assert.equal(await page.evaluate(() => window.held.length), 1);
      } else {
        await page.evaluate(() => window.held.pop()());
      }
      await agreed(tabs);
      assert.ok((await showing(tabs)).length <= 1, step);
    }
    assert.equal((await showing(tabs)).length, 1);
  });
}

test("of twenty tabs never more than one shows, and each time one does", async (t) => {
  const { tabs, heard } = await begin(t, 20);
  for (let round = 1; round <= 5; round += 1) {
    await Promise.all(tabs.map(trigger));
    await wait(tabs);
    const shown = await showing(tabs);
    assert.equal(shown.length, 1, `round ${round}`);
    // A tab in the background paints seldom, and a click waits for that.
    await shown[0].bringToFront();
    await close(shown[0]);
    await agreed(tabs);
  }
  assert.equal(heard.length, 10);
});

test("a tab that is left while it shows makes the way free", async (t) => {
  const { tabs: [first, second] } = await begin(t, 2);
  await trigger(first);
  await wait([first, second]);
  await asked(first, QUESTION);
  await first.goto("about:blank");
  await freed(second);
  await trigger(second);
  await wait([second]);
  await asked(second, QUESTION);
});

test("a tab that died while it showed makes the way free once its lease is over", async (t) => {
  const { context, tabs: [first, second] } = await begin(t, 2);
  await trigger(first);
  await wait([first, second]);
  await asked(first, QUESTION);
  const session = await context.newCDPSession(first);
  const crashed = first.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
  await first.close();
  await second.clock.runFor(TERM - 2 * WAIT);
  await trigger(second);
  await second.clock.runFor(WAIT);
  assert.deepEqual(await showing([second]), [], "before");
  await second.clock.runFor(2 * WAIT);
  await trigger(second);
  await wait([second]);
  await asked(second, QUESTION);
});

for (const [which, span] of [["ahead", HOUR], ["back", -HOUR]]) {
  test(`a clock that is set ${which} while a tab shows gives its lease to nobody`, async (t) => {
    const { tabs } = await begin(t, 2);
    const [first, second] = tabs;
    await trigger(first);
    await wait(tabs);
    await second.clock.setSystemTime(NOON.getTime() + span);
    const before = await standing(first);
    await show(second);
    await wait(tabs);
    assert.deepEqual(await showing(tabs), [first]);
    assert.notEqual(await standing(second), before, "asked, and answered by the one that has it");
  });
}

test("a clock that is set back keeps nobody waiting for a tab that died", async (t) => {
  const { tabs: [page] } = await begin(t, 1);
  const until = NOON.getTime() + TERM;
  await page.evaluate(([name, text]) => (localStorage[name] = text), [LEASE, JSON.stringify(["another", until, true])]);
  await show(page);
  await page.clock.runFor(WAIT);
  assert.deepEqual(await showing([page]), []);
  await page.clock.setSystemTime(NOON.getTime() - HOUR);
  await show(page);
  await page.clock.runFor(WAIT);
  await asked(page, QUESTION);
});

const FAILING = {
  "is refused": () => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
  },
  "is full": () => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  },
  "has something else under the name": () => localStorage.setItem("effortlet:lease", "5"),
};

for (const [how, fail] of Object.entries(FAILING)) {
  test(`where storage ${how} a page shows by itself`, async (t) => {
    const { tabs: [page] } = await begin(t, 1);
    await page.evaluate(fail);
    await trigger(page);
    await page.clock.runFor(WAIT);
    await asked(page, QUESTION);
    await close(page);
    assert.deepEqual([page.seen.console, page.seen.errors], [[], []]);
  });
}

test("where the file of the lease cannot be had a page shows by itself", async (t) => {
  const { host, tabs: [page] } = await begin(t, 1);
  host.pages["/effortlet/lease.js"] = (request, reply) => reply.writeHead(404).end();
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, QUESTION);
  assert.deepEqual(page.seen.errors, []);
});

test("a page that comes back with its nudge has its lease again", async (t) => {
  const { tabs } = await begin(t, 2);
  const [first, second] = tabs;
  await trigger(first);
  await wait(tabs);
  const pass = (type) => first.evaluate((type) => dispatchEvent(new PageTransitionEvent(type, { persisted: true })), type);
  await pass("pagehide");
  await freed(second);
  await pass("pageshow");
  await agreed(tabs);
  assert.notEqual(await standing(second), undefined);
  await trigger(second);
  await wait(tabs);
  assert.deepEqual(await showing(tabs), [first]);
});

test("starting and stopping leaves nothing of the lease behind", async (t) => {
  const { tabs: [page] } = await begin(t, 1);
  await trigger(page);
  await wait([page]);
  await asked(page, QUESTION);
  await page.evaluate(() => window.effortlet("stop"));
  assert.equal(await standing(page), undefined);
  await page.clock.runFor(TERM);
  assert.equal(await standing(page), undefined);
});
