/** What audiences leave on a visitor's device: what nobody asks for is not stored. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definitionOf, isAsked } from "./support/asking.mjs";
import { pageWith } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, close, nudge, open } from "./support/visitor.mjs";

/** Where a visit begins, with what may be about a person. */
const ENTRY = "/landing?user=jane%40acme.example&utm_source=mail";

const NOBODY = "neither";

/** Everything that only the page tells, and the page itself. */
const TOLD = {
  page: { page: { path: "/x", url: NOBODY, query: { a: NOBODY }, kind: "home", section: NOBODY, article: NOBODY, locale: NOBODY } },
  language: { language: "xh" },
  device: { device: { pointer: "none", hover: false, width: 1 } },
  time: { time: { hours: ["12:01", "12:02"], weekdays: ["sun"] } },
  "time-zone": { timeZone: NOBODY },
  traits: { traits: { email: NOBODY } },
  cookie: { cookie: { name: NOBODY } },
  "local-storage": { localStorage: { name: NOBODY } },
  "session-storage": { sessionStorage: { name: NOBODY } },
  global: { global: { "app.user": NOBODY } },
  element: { element: { selector: ".nobody" } },
  condition: { condition: { name: "nobody" } },
};

const NONE = [[], []];
const DISPLAYS = [["effortlet"], ["effortlet"]];
const WAY = [[], ["effortlet:trail"]];
const VISITOR = [["effortlet:visitor"], []];
const both = (...areas) => [0, 1].map((index) => areas.flatMap((keys) => keys[index]));

/** The keys in localStorage and in sessionStorage: of a page that was opened, after the triggers, after an answer. */
const KINDS = [
  ["no condition", {}, NONE, NONE, DISPLAYS],
  ["what the page tells", TOLD, NONE, NONE, DISPLAYS],
  ["nobody", { nobody: { sample: { percent: 0 } } }, NONE, NONE, DISPLAYS],
  ["sample", { sample: { sample: { percent: 0.000001 } } }, NONE, DISPLAYS, DISPLAYS],
  ["referrer", { way: { referrer: NOBODY } }, WAY, WAY, both(DISPLAYS, WAY)],
  ["entry", { way: { entry: { path: "/x" } } }, WAY, WAY, both(DISPLAYS, WAY)],
  ["entry by its whole address", { way: { entry: { url: NOBODY } } }, WAY, WAY, both(DISPLAYS, WAY)],
  ["utm", { way: { utm: { source: NOBODY } } }, WAY, WAY, both(DISPLAYS, WAY)],
  ["pageViews", { views: { visitor: { pageViews: 99 } } }, WAY, WAY, both(DISPLAYS, WAY)],
  ["visitor", { visitor: { visitor: { is: "returning" } } }, VISITOR, VISITOR, both(DISPLAYS, VISITOR)],
  ["visits", { visitor: { visitor: { visits: 99 } } }, VISITOR, VISITOR, both(DISPLAYS, VISITOR)],
  ["days", { visitor: { visitor: { days: 99 } } }, VISITOR, VISITOR, both(DISPLAYS, VISITOR)],
  ["answered", { answered: { answered: { question: "effort", value: 99 } } }, NONE, NONE, both(DISPLAYS, VISITOR)],
];

const stored = (page) => page.evaluate(() => [localStorage, sessionStorage].map((area) => Object.keys(area).sort()));
const texts = (page) => page.evaluate(() => [localStorage, sessionStorage].flatMap((area) => Object.values(area)).join("\n"));

for (const [kind, audiences, opened, tried, answered] of KINDS) {
  test(`an audience of ${kind} leaves what it asks for on the device, and nothing else`, async (t) => {
    const all = { ...audiences, anybody: undefined };
    const { context, tabAt } = await stageWithoutCollector(t, { definition: definitionOf(all), pages: { "/landing": pageWith() } });
    const { page } = await tabAt();
    await open(page, ENTRY);
    await page.evaluate(() => window.effortlet("identify", { email: "jane@acme.example" }));
    assert.deepEqual(await stored(page), opened, "a page was opened");
    for (const id of Object.keys(audiences)) assert.equal(await isAsked(page, id), false, id);
    assert.deepEqual(await stored(page), tried, "the triggers came");
    assert.equal(await isAsked(page, "anybody"), true);
    await nudge(page).getByRole("radio").nth(1).click();
    await asked(page, "What could we have made easier?");
    await nudge(page).getByRole("textbox").fill("Call me, Jane");
    await nudge(page).getByRole("button", { name: "Send" }).click();
    await close(page);
    assert.deepEqual(await stored(page), answered, "a survey was answered");
    const kept = await texts(page);
    assert.equal(/jane%40/.test(kept), kind === "entry by its whole address", "the first page's address");
    assert.doesNotMatch(kept, /Call me|jane@/, "what was written, and what the page told");
    assert.deepEqual(await context.cookies(), [], "never a cookie");
  });
}

test("what is remembered of an answer is its question and its point, the last one of each", async (t) => {
  const audiences = { follow: { answered: { question: "effort", value: 99 } }, anybody: undefined };
  const { tabAt } = await stageWithoutCollector(t, { definition: definitionOf(audiences), pages: { "/": pageWith() } });
  const { page } = await tabAt();
  await open(page);
  for (const point of [2, 6]) {
    assert.equal(await isAsked(page, "anybody"), true);
    await nudge(page).getByRole("radio").nth(point - 1).click();
    await close(page);
  }
  const now = await page.evaluate(() => Date.now());
  const [, , , ...answers] = await page.evaluate(() => JSON.parse(localStorage["effortlet:visitor"]));
  assert.deepEqual(answers.slice(0, 3), ["anybody", "effort", 6]);
  assert.ok(answers.length === 4 && now - answers[3] < 60_000);
});
