/** How an interview ends, and where the focus is meanwhile. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith } from "./support/definitions.mjs";
import { FOUND, HELPED, THANKS, ON_GO, BODY, begin, answersIn, responsesIn, BY_MOUSE } from "./support/interview.mjs";
import { stage } from "./support/stage.mjs";
import { acknowledged, asked, close, focused, gone, nudge, open, setBack, tabTo } from "./support/visitor.mjs";

test("Escape from inside dismisses, and that is posted; Escape elsewhere is the page's own", async (t) => {
  const { collector, page, heard } = await begin(t);
  await page.getByLabel("Search").click();
  await page.keyboard.press("Escape");
  await asked(page, FOUND);
  await tabTo(page, "Yes");
  await page.keyboard.press("Escape");
  await gone(page);
  await acknowledged(page);
  const rows = await responsesIn(collector);
  assert.deepEqual(rows.map(({ rev, state }) => [rev, state]), [[1, "dismissed"]]);
  assert.deepEqual(await answersIn(collector), []);
  assert.deepEqual(heard.map(({ happening }) => happening), ["shown", "dismissed"]);
});

test("who closes after an answer has answered in part", async (t) => {
  const { collector, page, heard } = await begin(t);
  await BY_MOUSE.press(page, "Yes");
  await asked(page, HELPED);
  await close(page);
  await acknowledged(page);
  const rows = await responsesIn(collector);
  assert.deepEqual(rows.map(({ rev, state }) => [rev, state]), [[1, "partial"]]);
  assert.deepEqual(heard.map(({ happening }) => happening), ["shown", "answered", "dismissed"]);
});

test("the thank-you goes by itself, also where the clock is set back", async (t) => {
  const { page } = await begin(t);
  await BY_MOUSE.press(page, "No");
  await BY_MOUSE.write(page, "A refund");
  await BY_MOUSE.press(page, "Skip");
  await asked(page, THANKS);
  await page.clock.runFor(4_000);
  await setBack(page);
  await page.clock.runFor(4_000);
  await gone(page);
});

test("the nudge leaves the focus, the caret and the text of a field where they are", async (t) => {
  const { tabAt } = await stage(t, { definition: definition(ON_GO), pages: { "/": pageWith({ body: BODY }) } });
  const { page } = await tabAt();
  await open(page);
  await page.getByLabel("Search").click();
  await page.keyboard.type("refund");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.evaluate(() => window.effortlet("show", "help-center"));
  await asked(page, FOUND);
  await page.keyboard.type("-");
  const field = await page.getByLabel("Search").evaluate((it) => [it === document.activeElement, it.value, it.selectionStart]);
  assert.deepEqual(field, [true, "refu-nd", 5]);
});

test("the focus returns to where it was, and stays inside from screen to screen", async (t) => {
  const { page } = await begin(t);
  await page.getByText("A button of the page").focus();
  await tabTo(page, "Yes");
  await page.keyboard.press("Enter");
  await asked(page, HELPED);
  assert.equal(await focused(page), HELPED);
  await page.keyboard.press("Escape");
  await gone(page);
  assert.equal(await focused(page), "A button of the page");
});
