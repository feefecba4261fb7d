/** Started and stopped a thousand times, the widget leaves nothing behind. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { listening, noteListeners } from "./support/listening.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { noteTimers } from "./support/timers.mjs";

const ROUNDS = 1000;

/** Until everything that is kept once, however often it is used, is there: also what the browser compiles of it. */
const FIRST_ROUNDS = 1000;

/** Bytes of the heap by which two looks differ that are a thousand rounds apart and leave nothing. */
const NOISE = 60 * ROUNDS;

const NEVER = { event: { name: "never" } };
const SURVEYS = {
  "of the ordinary edition": survey({ any: [NEVER, { exitIntent: {} }, { scroll: { percent: 75 } }, { click: { selector: ".cta" } }] }),
  "with everything that listens": survey({
    any: [{ event: { name: "never", from: "dataLayer" } }, { exitIntent: { touch: ["fastScrollUp", "tabReturn"] } }, { scroll: { percent: 75 } }, { sectionLeave: {} }],
  }),
};

const BODY = "<h1>Help</h1><script>window.dataLayer = []</script>";

for (const [which, asks] of Object.entries(SURVEYS)) {
  test(`${ROUNDS} starts and stops leave nothing behind: a definition ${which}`, async (t) => {
    const pages = { "/": pageWith({ body: BODY }) };
    const asking = definition(asks, { endpoint: undefined });
    const { context, tab } = await stageWithoutCollector(t, { definition: asking, pages });
    for (const note of [noteListeners, noteTimers, noteMemory]) await context.addInitScript(note);
    const { page, seen } = await tab();
    await page.goto("/");
    const started = await turn(page, asking, FIRST_ROUNDS);
    assert.deepEqual(started, { surveys: ["help-center"], problems: [] });
    const before = await look(page);
    await turn(page, asking, ROUNDS);
    const after = await look(page);
    assert.deepEqual(after.left, before.left);
    const grown = after.heap - before.heap;
    assert.ok(grown < NOISE, `the heap grew by ${grown / ROUNDS} bytes a round`);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

/** Gives what the last start came to. */
const turn = (page, definition, rounds) =>
  page.evaluate(async ([definition, rounds]) => {
    let started;
    for (let round = 0; round < rounds; round += 1) {
      started = await window.effortlet("start", definition);
      await window.effortlet("stop");
    }
    return started;
  }, [definition, rounds]);

/** All that could be left in the page, and bytes of its heap. */
async function look(page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Performance.enable");
  // What is let go by one collection may hold what only the next one finds.
  for (let time = 0; time < 3; time += 1) await browser.send("HeapProfiler.collectGarbage");
  const { metrics } = await browser.send("Performance.getMetrics");
  await browser.detach();
  const { Documents, JSEventListeners, Nodes, JSHeapUsedSize: heap } = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  const held = await page.evaluate(() => ({ timers: window.timers.size, memory: window.memory() }));
  return { heap, left: { Documents, JSEventListeners, Nodes, listening: await listening(page), ...held } };
}

/** An init script: `window.memory` says how large each wasm and its table of JavaScript's values are. */
function noteMemory() {
  const all = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...values) => {
    const made = await instantiate.apply(WebAssembly, values);
    all.push(...Object.values(made.instance.exports).filter((it) => it instanceof WebAssembly.Memory || it instanceof WebAssembly.Table));
    return made;
  };
  window.memory = () => all.map((it) => it.buffer?.byteLength ?? it.length);
}
