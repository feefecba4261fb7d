import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { DEBUG, lines, openPanel, panel, part, press, reason, term, unfold } from "./support/panel.mjs";
import { LOADER, listening, noteListeners } from "./support/listening.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, close, gone, leaveByTop, nudge, said, staysQuiet, turnWheel, whileTimePasses } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";
const GO = { event: { name: "go" } };
const NONE = { preset: "none" };

const BODY = `<h1>Refunds</h1><p><button class="cta">Plans</button> <input aria-label="Search"></p>
<a href="/other">Other</a> ${"<p>Refunds go back to the card that was charged.</p>".repeat(120)}`;

async function arrive(t, surveys, { path = DEBUG, body = BODY, pages, more, settings } = {}) {
  const found = { "/": pageWith({ body }), "/other": "<!doctype html><title>Other</title>", ...pages };
  const stage = await stageWithoutCollector(t, { definition: definition(surveys, more), pages: found, settings });
  const { page, seen } = await stage.tabAt();
  await openPanel(page, path);
  return { ...stage, page, seen };
}

const go = (page) => page.evaluate(() => window.effortlet("track", "go"));

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
    assert.equal(await panel(page).count(), opens ? 1 : 0);
    const asked = (file) => seen.requests.includes(`GET /effortlet/${file}`);
    assert.deepEqual(["debug.js", "full.wasm", "effortlet.wasm"].map(asked), [opens, opens, !opens]);
    assert.deepEqual(said(seen), []);
  });
}

const BOTH = { all: [{ scroll: { percent: 75 } }, { exitIntent: {} }] };

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
  assert.match(await term(page, "Seen"), /^visible 0\.\d s · active 0\.\d s · idle 0\.\d s$/);
  await page.clock.runFor(5000);
  assert.match(await term(page, "Seen"), /^visible 5\.\d s · active 5\.\d s · idle 5\.\d s$/);
});

