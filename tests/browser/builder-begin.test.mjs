/** Whoever begins in the builder: is told of what is missing in plain words and in time, and sees what is there now. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { freshContext } from "./support/browser.mjs";
import { begin, importText, made, opened, pasted, settled } from "./support/builder.mjs";
import { PASSWORD, startCollector } from "./support/collector.mjs";

const survey = (more) => ({ id: "help", template: "resolution", triggers: { exitIntent: {} }, ...more });
const definition = (...surveys) => JSON.stringify({ version: 1, organization: "Acme", surveys });
const template = (page) => page.locator('select[name="surveys[0].template"]');
const asked = (page) => page.getByRole("textbox", { name: "What is asked" }).first();
const problems = (page) => page.locator(".form .problem:not(:empty), .findings li").allInnerTexts();

/** Somebody at the builder with this survey in the form. */
async function beginWith(t, ...surveys) {
  const { page, seen } = await begin(t);
  await importText(page, definition(...surveys));
  await settled(page);
  return { page, seen, frame: page.frameLocator(".preview iframe") };
}

async function choose(page, name) {
  await template(page).selectOption(name);
  await settled(page);
}

test("questions of one's own begin with one, and nothing is wrong yet", async (t) => {
  const { page, seen, frame } = await beginWith(t, survey());
  await choose(page, "");
  assert.deepEqual(await problems(page), []);
  assert.deepEqual((await made(page)).surveys[0].questions, [{ id: "question-1", kind: "effort", text: "How easy was it?" }]);
  await frame.getByRole("heading", { name: "How easy was it?" }).waitFor();
  assert.deepEqual(seen.errors, []);
});

test("what is empty is told of once somebody goes on, in plain words", async (t) => {
  const { page } = await beginWith(t, survey());
  await choose(page, "");
  await asked(page).fill("");
  await settled(page);
  assert.deepEqual(await problems(page), [], "while they write");
  await page.getByRole("textbox", { name: "Said at the end" }).focus();
  await page.locator(".findings").waitFor();
  assert.deepEqual(await problems(page), ["What it asks › 1. Rating of effort › What is asked Write a text.", "Write a text."]);
  assert.equal(await asked(page).getAttribute("aria-invalid"), "true");
  await asked(page).fill("Was it easy?");
  await settled(page);
  assert.deepEqual(await problems(page), []);
});

test("what is missing does not move what somebody presses, and is told after that", async (t) => {
  const { page } = await beginWith(t, survey());
  await choose(page, "");
  await asked(page).fill("");
  await settled(page);
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.locator(".findings").waitFor();
  assert.equal((await made(page)).surveys[0].questions.length, 2, "the press has counted");
});

test("who wants to publish is told of all that is missing", async (t) => {
  const collector = await startCollector(t, { closed: true });
  const page = await (await freshContext(t)).newPage();
  await page.goto(`${collector.address}/report/-/login?next=-/builder`);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(/builder/);
  await settled(page);
  await page.locator('[data-part="asks"]').getByRole("combobox", { name: "Template" }).selectOption("");
  await asked(page).fill("");
  await settled(page);
  assert.deepEqual(await problems(page), []);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText("A problem has to be solved first.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Publish now" }).isDisabled(), true);
  assert.ok((await problems(page)).includes("Write a text."));
});

test("the survey's name stands where its list is, and nothing has to be unfolded for it", async (t) => {
  const { page } = await beginWith(t, survey({ audience: { all: [{ device: { pointer: "fine" } }, { visitor: { is: "new" } }] }, triggers: { any: [{ exitIntent: {} }, { scroll: { percent: 75 } }] } }));
  const name = page.getByRole("textbox", { name: "Name of the survey" });
  assert.equal(await name.inputValue(), "help");
  const [list, field, first] = await Promise.all([page.locator("#chosen"), name, page.locator("summary").first()].map((it) => it.boundingBox()));
  assert.ok(list.y <= field.y && field.y < first.y, "between the list of surveys and all else");
  await name.fill("after-support");
  await settled(page);
  assert.equal((await made(page)).surveys[0].id, "after-support");
  assert.equal(await page.locator("#chosen").evaluate((it) => it.selectedOptions[0].textContent), "after-support");
  await name.fill("after support");
  await settled(page);
  assert.deepEqual(await problems(page), ["Name of the survey Write 1 to 64 letters, digits, hyphens and underscores.", "Write 1 to 64 letters, digits, hyphens and underscores."]);
  assert.equal(await page.getByRole("combobox", { name: "What has to happen" }).inputValue(), "any");
  await opened(page);
  assert.equal(await page.getByRole("combobox", { name: "What has to be true" }).inputValue(), "all");
});

test("a name that a new survey needs is asked for at once", async (t) => {
  const { page } = await begin(t);
  await importText(page, '{ "version": 1, "surveys": [] }');
  await page.getByRole("button", { name: "Add a survey" }).click();
  await page.locator(".findings").getByRole("button", { name: "Site › Organization" }).click();
  await page.keyboard.type("Acme");
  await settled(page);
  assert.deepEqual(await problems(page), []);
});

