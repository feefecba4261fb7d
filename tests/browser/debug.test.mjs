import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { BOTH, FOUND, GO, answerAll, arrive, go, heldBack, lines, openPanel, panel, part, press, reason, term, unfold } from "./support/panel.mjs";
import { warnings } from "./support/recorder.mjs";
import { asked, close, gone, leaveByTop, nudge, said, staysQuiet, turnWheel } from "./support/visitor.mjs";

for (const [path, opens] of [
  ["/?effortlet-debug", true],
  ["/?plan=pro&effortlet-debug=1", true],
  ["/", false],
  ["/?effortlet-debugger", false],
  ["/?q=effortlet-debug", false],
  ["/#effortlet-debug", false],
]) {
  test(`${path} ${opens ? "opens the panel" : "loads nothing of the panel"}`, async (t) => {
    const { page, seen } = await arrive(t, survey(GO), { path });
    if (opens) await panel(page).waitFor({ state: "attached" });
    assert.equal(await panel(page).count(), opens ? 1 : 0);
    const asked = (file) => seen.requests.includes(`GET /effortlet/${file}`);
    assert.deepEqual(["debug.js", "debug.wasm", "effortlet.wasm"].map(asked), [opens, opens, !opens]);
    assert.deepEqual(said(seen), []);
  });
}

test("the reason and the trees change as the visitor scrolls and leaves", async (t) => {
  const { page } = await arrive(t, survey(BOTH, { audience: { page: { path: "/" } } }));
  assert.match(await reason(page), /^Waiting for scrolling to 75 % \(so far 1\d(\.\d)? %\)$/);
  await page.clock.runFor(5000);
  await turnWheel(page, 1000);
  assert.match(await reason(page), /^Waiting for scrolling to 75 % \(so far 4\d(\.\d)? %\)$/);
  assert.match(await term(page, "Scroll"), /^4\d % seen\s+1000 px of \d{4} px$/);
  await turnWheel(page, 1800);
  assert.equal(await reason(page), "Waiting for exit intent (the pointer has not left by the top)");
  assert.deepEqual((await lines(page)).map((line) => line[0]), ["✓", "✗", "✓"]);
  await moveSlowlyOut(page);
  assert.equal(await reason(page), "Waiting for exit intent (it left slowly)");
  assert.match(await term(page, "Departure"), /^it left slowly\s+.*0\.1\d px\/ms upward.*distraction: none$/);
  await leaveByTop(page);
  await asked(page, FOUND);
  assert.equal(await reason(page), "A nudge is on display on this page; wait until it is gone");
});

async function moveSlowlyOut(page) {
  await page.mouse.move(700, 200);
  for (const y of [60, 40, 20, -5]) {
    await page.clock.runFor(150);
    await page.mouse.move(700, y);
  }
}

test("seconds go by without anything else that happens", async (t) => {
  const { page } = await arrive(t, survey({ time: { activeTime: "10m" } }));
  assert.match(await term(page, "Seen"), /^visible 1\.\d s · active 1\.\d s · idle 0\.\d s$/);
  await page.clock.runFor(10_000);
  assert.match(await term(page, "Seen"), /^visible 11\.\d s · active 11\.\d s · idle 6\.\d s$/);
});

test("the last inputs and effects are told in words, the visitor's acts in one line", async (t) => {
  const { page } = await arrive(t, survey({ any: [GO, { time: { idle: "10m" } }] }));
  await unfold(page, "Last inputs");
  for (const x of [500, 510, 520]) {
    await page.clock.runFor(5100);
    await page.mouse.move(x, 300);
  }
  await page.mouse.down();
  await page.mouse.up();
  await go(page);
  await asked(page, FOUND);
  await page.clock.runFor(300);
  const told = await panel(page).locator(".log li span").allInnerTexts();
  assert.deepEqual(told.map((it) => it.replaceAll(/\s+/g, " ")), [
    "→ would post revision 0",
    "→ shows help-center by event",
    "nudge is seen",
    `→ asks "${FOUND}"`,
    "→ would remember the session",
    "→ would remember displays",
    "no other tab shows a nudge",
    "→ asks whether another tab shows a nudge",
    "event go",
    "pressed, typed or turned the wheel × 4",
    "page /",
    "page is visible",
  ]);
});

test("a simulated trigger shows the survey, through its audience and frequency", async (t) => {
  const polite = { frequency: { preset: "polite" } };
  const elsewhere = survey(GO, { id: "elsewhere", audience: { page: { path: "/elsewhere" } } });
  const { page } = await arrive(t, [elsewhere, survey({ any: [GO, { exitIntent: {} }] }, polite)]);
  await part(page, "elsewhere").getByRole("button", { name: "Simulate" }).click();
  await staysQuiet(page, "an audience elsewhere");
  await page.clock.runFor(1000);
  await press(page, "Simulate exit intent");
  await staysQuiet(page, "a first visit that has just begun");
  await page.clock.runFor(10_000);
  await asked(page, FOUND);
});

test("a trigger on articles that no page was known for is said once in the console", async (t) => {
  const triggers = { any: [GO, { helpCenter: { articles: 3 } }] };
  const { page, seen } = await arrive(t, survey(triggers));
  await page.clock.runFor(3000);
  await go(page);
  await asked(page, FOUND);
  const wanted = "effortlet: help-center waits for 3 different articles, so far none. If this page is an article, name its address in helpCenter of the definition";
  assert.deepEqual(warnings(seen), [wanted]);
});

