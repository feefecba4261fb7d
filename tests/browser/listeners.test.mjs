import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, survey } from "./support/definitions.mjs";
import { LOADER, listening, noteListeners } from "./support/listening.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { historyFollowed, open } from "./support/visitor.mjs";

const NEVER = { event: { name: "never" } };
const EVERYTHING = { all: [NEVER, { exitIntent: {} }, { scroll: { percent: 75 } }, { click: { selector: ".cta" } }, { helpCenter: { articles: 3 } }] };

/** A page with nothing but the widget in it, and all that is listened to and all page views noted. */
async function begin(t, surveys, { withoutNavigation } = {}) {
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(surveys) });
  if (withoutNavigation) await context.addInitScript(() => delete window.navigation);
  await context.addInitScript(noteListeners);
  await context.addInitScript(notePageViews);
  const { page, seen } = await tabAt();
  await open(page);
  if (withoutNavigation) await historyFollowed(page);
  return { page, seen };
}

/**
 * `views` are the paths of all page views that the engine was told of: each is told with where its
 * visitor came from, which is asked for then and never else.
 */
function notePageViews() {
  window.views = [];
  Object.defineProperty(Document.prototype, "referrer", { get: () => (window.views.push(location.pathname), "") });
}

/** What there is on every page: the loader, the outbox, and with a survey the page views. */
const OUTBOX = ["window online", "window pageshow", "window pagehide", "window storage", "window visibilitychange"];
const VIEWS = ["document beforeinput", "document visibilitychange", "navigation currententrychange", "window pageshow"];
const HISTORY = ["document beforeinput", "document visibilitychange", "window popstate", "window hashchange", "window pageshow"];

/** What a signal needs besides. */
const ATTENTION = ["pointermove", "pointerdown", "keydown", "wheel", "touchstart", "touchmove"].map((type) => `window ${type}`);
/** Moves twice: a function of the browser's own keeps each, and one of ours lets the old ones go now and then. */
const POINTER = ["document mousemove", "document mousemove", "document contextmenu", "html mouseenter", "html mouseleave"];
const SCROLL = ["scroll", "resize", "click", "popstate"].map((type) => `window ${type}`);

const NEEDS = [
  { name: "no survey", surveys: [], needs: [] },
  { name: "event", surveys: survey(NEVER), needs: VIEWS },
  { name: "helpCenter", surveys: survey({ helpCenter: { articles: 3 } }), needs: VIEWS },
  { name: "exitIntent", surveys: survey({ exitIntent: {} }), needs: [...VIEWS, ...ATTENTION, ...POINTER, "window resize"] },
  { name: "scroll", surveys: survey({ scroll: { percent: 75 } }), needs: [...VIEWS, ...ATTENTION, ...SCROLL] },
  { name: "click", surveys: survey({ click: { selector: ".cta" } }), needs: [...VIEWS, "window click"] },
  { name: "event, without the Navigation API", surveys: survey(NEVER), needs: HISTORY, withoutNavigation: true },
];

for (const { name, surveys, needs, withoutNavigation } of NEEDS) {
  test(`a page listens to what its surveys need and to nothing else: ${name}`, async (t) => {
    const { page } = await begin(t, surveys, { withoutNavigation });
    assert.deepEqual(await listening(page), [...LOADER, ...OUTBOX, ...needs].sort());
    await page.evaluate(() => window.effortlet("stop"));
    assert.deepEqual(await listening(page), LOADER);
  });
}

const NAVIGATIONS = 1000;

/** After so many of them the widget is stopped, and after so many more it is started again. */
const CYCLE = 100;
const STOPPED = 5;

