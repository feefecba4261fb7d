import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { LOADER, listening, noteListeners } from "./support/listening.mjs";
import { BOTH, FOUND, GO, answerAll, arrive, go, openPanel, panel, press, reason, term, unfold } from "./support/panel.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { noteTimers } from "./support/timers.mjs";
import { asked, leaveByTop, nudge, said, staysQuiet, whileTimePasses } from "./support/visitor.mjs";

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
  const triggers = { any: [{ click: { selector: "[data-act], details *, :host *" } }, { exitIntent: {} }] };
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
  assert.match(await term(page, "Seen"), / idle [23]\.\d s$/);
  assert.match(await term(page, "Departure"), /^the pointer has not left/);
  await page.mouse.move(700, 300);
  await page.mouse.move(700, 100);
  await page.clock.runFor(16);
  await page.mouse.move(700, -5);
  await page.clock.runFor(200);
  await staysQuiet(page, "nobody has done anything with the page yet");
  await page.clock.runFor(5000);
  await leaveByTop(page);
  await asked(page, FOUND);
});

test("stopping takes the panel, its listeners and its timers away", async (t) => {
  const { page, seen } = await arrive(t, survey(BOTH), { before: (context) => context.addInitScript(noteListeners) });
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

test("everything in the panel is reached and pressed by keys", async (t) => {
  const { page } = await arrive(t, survey(GO));
  const passed = [];
  const nameOf = ({ shadowRoot: { activeElement: it } }) => it && [it.localName, it.ariaLabel ?? it.textContent].join(" ");
  const focus = () => panel(page).evaluate(nameOf);
  await page.getByRole("link", { name: "Other" }).focus();
  for (let times = 0; times < 14; times += 1) {
    await page.keyboard.press("Tab");
    passed.push(await focus());
    if (passed.at(-1) === 'button Simulate the event "go"') break;
  }
  assert.deepEqual(passed.filter((it) => it?.startsWith("button")), [
    "button Effortlet", "button Move to the other side", "button Close, here and on the pages after", "button +10 s", "button +1 h", "button +1 d", "button +7 d", "button +30 d", "button +90 d",
    "button Forget all", "button Show now: help-center", 'button Simulate the event "go"',
  ]);
  await page.keyboard.press("Enter");
  await asked(page, FOUND);
  assert.equal(await focus(), 'button Simulate the event "go"');
});

/** Some have no place to break. */
const LONG = { any: [GO, { click: { selector: `.${"long".repeat(30)}` } }] };
const QUESTIONS = [{ id: "effort", kind: "effort", text: { en: "How easy was it?", ar: "كم كان ذلك سهلا؟" } }];

for (const [width, height, lang] of [
  [1280, 720, "en"],
  [1280, 720, "ar"],
  [800, 600, "en"],
  [375, 667, "en"],
  [320, 568, "ar"],
]) {
  test(`${width} px wide in ${lang}, the panel and the nudge do not cover each other, and nothing is cut off`, async (t) => {
    const asking = survey(LONG, { template: undefined, questions: QUESTIONS });
    const settings = { viewport: { width, height } };
    const { page } = await arrive(t, asking, { settings, pages: { "/": pageWith({ lang }) } });
    await press(page, "+90 d");
    await go(page);
    await nudge(page).waitFor();
    await page.clock.runFor(1000);
    const [ours, theirs] = [await panel(page).locator("section").first().boundingBox(), await nudge(page).boundingBox()];
    const beside = ours.x + ours.width <= theirs.x || theirs.x + theirs.width <= ours.x;
    assert.ok(beside || ours.y + ours.height <= theirs.y, JSON.stringify([ours, theirs]));
    const body = panel(page).locator(".body");
    assert.equal(await body.evaluate((it) => it.scrollWidth - it.clientWidth), 0);
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
  ["is not JSON", "<p>Sign in</p>", 'definition: expected JSON at /effortlet.json, got "<p>Sign in</p>" at line 1, column 1'],
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

test("wording that says the opposite of its scale's direction is listed, and asked all the same", async (t) => {
  const questions = (text) => [{ id: "effort", kind: "effort", text }];
  const own = (id, text) => ({ id, questions: questions(text), triggers: GO, frequency: { preset: "none" } });
  const { page, seen } = await arrive(t, [own("hard", { en: "How hard was it?" }), own("easy", { en: "How easy was it?" })]);
  const line = "surveys[0].questions[0].text.en: expected easyIs of its scale to be low, since this says that a higher point means more effort";
  await panel(page).getByText(line).waitFor();
  assert.equal(await panel(page).locator(".problems li").count(), 1);
  await go(page);
  await asked(page, "How hard was it?");
  assert.deepEqual(said(seen), []);
});
