/**
 * The panel that `?effortlet-debug` opens, by real presses, on a page whose clock the test moves.
 */
import assert from "node:assert/strict";
import { definition, pageWith } from "./definitions.mjs";
import { stageWithoutCollector } from "./stage.mjs";
import { asked, nudge, open } from "./visitor.mjs";

/** The parameter that opens it. */
export const DEBUG = "/?effortlet-debug";

/** Milliseconds after which whatever happened is drawn. */
const DRAWN = 300;

/** How often a reason is looked for, and milliseconds of the page's time from one look to the next: nine seconds. */
const LOOKS = 180;
const BETWEEN = 50;

/** What the survey of the help center asks first. */
export const FOUND = "Did you find the information you needed?";

/** An event that asks, and what a visitor who reads and leaves does. */
export const GO = { event: { name: "go" } };
export const BOTH = { all: [{ scroll: { percent: 75 } }, { exitIntent: {} }] };

export const BLANK = "<!doctype html><title>Blank</title>";

const BODY = `<h1>Refunds</h1><p><button class="cta">Plans</button> <input aria-label="Search"></p>
<a href="/blank">Other</a> ${"<p>Refunds go back to the card that was charged.</p>".repeat(120)}`;

/** A page whose clock stands still, with the panel open; more is as `stage.mjs` has it. */
export async function arrive(t, surveys, { path = DEBUG, pages, settings, before = async () => {} } = {}) {
  const found = { "/": pageWith({ body: BODY }), "/blank": BLANK, ...pages };
  const stage = await stageWithoutCollector(t, { definition: definition(surveys), pages: found, settings });
  await before(stage.context);
  const { page, seen } = await stage.tabAt();
  await openPanel(page, path);
  return { ...stage, page, seen };
}

export const go = (page) => page.evaluate(() => window.effortlet("track", "go"));

/** The whole interview. */
export async function answerAll(page) {
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await nudge(page).getByRole("radio", { name: "6 of 7" }).click();
  await nudge(page).getByRole("textbox").fill("Shorter words");
  await nudge(page).getByRole("button", { name: "Send" }).click();
  await asked(page, "Thank you for your feedback!");
}

/** Who does not wait for it moves the time on while it loads, until it is given up. */
export async function openPanel(page, path = DEBUG) {
  await open(page, path);
  if (path === DEBUG) await panel(page).waitFor({ state: "attached" });
}

export const panel = (page) => page.locator("effortlet-debug");

/** One survey's part. */
export const part = (page, id) => panel(page).locator(`.survey[data-key="${id}"]`);

/** The first reason that holds a survey back, as it is drawn by now; while there is none yet a little time passes. */
export async function reason(page, id = "help-center") {
  const hold = part(page, id).locator(".hold");
  await page.clock.runFor(DRAWN);
  for (let looks = 0; looks < LOOKS && (await hold.count()) === 0; looks += 1) {
    await page.evaluate(() => fetch("/").then((it) => it.text()));
    await page.clock.runFor(BETWEEN);
  }
  return hold.innerText();
}

/** Waits for that reason, which may hold for a few seconds of the page's time only: it looks after each little of it. */
export async function heldBack(page, expected, id = "help-center") {
  let found;
  for (let looks = 0; looks < LOOKS && found !== expected; looks += 1) {
    await page.evaluate(() => fetch("/").then((it) => it.text()));
    await page.clock.runFor(BETWEEN);
    // None may be drawn yet, and while somebody waits for it no time passes in which it could be.
    [found] = await part(page, id).locator(".hold").allInnerTexts();
  }
  assert.equal(found, expected);
}

/** Each line of a survey's trees: its mark, and all that it says. */
export async function lines(page, id = "help-center") {
  await page.clock.runFor(DRAWN);
  return part(page, id).locator("li:not(:has(li))").evaluateAll((all) =>
    all.map((it) => [".mark", ".said"].map((part) => it.querySelector(part).textContent).join(" ")),
  );
}

export const press = (page, name) => panel(page).getByRole("button", { name }).first().click();

/** Opens a folded part. */
export const unfold = (page, name) => panel(page).locator("summary", { hasText: name }).first().click();

/** What a line under a name says. */
export async function term(page, name) {
  await page.clock.runFor(DRAWN);
  return panel(page).locator(`[data-key="${name}"] dd`).first().innerText();
}
