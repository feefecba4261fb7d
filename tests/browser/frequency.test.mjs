import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { NOON, stageWithoutCollector } from "./support/stage.mjs";
import { announcements, arm, asked, close, leaveByTop, nudge, open, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const accept = (request, reply) => reply.writeHead(204).end();
const ON_GO = { event: { name: "go" } };

async function begin(t, triggers, frequency, body) {
  const pages = { "/": pageWith({ body: body ?? '<h1>Help</h1><div style="height: 3000px"></div>' }), "/v1/responses": accept };
  const it = await stageWithoutCollector(t, { definition: definition(survey(triggers, { frequency })), pages });
  return { ...it, heard: await announcements(it.context) };
}

const POLITE = { preset: "polite" };
const NONE = { preset: "none" };
const shown = (heard) => heard.filter(({ happening }) => happening === "shown").length;
const go = (page) => page.evaluate(() => window.effortlet("track", "go"));

test("a reload within the quiet time shows nothing", async (t) => {
  const { tabAt, heard } = await begin(t, { exitIntent: {} }, POLITE);
  const { page } = await tabAt();
  await open(page);
  await page.clock.runFor(10_000);
  await leaveByTop(page);
  await asked(page, QUESTION);
  for (const wait of [0, HOUR, 30 * DAY]) {
    await page.clock.fastForward(wait);
    await page.reload();
    await arm(page);
    await page.clock.runFor(10_000);
    await leaveByTop(page);
    await staysQuiet(page, `${wait} ms later`);
  }
  assert.equal(shown(heard), 1);
});

const LATER = [
  ["that nobody touched", () => {}, 7 * DAY],
  ["that was closed", (page) => close(page), 30 * DAY],
  ["that was begun", (page) => nudge(page).getByRole("button", { name: "Yes" }).click(), 30 * DAY],
];

for (const [which, act, quiet] of LATER) {
  test(`a nudge ${which} is followed by ${quiet / DAY} days of quiet`, async (t) => {
    const { tabAt, heard } = await begin(t, ON_GO, POLITE);
    const { page } = await tabAt();
    await open(page);
    await page.clock.runFor(10_000);
    await go(page);
    await asked(page, QUESTION);
    await act(page);
    await page.evaluate(() => navigator.locks.request("test", () => {}));
    await page.close();
    for (const [wait, expected] of [[quiet, 1], [quiet + HOUR, 2]]) {
      const { page } = await tabAt(new Date(NOON.getTime() + wait));
      await open(page);
      await go(page);
      if (expected === 1) await staysQuiet(page);
      else await asked(page, QUESTION);
      await page.close();
      assert.equal(shown(heard), expected);
    }
  });
}

test("a second tab shows nothing while another shows, nor after", async (t) => {
  const { tabAt, heard } = await begin(t, ON_GO, POLITE);
  const { page: first } = await tabAt();
  const { page: second } = await tabAt();
  for (const page of [first, second]) {
    await open(page);
    await page.clock.runFor(10_000);
  }
  await go(first);
  await asked(first, QUESTION);
  await go(second);
  await staysQuiet(second, "while the first shows");
  await close(first);
  await go(second);
  await second.clock.runFor(HOUR);
  await staysQuiet(second, "after the first was closed");
  assert.equal(shown(heard), 1);
});

test("tabs take turns even where a survey may be shown at any time", async (t) => {
  const { tabAt, heard } = await begin(t, ON_GO, NONE);
  const { page: first } = await tabAt();
  const { page: second } = await tabAt();
  for (const page of [first, second]) await open(page);
  await go(first);
  await asked(first, QUESTION);
  await go(second);
  await staysQuiet(second, "while the first shows");
  await close(first);
  await go(second);
  await asked(second, QUESTION);
  assert.equal(shown(heard), 2);
});

test("a tab that is closed while it shows leaves the way free", async (t) => {
  const { tabAt } = await begin(t, ON_GO, NONE);
  const { page: first } = await tabAt();
  const { page: second } = await tabAt();
  for (const page of [first, second]) await open(page);
  await go(first);
  await asked(first, QUESTION);
  await first.close();
  // Granted once the closed tab's claim is gone.
  await second.evaluate(() => navigator.locks.request("effortlet", () => {}));
  await go(second);
  await asked(second, QUESTION);
});

test("pages that reload as soon as they ask have asked once", async (t) => {
  const rules = [{ on: "shown", quiet: "1h" }];
  const reloading = `<h1>Help</h1><script>
addEventListener("effortlet:shown", () => location.reload());
addEventListener("load", () => effortlet("track", "go"));
</script>`;
  const { tabAt } = await begin(t, ON_GO, { preset: "none", rules }, reloading);
  const { page } = await tabAt();
  await page.goto("/");
  const reloaded = page.waitForNavigation({ waitUntil: "load" });
  await page.clock.runFor(200);
  await reloaded;
  for (let times = 0; times < 5; times += 1) {
    await arm(page);
    await staysQuiet(page);
    await page.reload();
  }
  // The visitor's number, then four values for each display.
  const remembered = await page.evaluate(() => JSON.parse(localStorage.effortlet));
  assert.equal(remembered.length, 1 + 4);
});

test("a newcomer is left alone for ten seconds, and asked then", async (t) => {
  const { tabAt } = await begin(t, ON_GO, POLITE);
  const { page } = await tabAt();
  await open(page);
  await page.clock.runFor(3_000);
  await go(page);
  await page.clock.runFor(5_200);
  await staysQuiet(page, "before ten seconds");
  await page.clock.runFor(600);
  await asked(page, QUESTION);
});

test("a newcomer's ten seconds count on from page to page", async (t) => {
  const { tabAt } = await begin(t, ON_GO, POLITE);
  const { page } = await tabAt();
  await open(page);
  await page.clock.runFor(6_000);
  await page.reload();
  await arm(page);
  await go(page);
  await page.clock.runFor(600);
  await staysQuiet(page, "before ten seconds");
  await page.clock.runFor(1_000);
  await asked(page, QUESTION);
});

test("a clock that was set back frees nothing", async (t) => {
  const { tabAt, heard } = await begin(t, ON_GO, POLITE);
  const { page: before } = await tabAt();
  await open(before);
  await before.clock.runFor(10_000);
  await go(before);
  await asked(before, QUESTION);
  await before.close();
  const { page } = await tabAt(new Date(NOON.getTime() - 365 * DAY));
  await open(page);
  await page.clock.runFor(10_000);
  await go(page);
  await staysQuiet(page);
  assert.equal(shown(heard), 1);
});

test("own rules take the place of the preset's", async (t) => {
  const rules = [{ scope: "survey", on: "dismissed", quiet: "2d" }, { scope: "all", on: "shown", quiet: "1h" }];
  const { tabAt, heard } = await begin(t, ON_GO, { preset: "polite", rules });
  const { page } = await tabAt();
  await open(page);
  await page.clock.runFor(10_000);
  await go(page);
  await asked(page, QUESTION);
  await close(page);
  await page.close();
  for (const [wait, expected] of [[2 * DAY, 1], [2 * DAY + HOUR, 2]]) {
    const { page } = await tabAt(new Date(NOON.getTime() + wait));
    await open(page);
    await go(page);
    if (expected === 1) await staysQuiet(page);
    else await asked(page, QUESTION);
    await page.close();
  }
  assert.equal(shown(heard), 2);
});

test("where storage is refused, a page still asks once", async (t) => {
  const { context, tabAt, heard } = await begin(t, ON_GO, POLITE);
  await context.addInitScript(() => {
    for (const area of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, area, { get: () => { throw new DOMException("refused", "SecurityError"); } });
    }
  });
  const { page, seen } = await tabAt();
  await open(page);
  await page.clock.runFor(10_000);
  await go(page);
  await asked(page, QUESTION);
  await close(page);
  await go(page);
  await staysQuiet(page);
  assert.equal(shown(heard), 1);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});
