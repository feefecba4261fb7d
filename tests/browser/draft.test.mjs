/** What stands in a text when the page is left is sent, though nobody has pressed a button. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith } from "./support/definitions.mjs";
import { stageInWindow, stageWithoutCollector } from "./support/stage.mjs";
import { asked, nudge } from "./support/visitor.mjs";
import { hide } from "./support/window.mjs";

const WISH = "What do you miss?";
const ASKS = definition({
  id: "wish",
  questions: [{ id: "wish", kind: "text", text: WISH, limit: 40 }],
  triggers: { event: { name: "go" } },
  frequency: { preset: "none" },
});

async function beAsked(page, address) {
  await page.goto(address);
  await page.evaluate(() => window.effortlet("show", "wish"));
  await asked(page, WISH);
}

const words = ({ body }) => [body.rev, body.state, ...body.answers.map(({ value }) => value)];

test("a reload in the middle of a text sends what was written so far", async (t) => {
  const { host, tab } = await stageWithoutCollector(t, { definition: ASKS });
  const { page, seen } = await tab();
  await beAsked(page, host.origin);
  await nudge(page).getByRole("textbox").fill("  Pictures of ");
  await page.reload();
  const [post] = await host.posted(1);
  assert.deepEqual(words(post), [1, "partial", "Pictures of"]);
  assert.deepEqual(seen.errors, []);
});

test("a page that comes back has the text as it stood, and what is sent then takes the draft's place", async (t) => {
  const { host, tab } = await stageInWindow(t, { definition: ASKS, pages: { "/other": "<title>Other</title>" } });
  const { page } = await tab();
  await beAsked(page, host.url("/"));
  await nudge(page).getByRole("textbox").fill("Pictures");
  await page.evaluate(() => (window.isKept = true));
  await page.goto(host.url("/other"));
  await host.posted(1);
  await page.goBack({ waitUntil: "commit" });
  await page.waitForFunction(() => window.isKept);
  assert.equal(await nudge(page).getByRole("textbox").inputValue(), "Pictures");
  await nudge(page).getByRole("textbox").fill("Films");
  await nudge(page).getByRole("button", { name: "Send" }).click();
  await asked(page, /Thank you/);
  const isLast = ({ body }) => body.state === "complete";
  for (let count = 2; !host.posts.some(isLast); count += 1) await host.posted(count);
  const [{ body: { id } }] = host.posts;
  const last = host.posts.find(isLast);
  assert.deepEqual([last.body.id, ...words(last)], [id, 2, "complete", "Films"]);
});

test("a tab that is hidden in the middle of a text sends what was written so far, since a telephone may end it there", async (t) => {
  const { host, tab } = await stageInWindow(t, { definition: ASKS });
  const { page, seen } = await tab();
  await beAsked(page, host.url("/"));
  await nudge(page).getByRole("textbox").fill("Pictures");
  const comeBack = await hide(page);
  const [post] = await host.posted(1);
  assert.deepEqual(words(post), [1, "partial", "Pictures"]);
  await comeBack();
  assert.equal(await nudge(page).getByRole("textbox").inputValue(), "Pictures");
  assert.deepEqual(seen.errors, []);
});

test("what is written when the page stops the widget is posted when it starts it again", async (t) => {
  const { host, tab } = await stageWithoutCollector(t, { definition: ASKS });
  const { page } = await tab();
  await beAsked(page, host.origin);
  await nudge(page).getByRole("textbox").fill("Pictures");
  await page.evaluate(() => window.effortlet("stop"));
  await nudge(page).waitFor({ state: "detached" });
  await page.evaluate(() => window.effortlet("start"));
  const [post] = await host.posted(1);
  assert.deepEqual(words(post), [1, "partial", "Pictures"]);
});

test("who goes back in the middle of a text finds it there again", async (t) => {
  const found = { id: "found", kind: "yesNo", text: "Found?" };
  const [survey] = ASKS.surveys;
  const { host, tab } = await stageWithoutCollector(t, { definition: { ...ASKS, surveys: [{ ...survey, questions: [found, ...survey.questions] }] } });
  const { page } = await tab();
  await page.goto(host.origin);
  await page.evaluate(() => window.effortlet("show", "wish"));
  await asked(page, "Found?");
  await nudge(page).getByRole("button", { name: "No" }).click();
  await asked(page, WISH);
  await nudge(page).getByRole("textbox").fill("Pictures");
  await nudge(page).getByRole("button", { name: "Back" }).click();
  await asked(page, "Found?");
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await asked(page, WISH);
  assert.equal(await nudge(page).getByRole("textbox").inputValue(), "Pictures");
});

/** What takes a nudge away in the middle of a text. */
const TAKEN = {
  "the app goes on to another route, for which it is not": () => history.pushState(0, "", "/elsewhere"),
  "a script removes it, again and again": async () => {
    const removed = () => document.querySelector("effortlet-nudge")?.remove();
    new MutationObserver(removed).observe(document.body, { childList: true });
    removed();
  },
};

for (const [how, take] of Object.entries(TAKEN)) {
  test(`words that stand unsent are sent where the nudge is taken away: ${how}`, async (t) => {
    const [survey] = ASKS.surveys;
    const { host, tab } = await stageWithoutCollector(t, { definition: { ...ASKS, surveys: [{ ...survey, audience: { page: { path: "/" } } }] } });
    const { page, seen } = await tab();
    await beAsked(page, host.origin);
    await nudge(page).getByRole("textbox").fill("Pictures");
    await page.evaluate(take);
    const [post] = await host.posted(1);
    assert.deepEqual(words(post), [1, "partial", "Pictures"]);
    assert.deepEqual(seen.errors, []);
  });
}

test("words of something else are sent where the page is left, and stand there again after going back", async (t) => {
  const why = { id: "why", kind: "choice", text: "Why?", many: true, options: [{ id: "price", text: "The price" }, { id: "speed", text: "The speed" }], other: "Something else" };
  const [survey] = ASKS.surveys;
  const { host, tab } = await stageWithoutCollector(t, { definition: { ...ASKS, surveys: [{ ...survey, questions: [{ id: "found", kind: "yesNo", text: "Found?" }, why] }] } });
  const { page } = await tab();
  await page.goto(host.origin);
  await page.evaluate(() => window.effortlet("show", "wish"));
  await nudge(page).getByRole("button", { name: "No", exact: true }).click();
  await asked(page, "Why?");
  await nudge(page).getByRole("checkbox", { name: "The price" }).check();
  await nudge(page).getByRole("checkbox", { name: "Something else" }).check();
  await nudge(page).getByRole("textbox").fill("The looks");
  await nudge(page).getByRole("button", { name: "Back" }).click();
  await asked(page, "Found?");
  await nudge(page).getByRole("button", { name: "No", exact: true }).click();
  await asked(page, "Why?");
  assert.equal(await nudge(page).getByRole("textbox").inputValue(), "The looks");
  assert.equal(await nudge(page).getByRole("checkbox", { name: "The price" }).isChecked(), true);
  await page.reload();
  const isLast = ({ body }) => body.answers.length === 4;
  for (let count = 1; !host.posts.some(isLast); count += 1) await host.posted(count);
  assert.deepEqual(words(host.posts.findLast(isLast)).slice(1), ["partial", "no", "price", "other", "The looks"]);
});
