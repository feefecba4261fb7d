import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { NOON, stageWithoutCollector } from "./support/stage.mjs";
import { close, nudge, open, staysQuiet } from "./support/visitor.mjs";

const ON_GO = { event: { name: "go" } };
const NONE = { preset: "none" };
const DAY = 24 * 60 * 60 * 1000;

async function begin(t, more) {
  const accept = (request, reply) => reply.writeHead(204).end();
  const pages = { "/": pageWith(), "/v1/responses": accept };
  const it = await stageWithoutCollector(t, { definition: definition(survey(ON_GO, more)), pages });
  const { page } = await it.tabAt();
  await open(page);
  return { ...it, page };
}

const go = (page) => page.evaluate(() => window.effortlet("track", "go"));
const ask = async (page) => {
  await go(page);
  await nudge(page).waitFor();
};
const isoAfter = (span) => new Date(NOON.getTime() + span).toISOString();

const explained = (page) => page.evaluate(() => window.effortlet("explain", "help-center"));

async function explains(page, hold, { until, come = "true" } = {}) {
  const { hold: held, until: found, triggers } = await explained(page);
  assert.equal(held, hold);
  assert.deepEqual([triggers.name, triggers.is], ["event", come]);
  // The page has been open for some milliseconds when something is remembered.
  if (until === undefined) assert.equal(found, undefined);
  else assert.equal(found?.slice(0, 16), isoAfter(until).slice(0, 16));
}

test("nothing but a trigger that has not come holds it back", async (t) => {
  const { page } = await begin(t, {});
  await explains(page, 'triggers: waiting for the event "go"', { come: "false" });
});

test("a nudge on display is named, and so is a trigger that came meanwhile", async (t) => {
  const { page } = await begin(t, {});
  await ask(page);
  await explains(page, "a nudge is on display on this page; wait until it is gone");
  await close(page);
  await explains(page, MISSED);
});

const MISSED =
  "triggers: they came while something else held it back, such as a nudge in another tab; bring them about again";

test("a trigger that came while another tab showed has to come again", async (t) => {
  const { page, tabAt } = await begin(t, {});
  const { page: second } = await tabAt();
  await open(second);
  await ask(page);
  await go(second);
  await staysQuiet(second);
  await explains(second, MISSED);
});

test("a delay says when it is over", async (t) => {
  const { page } = await begin(t, { triggers: { event: { name: "go", delay: "10m" } } });
  await go(page);
  await explains(page, "triggers: they have come; wait for their delay", { until: 10 * 60 * 1000 });
});

const AUDIENCES = [
  [{ page: { path: "/elsewhere" } }, "audience: only where the page's path is /elsewhere (found /)"],
  [{ not: { page: { path: "/" } } }, "audience: not where the page's path is / (found /)"],
  // Where a sample alone could let the visitor sleep, the number is drawn when the page is open.
  [
    { any: [{ page: { path: "/a" } }, { sample: { percent: 50 } }] },
    "audience: only where the page's path is /a (found /), or where the visitor falls in the sample of 50 % (drawn when the triggers come)",
  ],
  [
    { any: [{ page: { path: "/a" } }, { all: [{ page: { path: "/" } }, { page: { path: "/b" } }] }] },
    "audience: only where the page's path is /a (found /), or where the page's path is /b (found /)",
  ],
];

for (const [audience, words] of AUDIENCES) {
  test(`an audience of ${JSON.stringify(audience)} is named`, async (t) => {
    const { page } = await begin(t, { audience });
    await explains(page, words, { come: "false" });
  });
}

test("a newcomer's first seconds are named", async (t) => {
  const { page } = await begin(t, { frequency: { preset: "polite" } });
  await explains(page, "frequency: a first visit is left alone for its first 10 seconds", { until: 10_000, come: "false" });
});

const yes = (page) => nudge(page).getByRole("button", { name: "Yes" }).click();
const ONE = { questions: [{ id: "effort", kind: "effort", text: "How easy was it?" }], template: undefined };
const OUTCOMES = [
  ["shown", "it was shown before, and the rule on shown keeps quiet", close],
  ["answered", "it was answered before, and the rule on answered keeps quiet", async (page) => {
    await nudge(page).getByRole("radio").first().click();
    await page.getByText("Thank").waitFor();
    await close(page);
  }],
  ["partial", "it was answered in part before, and the rule on partial keeps quiet", async (page) => {
    await yes(page);
    await close(page);
  }],
  ["dismissed", "it was closed without an answer before, and the rule on dismissed keeps quiet", close],
  ["ignored", "it was shown and not touched before, and the rule on ignored keeps quiet", (page) => open(page)],
];

for (const [on, words, act] of OUTCOMES) {
  test(`a quiet time on ${on} is named with its end`, async (t) => {
    const frequency = { ...NONE, rules: [{ on, quiet: "5d" }] };
    const { page } = await begin(t, { frequency, ...(on === "answered" ? ONE : {}) });
    await ask(page);
    await act(page);
    await explains(page, `frequency: ${words}`, { until: 5 * DAY, come: on === "ignored" ? "false" : "true" });
  });
}