for (const withoutNavigation of [false, true]) {
  const how = withoutNavigation ? "by the history alone" : "by the Navigation API";

  test(`${NAVIGATIONS} random navigations are as many page views as routes, and leave no listener behind, ${how}`, async (t) => {
    const { page, seen } = await begin(t, survey(EVERYTHING), { withoutNavigation });
    const count = await counter(page);
    const visit = randomVisit(page);
    const expected = ["/"];
    const look = async () => ({ listening: await listening(page), count: await count() });
    const before = await listening(page);
    let armed, stopped;

    for (let done = 1, running = true; done <= NAVIGATIONS; done += 1) {
      const isNew = await visit.go();
      await page.clock.runFor(1);
      if (running && isNew) expected.push(visit.path());
      if (done % CYCLE === 0) {
        const now = await look();
        assert.deepEqual(now.listening, before);
        assert.deepEqual(now, (armed ??= now), `after ${done}`);
        await page.evaluate(() => window.effortlet("stop"));
        running = false;
        const left = await look();
        assert.deepEqual(left.listening, LOADER);
        assert.deepEqual(left, (stopped ??= left), `stopped after ${done}`);
      } else if (!running && done % CYCLE === STOPPED) {
        await page.evaluate(() => window.effortlet("start", "/effortlet.json"));
        await page.clock.runFor(1);
        running = true;
        expected.push(visit.path());
      }
    }
    assert.deepEqual(await page.evaluate(() => window.views), expected);
    // The fallback hears of its end as a property of its signal.
    assert.equal(armed.count - stopped.count, before.length - LOADER.length + Number(withoutNavigation));
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

/** Counts the listeners that the browser itself knows of, after it has cleared away what is over. */
async function counter(page) {
  const session = await page.context().newCDPSession(page);
  return async () => {
    // Twice: what two objects keep alive for each other goes with the second.
    await session.send("HeapProfiler.collectGarbage");
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Memory.getDOMCounters")).jsEventListeners;
  };
}

/** Fewer entries than any browser keeps, so that a way back is never out of the page. */
const ENTRIES = 40;

const PLACES = 7;

/**
 * Pushes, replaces, goes back and forward and to fragments, by lot but always the same. `go`
 * resolves, when the page is there, to whether that is another route.
 */
function randomVisit(page) {
  const draw = lots(42);
  const entries = ["/"];
  let at = 0;
  let last = "/";

  const push = (address) => {
    entries.splice(at + 1, Infinity, address);
    if (entries.length > ENTRIES) entries.shift();
    at = entries.length - 1;
  };
  const pathOf = (address) => address.replace(/[?#].*/, "");
  const anywhere = () => ["", "", "?tab=2", "#/part"].map((end) => `/help/guides/${draw(PLACES)}${end}`)[draw(4)];
  const fragment = () => `${entries[at].replace(/#.*/, "")}#${["part", "!/part"][draw(2)]}${draw(PLACES)}`;

  const acts = {
    push: () => [push(anywhere()), "push"],
    replace: () => [(entries[at] = anywhere()), "replace"],
    back: () => (at > 0 ? [(at -= 1), "back"] : acts.push()),
    forward: () => (at < entries.length - 1 ? [(at += 1), "forward"] : acts.push()),
    fragment: () => {
      const address = fragment();
      return address === entries[at] ? acts.push() : [push(address), "fragment"];
    },
  };

  return {
    path: () => pathOf(entries[at]),
    async go() {
      const [, act] = acts[Object.keys(acts)[draw(5)]]();
      const reached = await page.evaluate(navigate, [act, entries[at]]);
      assert.equal(reached, entries[at], act);
      // A fragment that leads within the page is none of its routes.
      const route = entries[at].replace(/#(?![/!]).*/, "");
      const isNew = route !== last;
      last = route;
      return isNew;
    },
  };
}

/** Runs in the page. Handlers that are properties are listeners too, so they are taken away again. */
async function navigate([act, address]) {
  const heard = (name) => new Promise((resolve) => (window[name] = resolve)).then(() => (window[name] = null));
  if (act === "push") history.pushState({ address }, "", address);
  if (act === "replace") history.replaceState({ address }, "", address);
  if (act === "back" || act === "forward") {
    const moved = heard("onpopstate");
    history[act]();
    await moved;
  }
  if (act === "fragment") {
    const moved = heard("onhashchange");
    location.hash = address.replace(/.*#/, "");
    await moved;
  }
  return location.href.slice(location.origin.length);
}

/** Whole numbers from 0 up to a limit, drawn by Park and Miller's generator. */
function lots(seed) {
  let state = seed;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * limit);
  };
}