test("the last inputs and effects are told in words, the visitor's acts in one line", async (t) => {
  const { page } = await arrive(t, survey({ any: [GO, { time: { idle: "10m" } }] }));
  await unfold(page, "Last inputs");
  for (const x of [500, 510, 520]) {
    await page.clock.runFor(1100);
    await page.mouse.move(x, 300);
  }
  await page.keyboard.press("Shift");
  await go(page);
  await asked(page, FOUND);
  await page.clock.runFor(300);
  const told = await panel(page).locator(".log li span").allInnerTexts();
  assert.deepEqual(told.map((it) => it.replaceAll(/\s+/g, " ")), [
    "→ shows help-center by event",
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

test("a survey is shown by a press, whatever holds it back", async (t) => {
  const { page } = await arrive(t, survey(GO, { audience: { page: { path: "/elsewhere" } } }));
  await press(page, "Show now");
  await asked(page, FOUND);
});

const DISMISSED = "It was closed without an answer before, and the rule on dismissed keeps quiet";

test("time travel frees what frequency holds back, and back to now holds it again", async (t) => {
  const { page } = await arrive(t, survey(GO, { frequency: { ...NONE, rules: [{ on: "dismissed", quiet: "30d" }] } }));
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
  await page.clock.runFor(10_000);
  await go(page);
  await asked(page, FOUND);
  await close(page);
  assert.match(await reason(page), /keeps quiet/);
  await press(page, "Forget all");
  await whileTimePasses(page, part(page, "help-center").getByText(newcomer).waitFor());
  await page.clock.runFor(10_000);
  await go(page);
  await asked(page, FOUND);
});

/** What was on the device before: a display a year ago, and a response that nobody has taken. */
const BEFORE = {
  effortlet: JSON.stringify([7, "help-center", 1_740_000_000_000, 2, 1_740_000_001_000]),
  "effortlet:outbox:old": JSON.stringify({ at: 1_772_452_800_000, response: { id: "old", rev: 1, state: "partial", timing: {} } }),
};

const BLANK = "<!doctype html><title>Blank</title>";

/** Everything that the full edition remembers, and nothing that holds the survey back. */
const REMEMBERED = survey(
  { any: [GO, { sectionLeave: {} }, { helpCenter: { articles: 3 } }] },
  { audience: { all: [{ sample: { percent: 100 } }, { visitor: { visits: { atLeast: 1 } } }] } },
);

const stored = (page) => page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]);

test("a whole interview writes nothing to the device and sends nothing, and shows what it would send", async (t) => {
  const { page, seen, context } = await arrive(t, REMEMBERED, { pages: { "/blank": BLANK } });
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
  assert.deepEqual(await stored(page), [BEFORE, {}]);
  assert.deepEqual(posts, []);
  assert.deepEqual(seen.requests.filter((it) => !it.startsWith("GET ")), []);
  assert.deepEqual(said(seen), []);
});

async function answerAll(page) {
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await nudge(page).getByRole("radio", { name: "6 of 7" }).click();
  await nudge(page).getByRole("textbox").fill("Shorter words");
  await nudge(page).getByRole("button", { name: "Send" }).click();
  await asked(page, "Thank you for your feedback!");
}

test("what preview remembers, it holds to: a survey that was closed stays quiet", async (t) => {
  const { page } = await arrive(t, REMEMBERED);
  const again = survey(GO, { frequency: { ...NONE, rules: [{ on: "dismissed", quiet: "30d" }] } });
  await page.evaluate((json) => window.effortlet("start", json), definition(again));
  await page.clock.runFor(300);
  await go(page);
  await asked(page, FOUND);
  await close(page);
  await go(page);
  await staysQuiet(page);
});

test("somebody who types goes on typing while the panel is drawn", async (t) => {
  const { page } = await arrive(t, survey(BOTH));
  const field = page.getByLabel("Search");
  await field.focus();
  for (const letter of "refunds") {
    await page.keyboard.type(letter);
    await go(page);
    await page.clock.runFor(1000);
  }
  assert.equal(await field.inputValue(), "refunds");
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "Search");
});

test("what is pressed, selected, folded and scrolled in the panel stays so while it is drawn", async (t) => {
  const { page } = await arrive(t, survey(BOTH), { settings: { viewport: { width: 1280, height: 400 } } });
  await unfold(page, "Triggers and audience");
  await unfold(page, "Memory");
  await press(page, "+10 s");
  await panel(page).evaluate(({ shadowRoot }) => {
    shadowRoot.querySelector(".body").scrollTop = 90;
    const heading = shadowRoot.querySelector("h3").firstChild;
    getSelection().setBaseAndExtent(heading, 0, heading, 4);
  });
  const look = () =>
    panel(page).evaluate(({ shadowRoot }) => ({
      pressed: shadowRoot.activeElement?.textContent,
      selected: shadowRoot.getSelection().toString(),
      open: [...shadowRoot.querySelectorAll("details")].map(({ open }) => open),
      scrolled: shadowRoot.querySelector(".body").scrollTop,
      time: shadowRoot.querySelector("time").textContent,
    }));
  const before = await look();
  assert.deepEqual({ ...before, time: "" }, { pressed: "+10 s", selected: "help", open: [false, false, true, false], scrolled: 90, time: "" });
  await page.clock.runFor(5000);
  await go(page);
  await page.clock.runFor(300);
  const after = await look();
  assert.notEqual(after.time, before.time);
  assert.deepEqual({ ...after, time: "" }, { ...before, time: "" });
});

test("a press in the panel is none of the visitor's acts, and leaving over the page counts as ever", async (t) => {
  const triggers = { any: [{ click: { selector: "button, details *, :host *" } }, { exitIntent: {} }] };
  const { page } = await arrive(t, survey(triggers));
  await page.clock.runFor(6000);
  await unfold(page, "Memory");
  await press(page, "+10 s");
  await press(page, "Back to now");
  await page.mouse.move(100, 300);
  await page.mouse.wheel(0, 50);
  await page.mouse.move(200, 4);
  await page.mouse.move(200, -5);
  await page.clock.runFor(1000);
  await staysQuiet(page);
  assert.match(await term(page, "Used"), /^no press/);
  assert.match(await term(page, "Departure"), /^the pointer has not left/);
  await page.mouse.move(700, 300);
  await page.mouse.move(700, 100);
  await page.clock.runFor(16);
  await page.mouse.move(700, -5);
  await page.clock.runFor(200);
  await staysQuiet(page, "nobody has done anything with the page yet");
  await leaveByTop(page);
  await asked(page, FOUND);
});

test("stopping takes the panel, its listeners and its timers away", async (t) => {
  const pages = { "/": pageWith({ body: BODY }) };
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(survey(BOTH)), pages });
  await context.addInitScript(noteListeners);
  const { page, seen } = await tabAt();
  await openPanel(page);
  await page.evaluate(noteTimers);
  await go(page);
  await page.clock.runFor(5000);
  await press(page, "Forget all");
  await page.clock.runFor(5000);
  assert.equal(await timers(page), 1);
  await page.evaluate(() => window.effortlet("stop"));
  assert.equal(await timers(page), 0);
  await page.clock.runFor(5000);
  assert.equal(await panel(page).count(), 0);
  assert.deepEqual(await listening(page), LOADER);
  assert.deepEqual(said(seen), []);
});

test("a folded panel is a button in a corner, and sets no timer", async (t) => {
  const { page } = await arrive(t, survey(GO));
  await page.clock.runFor(5000);
  await page.evaluate(noteTimers);
  const toggle = panel(page).getByRole("button", { name: "Effortlet" });
  await toggle.focus();
  await page.keyboard.press("Enter");
  await page.evaluate(() => window.effortlet("track", "other"));
  await page.clock.runFor(5000);
  assert.equal(await panel(page).getByRole("button").count(), 1);
  assert.equal(await toggle.getAttribute("aria-expanded"), "false");
  assert.equal(await timers(page), 0);
  await page.keyboard.press("Enter");
  assert.equal(await reason(page), 'Waiting for the event "go"');
});