test("questions of one's own wait while a template is tried, and what was written of a template goes on as one", async (t) => {
  const { page } = await beginWith(t, survey({ questions: [{ id: "effort", text: "Was it easy?" }] }));
  await choose(page, "");
  const [own] = (await made(page)).surveys[0].questions;
  assert.deepEqual([own.id, own.kind, own.text], ["effort", "effort", "Was it easy?"]);
  await asked(page).fill("Was it simple?");
  await choose(page, "help-center");
  assert.deepEqual(await problems(page), []);
  assert.equal("questions" in (await made(page)).surveys[0], false);
  await choose(page, "");
  assert.equal((await made(page)).surveys[0].questions[0].text, "Was it simple?");
  assert.deepEqual(await problems(page), []);
});

test("after a definition without surveys nothing of the last one is in the preview, or said of it", async (t) => {
  const { page, seen, frame } = await beginWith(t, survey());
  await frame.getByRole("radio").first().waitFor();
  await importText(page, definition());
  await page.getByText("No survey to show yet.").waitFor();
  await frame.locator("effortlet-nudge").waitFor({ state: "detached" });
  assert.equal(await page.locator("#chosen").isDisabled(), true);
  await page.getByRole("button", { name: "Add a survey" }).click();
  await page.getByText("The survey is shown.").waitFor();
  assert.deepEqual(seen.errors, []);
});

test("the preview speaks none of an earlier definition's languages", async (t) => {
  const { page, frame } = await beginWith(t, survey({ questions: [{ id: "effort", text: { en: "Easy?", ro: "Ușor?" } }] }));
  await page.locator('select[name="locale"]').selectOption("ro");
  await frame.getByRole("heading", { name: "Ușor?" }).waitFor();
  await importText(page, definition(survey()));
  await frame.getByRole("heading", { name: "How easy was it to solve your problem?" }).waitFor();
});

test("a template that is not known stands in its field, until another is chosen", async (t) => {
  const { page } = await beginWith(t, survey({ template: "nope" }));
  const shown = () => template(page).evaluate((it) => it.selectedOptions[0].textContent);
  assert.equal(await shown(), "nope (unknown)");
  assert.equal(await template(page).getAttribute("aria-invalid"), "true");
  assert.ok((await problems(page)).includes("There is no template of this name. Choose one of the list."));
  await choose(page, "resolution");
  assert.deepEqual([await shown(), await problems(page)], ["How easy was it to solve the problem?", []]);
  assert.equal(await template(page).locator("option", { hasText: "unknown" }).count(), 0);
});

test("a problem of another survey leads to it", async (t) => {
  const { page } = await beginWith(t, survey(), survey({ id: "later", triggers: { scroll: { percent: 400 } } }));
  await page.getByRole("button", { name: "Survey later" }).click();
  assert.equal(await page.locator("#chosen").inputValue(), "1");
  await page.locator(".findings").getByRole("button", { name: /^When/ }).click();
  assert.equal(await page.evaluate(() => document.activeElement.value), "400");
});

test("a dialog has the focus where one begins, and nothing of the last time", async (t) => {
  const { page } = await begin(t);
  await pasted(page, "{");
  await page.locator("#import-mistake").getByText("Expected JSON").waitFor();
  await page.keyboard.press("Escape");
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.name);
  for (const [name, first] of [["Import", "import-text"], ["Copy", "copy:json"]]) {
    const button = page.getByRole("button", { name, exact: true }).first();
    await button.press("Enter");
    assert.equal(await focused(), first);
    assert.equal(await page.locator("#import-mistake").innerText(), "");
    await page.keyboard.press("Escape");
    assert.equal(await button.evaluate((it) => it === document.activeElement), true, "the focus is where it was");
  }
});

test("who works by keys goes on where something was removed or added", async (t) => {
  const { page } = await beginWith(t, survey({ triggers: { any: [{ exitIntent: {} }, { scroll: { percent: 75 } }, { click: { selector: ".cta" } }] } }));
  const focused = () => page.evaluate(() => document.activeElement.name);
  const remove = async (index) => {
    await page.locator(`[name="remove:surveys[0].triggers.any[${index}]"]`).press("Enter");
    return focused();
  };
  assert.equal(await remove(1), "remove:surveys[0].triggers.any[1]", "the next one");
  assert.equal(await remove(1), "remove:surveys[0].triggers.any[0]", "the one before");
  assert.equal(await remove(0), "press:add:surveys[0].triggers", "what adds one");
  await choose(page, "");
  await page.getByRole("button", { name: "Add a question" }).press("Enter");
  assert.equal(await focused(), "surveys[0].questions[1].text");
  await page.keyboard.type("What else?");
  assert.equal((await made(page)).surveys[0].questions[1].text, "What else?");
});

test("a field that is left out says what holds then, in words of the form", async (t) => {
  const { page } = await beginWith(t, survey());
  await choose(page, "");
  await opened(page);
  const field = (name) => page.locator(`[name="surveys[0].questions[0].${name}"]`);
  assert.equal(await field("scale.points").evaluate((it) => it.selectedOptions[0].textContent), "7, by default");
  assert.equal(await field("scale.easyIs").evaluate((it) => it.selectedOptions[0].textContent), "The highest point is easy, by default");
  assert.match(await page.locator('[data-place="surveys[0].questions[0].scale.order"] .hint').innerText(), /^Reading: .* Left to right: /);
  assert.equal(await page.locator('[name="theme.accent"]').getAttribute("placeholder"), "#1f5f5b");
});