test("where pages are known nothing is said of them", async (t) => {
  const path = "/help/billing/?effortlet-debug";
  const { page, seen } = await arrive(t, survey({ helpCenter: { articles: 3 } }), { path, pages: { "/help/billing/": pageWith() } });
  await panel(page).waitFor({ state: "attached" });
  await page.clock.runFor(3000);
  assert.deepEqual(warnings(seen), []);
});

test("a survey is shown by a press, whatever holds it back", async (t) => {
  const { page } = await arrive(t, survey(GO, { audience: { page: { path: "/elsewhere" } } }));
  await press(page, "Show now");
  await asked(page, FOUND);
});

const DISMISSED = "It was closed without an answer before, and the rule on dismissed keeps quiet";

test("time travel frees what frequency holds back, and back to now holds it again", async (t) => {
  const { page } = await arrive(t, survey(GO, { frequency: { preset: "none", rules: [{ on: "dismissed", quiet: "30d" }] } }));
  await go(page);
  await asked(page, FOUND);
  await close(page);
  assert.equal(await reason(page), DISMISSED);
  await press(page, "+7 d");
  assert.equal(await reason(page), DISMISSED);
  assert.match(await part(page, "help-center").locator("p.note").first().innerText(), /^until 1 Apr 2026, .* \(22 d 23 h\)$/);
  await press(page, "+30 d");
  assert.notEqual(await reason(page), DISMISSED);
  await go(page);
  await asked(page, FOUND);
  await close(page);
  await press(page, "Back to now");
  assert.equal(await reason(page), DISMISSED);
});

test("time travel brings a survey that waits for its delay", async (t) => {
  const { page } = await arrive(t, survey({ event: { name: "go", delay: "2h" } }));
  await go(page);
  assert.equal(await reason(page), "They have come; wait for their delay");
  await press(page, "+1 h");
  await staysQuiet(page, "after one hour");
  await press(page, "+1 h");
  await asked(page, FOUND);
});

test("whoever is forgotten comes for the first time", async (t) => {
  const { page } = await arrive(t, survey(GO, { frequency: { preset: "polite" } }));
  const newcomer = "A first visit is left alone for its first 10 seconds";
  await heldBack(page, newcomer);
  await page.clock.runFor(10_000);
  await go(page);
  await asked(page, FOUND);
  await close(page);
  assert.match(await reason(page), /keeps quiet/);
  await press(page, "Forget all");
  await heldBack(page, newcomer);
  await page.clock.runFor(10_000);
  await go(page);
  await asked(page, FOUND);
});

/** What was on the device before: a display a year ago, and a response that nobody has taken. */
const BEFORE = {
  effortlet: JSON.stringify([7, "help-center", 1_740_000_000_000, 2, 1_740_000_001_000]),
  "effortlet:outbox:old": JSON.stringify({ at: 1_772_452_800_000, response: { id: "old", rev: 1, state: "partial", timing: {} } }),
};

/** Everything that the full edition remembers, and nothing that holds the survey back. */
const REMEMBERED = survey(
  { any: [GO, { sectionLeave: {} }, { helpCenter: { articles: 3 } }] },
  { audience: { all: [{ sample: { percent: 100 } }, { visitor: { visits: { atLeast: 1 } } }] } },
);

const stored = (page) => page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]);

test("a whole interview writes nothing to the device and sends nothing, and shows what it would send", async (t) => {
  const { page, seen, context } = await arrive(t, REMEMBERED);
  await page.goto("/blank");
  await page.evaluate((before) => Object.assign(localStorage, before), BEFORE);
  const posts = [];
  await context.route("**/v1/responses", (route) => posts.push(route.request().postData()));
  await openPanel(page);
  await page.evaluate(() => window.effortlet("identify", { plan: "pro", none: null }));
  await go(page);
  await answerAll(page);
  await page.clock.runFor(10_000);
  await gone(page);

  await unfold(page, "Outbox");
  const response = JSON.parse(await panel(page).locator("pre").innerText());
  assert.deepEqual(
    [response.rev, response.state, response.survey, response.trigger, response.context],
    [3, "complete", "help-center", "event", { plan: "pro" }],
  );
  assert.deepEqual(response.answers.map(({ question, value }) => [question, value]), [["found", "yes"], ["effort", 6], ["improve", "Shorter words"]]);
  assert.deepEqual([response.page.url, response.page.title], [page.url().split("?")[0], "Help"]);
  await unfold(page, "Memory");
  assert.match(await term(page, "Displays"), /^help-center, 19 Feb 2025.*\nhelp-center, 2 Mar 2026, .*: answered/);
  assert.match(await panel(page).getByText("old, revision 1").innerText(), /^old, revision 1, not complete/);

  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.goto("/blank");
  // What the tab remembers for the panel on the page after is neither a visitor's nor posted.
  const [kept, tab] = await stored(page);
  assert.deepEqual([kept, Object.keys(tab)], [BEFORE, ["effortlet:debug"]]);
  assert.deepEqual(posts, []);
  assert.deepEqual(seen.requests.filter((it) => !it.startsWith("GET ")), []);
  // Its page is no article, and in no section.
  assert.deepEqual(said(seen).filter((it) => !/so far (none|no page)/.test(it)), []);
});

test("what preview remembers, it holds to: a survey that was closed stays quiet", async (t) => {
  const { page } = await arrive(t, REMEMBERED);
  const again = survey(GO, { frequency: { preset: "none", rules: [{ on: "dismissed", quiet: "30d" }] } });
  await page.evaluate((json) => window.effortlet("start", json), definition(again));
  await page.clock.runFor(300);
  await go(page);
  await asked(page, FOUND);
  await close(page);
  await go(page);
  await staysQuiet(page);
});