const timers = (page) => page.evaluate(() => window.timers.size);

/** Runs in the page: `window.timers` are those that were set since and have not come yet. */
function noteTimers() {
  const { setTimeout: set, clearTimeout: clear } = window;
  window.timers = new Set();
  window.setTimeout = (call, ...values) => {
    const timer = set(() => (window.timers.delete(timer), call()), ...values);
    window.timers.add(timer);
    return timer;
  };
  window.clearTimeout = (timer) => (window.timers.delete(timer), clear(timer));
}

test("everything in the panel is reached and pressed by keys", async (t) => {
  const { page } = await arrive(t, survey(GO));
  const passed = [];
  const focus = () => panel(page).evaluate(({ shadowRoot: { activeElement: it } }) => it && [it.localName, it.ariaLabel ?? it.textContent].join(" "));
  await page.getByRole("link", { name: "Other" }).focus();
  for (let times = 0; times < 14; times += 1) {
    await page.keyboard.press("Tab");
    passed.push(await focus());
    if (passed.at(-1) === 'button Simulate the event "go"') break;
  }
  assert.deepEqual(passed.filter((it) => it?.startsWith("button")), [
    "button Effortlet", "button +10 s", "button +1 h", "button +1 d", "button +7 d", "button +30 d", "button +90 d",
    "button Forget all", "button Show now: help-center", 'button Simulate the event "go"',
  ]);
  await page.keyboard.press("Enter");
  await asked(page, FOUND);
  assert.equal(await focus(), 'button Simulate the event "go"');
});

for (const [width, height] of [[1280, 720], [800, 600], [375, 667], [320, 568]]) {
  test(`at ${width} px the panel and the nudge do not cover each other, and nothing is wider than the panel`, async (t) => {
    const { page } = await arrive(t, survey(GO, { triggers: { any: [GO, { click: { selector: `.${"long".repeat(30)}` } }] } }), { settings: { viewport: { width, height } } });
    await press(page, "+90 d");
    await go(page);
    await asked(page, FOUND);
    await page.clock.runFor(1000);
    const [ours, theirs] = [await panel(page).locator("section").first().boundingBox(), await nudge(page).boundingBox()];
    const apart = ours.x + ours.width <= theirs.x || ours.y + ours.height <= theirs.y;
    assert.ok(apart, JSON.stringify([ours, theirs]));
    const wide = await panel(page).evaluate(({ shadowRoot }) => {
      const body = shadowRoot.querySelector(".body");
      return body.scrollWidth - body.clientWidth;
    });
    assert.equal(wide, 0);
  });
}

test("a strict content security policy with trusted types has nothing to report", async (t) => {
  const policy = [
    "default-src 'none'", "script-src 'nonce-x' 'strict-dynamic' 'wasm-unsafe-eval'", "connect-src 'self'",
    "style-src 'self'", "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].join("; ");
  const note = 'violations = []; addEventListener("securitypolicyviolation", (it) => violations.push(it.violatedDirective))';
  const html = pageWith({ body: `<h1>Help</h1><script nonce="x">${note}</script>`, attributes: 'nonce="x" data-definition="/effortlet.json"' });
  const strict = (request, reply) => reply.writeHead(200, { "content-type": "text/html", "content-security-policy": policy }).end(html);
  const { page, seen } = await arrive(t, survey(GO), { pages: { "/": strict } });
  await press(page, "Show now");
  await answerAll(page);
  await unfold(page, "Outbox");
  await page.clock.runFor(1000);
  assert.equal(await panel(page).locator("section").first().evaluate((it) => it.getBoundingClientRect().width), 380);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

for (const [what, served, words] of [
  ["has mistakes", definition([survey(GO), survey({ scroll: { percent: 750 } }, { id: "far" })]), "surveys[1].triggers.scroll.percent: expected"],
  ["is not JSON", "<p>Sign in</p>", "definition: expected JSON"],
]) {
  test(`the problems of a definition that ${what} are listed`, async (t) => {
    const { tabAt } = await stageWithoutCollector(t, { definition: served });
    const { page } = await tabAt();
    await openPanel(page);
    await whileTimePasses(page, panel(page).locator(".problems").waitFor());
    const problems = await panel(page).locator(".problems li").allInnerTexts();
    assert.equal(problems.length, 1);
    assert.ok(problems[0].startsWith(words), problems[0]);
  });
}

test("where the widget is started again the panel follows", async (t) => {
  const { page } = await arrive(t, survey(GO));
  await page.evaluate((json) => window.effortlet("start", json), definition(survey({ click: { selector: ".cta" } }, { id: "second" })));
  assert.equal(await reason(page, "second"), "Waiting for a click on .cta");
  assert.equal(await panel(page).count(), 1);
  assert.equal(await panel(page).locator(".survey").count(), 1);
});
