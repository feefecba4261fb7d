/**
 * Who reloads the page of a survey goes on answering: it stays one response, and nothing of it is lost.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { freshContext } from "./support/browser.mjs";
import { startCollector } from "./support/collector.mjs";
import { definition } from "./support/definitions.mjs";
import { record, warnings } from "./support/recorder.mjs";
import { asked, close, nudge } from "./support/visitor.mjs";

const EASY = "How easy was it to solve your problem?";
const MORE = "What could we have made easier?";
const FOUND = "Did you find the information you needed?";
const MAILED = definition(["resolution", "help-center"].map((template) => ({ id: template, template, triggers: { link: {} } })));

const point = (page, rating) => nudge(page).getByRole("radio", { name: `${rating} of 7` });
const press = (page, name) => nudge(page).getByRole("button", { name }).click();
const write = (page, text) => nudge(page).getByRole("textbox").fill(text);
const confirmed = (page) => page.waitForResponse((it) => it.request().method() === "POST" && it.ok());

/** Somebody who has opened the link, what they see go wrong, and what is stored of them. */
async function arrive(t, survey = "resolution", question = EASY) {
  const collector = await startCollector(t, { definition: MAILED });
  const page = await (await freshContext(t, { baseURL: collector.address })).newPage();
  const seen = record(page);
  await page.goto(`/s/${survey}?rating=6`);
  await asked(page, question);
  const stored = async () => {
    const responses = await collector.rows("select state from response");
    const answers = await collector.rows("select coalesce(choice, rating, text) as said from answer order by position");
    return [...responses.map((it) => it.state), ...answers.map((it) => it.said)];
  };
  return { page, seen, stored };
}

async function rate(page, rating, next = MORE) {
  await Promise.all([confirmed(page), point(page, rating).click()]);
  await asked(page, next);
}

/** The rating that was given stands there again. */
async function reload(page, rating) {
  await page.reload();
  await asked(page, EASY);
  assert.equal(await point(page, rating).isChecked(), true, `${rating} is chosen`);
}

test("who reloads in the middle finds the rating chosen, goes on, and is one response", async (t) => {
  const { page, seen, stored } = await arrive(t);
  await rate(page, 2);
  await reload(page, 2);
  await press(page, "Next");
  await asked(page, MORE);
  await write(page, "Less to read");
  await Promise.all([confirmed(page), press(page, "Send")]);
  await page.getByText("You can close this page.").waitFor();
  assert.deepEqual(await stored(), ["complete", 2, "Less to read"]);
  await page.reload();
  await page.getByRole("heading", { name: "Thank you.", exact: true }).waitFor();
  assert.equal(await nudge(page).count(), 0);
  assert.deepEqual([seen.errors, warnings(seen)], [[], []]);
});

test("who rates otherwise after a reload has one rating, the last", async (t) => {
  const { page, stored } = await arrive(t);
  await rate(page, 2);
  await reload(page, 2);
  await rate(page, 5);
  await reload(page, 5);
  await rate(page, 4);
  assert.deepEqual(await stored(), ["partial", 4]);
});

test("what was half written when the page was reloaded is replaced by what is sent in the end", async (t) => {
  const { page, stored } = await arrive(t);
  await rate(page, 6);
  await write(page, "Less");
  await reload(page, 6);
  await press(page, "Next");
  await asked(page, MORE);
  await write(page, "Less to read");
  await Promise.all([confirmed(page), press(page, "Send")]);
  assert.deepEqual(await stored(), ["complete", 6, "Less to read"]);
});

test("who reloads and says no more loses nothing of what was said", async (t) => {
  const { page, seen, stored } = await arrive(t);
  await rate(page, 6);
  await reload(page, 6);
  await press(page, "Next");
  await asked(page, MORE);
  await reload(page, 6);
  await close(page);
  await page.getByRole("heading", { name: "Thank you.", exact: true }).waitFor();
  assert.deepEqual(await stored(), ["partial", 6]);
  assert.deepEqual(seen.errors, []);
});

test("who reloads and gives only some of the answers again keeps the others", async (t) => {
  const { page, stored } = await arrive(t, "help-center", FOUND);
  await Promise.all([confirmed(page), press(page, "Yes")]);
  await rate(page, 2, /./);
  await page.reload();
  await asked(page, FOUND);
  await press(page, "Yes");
  await asked(page, /helped me find a solution/);
  assert.equal(await point(page, 2).isChecked(), true);
  await page.goto("about:blank");
  assert.deepEqual(await stored(), ["partial", "yes", 2]);
  await page.goBack();
  await asked(page, FOUND);
  await Promise.all([confirmed(page), press(page, "No")]);
  assert.deepEqual(await stored(), ["partial", "no"], "another answer leads elsewhere");
});

test("what never arrived before a reload is posted after it", async (t) => {
  const { page, stored } = await arrive(t);
  await page.route("**/v1/responses", (route) => route.abort());
  await point(page, 6).click();
  await asked(page, MORE);
  await page.reload();
  await asked(page, EASY);
  await page.unroute("**/v1/responses");
  assert.deepEqual(await stored(), []);
  await Promise.all([confirmed(page), press(page, "Next")]);
  assert.deepEqual(await stored(), ["partial", 6]);
});
