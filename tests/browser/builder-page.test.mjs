/**
 * What is around the builder's form: the real widget beside it, surveys of others, publishing, and WCAG in
 * light and dark, narrow and wide.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { begin, importText, made, opened, settled, visit } from "./support/builder.mjs";
import { freshContext } from "./support/browser.mjs";
import { PASSWORD, startCollector } from "./support/collector.mjs";
import { faultsAt } from "./support/examined.mjs";

const text = (name) => readFile(new URL(`../definitions/good/${name}.json`, import.meta.url), "utf8");

test("the preview is the real widget, in the language and the direction that are chosen, and keeps nothing", async (t) => {
  const { page, seen } = await begin(t);
  await importText(page, await text("written-out"));
  await settled(page);
  const frame = page.frameLocator(".preview iframe");
  await frame.getByRole("heading", { name: "Did you find what you were looking for?" }).waitFor();
  await page.locator('select[name="locale"]').selectOption("ro");
  await frame.getByRole("heading", { name: "Ai găsit ce căutai?" }).waitFor();
  await page.getByLabel("Right to left").check();
  await page.getByLabel("Phone").check();
  await page.getByLabel("Dark", { exact: true }).check();
  await frame.locator("html.dark[dir=rtl]").waitFor();
  await frame.getByRole("button", { name: "Da" }).click();
  await page.getByText("An answer was given; here it goes nowhere.").waitFor();
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
  // This collector serves no definition that could be begun from.
  const said = seen.console.filter((it) => !it.text.includes("404"));
  assert.deepEqual([kept, seen.errors, said], [[0, 0], [], []]);
});

test("its moments can be tried in the preview", async (t) => {
  const { page } = await begin(t);
  await importText(page, await text("triggers-any"));
  await settled(page);
  const frame = page.frameLocator(".preview iframe");
  await frame.getByRole("button", { name: "Yes" }).waitFor();
  await page.getByRole("button", { name: "Try its moments" }).click();
  await page.getByText("Waiting for its moments").waitFor();
  assert.equal(await frame.getByRole("button", { name: "Yes" }).count(), 0);
  await frame.getByRole("button", { name: "Ask for a refund" }).click();
  await frame.getByRole("button", { name: "Yes" }).waitFor();
});

test("nothing is wrong by axe, and nothing is wider than the window", async (t) => {
  const collector = await startCollector(t, { closed: true });
  const context = await freshContext(t, { bypassCSP: true, baseURL: collector.address });
  const page = await context.newPage();
  const wrong = [];
  const look = async (name) => {
    // The frame is another origin's, which axe cannot look into.
    const found = await faultsAt(page, { widths: [375, 1280], isExplained: ({ id }) => id === "frame-tested" });
    wrong.push(...found.map((it) => [name, ...it]));
  };
  await page.goto("/report/-/login?next=-/builder");
  await logIn(page);
  for (const name of ["triggers-all-and-not", "audience-of-every-kind", "choice-of-many-or-else"]) {
    await importText(page, await text(name));
    await settled(page);
    await page.getByText("The survey is shown.").waitFor();
    await opened(page);
    await look(name);
  }
  for (const name of ["Import", "Copy", "Publish"]) {
    await page.getByRole("button", { name, exact: true }).first().click();
    if (name === "Publish") {
      await page.getByRole("button", { name: "Publish now" }).click();
      await page.getByText("Published as version").waitFor();
    }
    await look(name);
    await page.keyboard.press("Escape");
  }
  assert.deepEqual(wrong, []);
});

async function logIn(page) {
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(/builder/);
  await settled(page);
}

test("what is copied with problems says so beside it, and is copied all the same", async (t) => {
  const { page } = await begin(t, { permissions: ["clipboard-read", "clipboard-write"] });
  const said = page.locator("dialog.copy .problem");
  const press = () => page.getByRole("button", { name: "Copy", exact: true }).first().click();
  await press();
  assert.equal(await said.count(), 0);
  await page.keyboard.press("Escape");
  await importText(page, '{ "version": 1, "organization": "Acme", "surveys": [{ "id": "a", "template": "resolution", "triggers": { "scroll": { "percent": 400 } } }] }');
  await settled(page);
  await press();
  assert.equal(await said.innerText(), "A problem is in it, named above the form. Pages leave out a survey that has one, and ask the others.");
  await page.getByRole("button", { name: "Copy: The definition, as JSON" }).click();
  await page.getByText("Copied, with a problem").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /"percent": 400/);
  await page.keyboard.press("Escape");
  await page.locator('[name="surveys[0].triggers.scroll.percent"]').fill("40");
  await page.getByRole("textbox", { name: "What is asked" }).first().fill("");
  await settled(page);
  await press();
  assert.equal(await said.count(), 0);
});

test("what pages load already is not published again, also where it is the collector's file", async (t) => {
  const served = { version: 1, organization: "Acme", surveys: [{ id: "help-center", template: "help-center", triggers: { exitIntent: {} } }] };
  const collector = await startCollector(t, { definition: served, closed: true });
  const { page } = await visit(t, collector);
  await page.getByRole("link", { name: "Log in to publish" }).click();
  await logIn(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish now" }).click();
  await page.getByText("Nothing has changed: pages load this already.").waitFor();
  assert.deepEqual(await collector.rows("select * from publication"), []);
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "What is asked" }).first().fill("Was it here?");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  assert.equal(await page.getByText("Nothing has changed").count(), 0, "what was said before");
  await page.getByRole("button", { name: "Publish now" }).click();
  await page.getByText("Published as version 1.").waitFor();
  assert.match(await page.locator(".versions time").innerText(), /^\d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d$/, "as the report writes moments");
});

test("somebody who logs in publishes what they worked on, sees it on the demo, and goes back", async (t) => {
  const served = { version: 1, organization: "Acme", surveys: [{ id: "help-center", template: "help-center", triggers: { exitIntent: {} }, frequency: { preset: "none" } }] };
  const collector = await startCollector(t, { definition: served, closed: true });
  const { page, seen } = await visit(t, collector);
  assert.deepEqual(await made(page), served, "what is served now is what is begun from");
  const question = page.getByRole("textbox", { name: "What is asked" }).first();
  await question.fill("Was the answer here?");
  await settled(page);
  await page.getByRole("link", { name: "Log in to publish" }).click();
  await logIn(page);
  assert.equal(await question.inputValue(), "Was the answer here?", "the login has lost nothing");

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish now" }).dblclick();
  await page.getByText("Published as version 1.").waitFor();
  await page.getByRole("button", { name: "Publish now" }).click();
  await page.getByText("Nothing has changed: pages load version 1 already.").waitFor();
  await page.keyboard.press("Escape");
  await question.fill("Did it help?");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish now" }).click();
  await page.getByText("Published as version 2.").waitFor();
  const published = () => fetch(`${collector.address}/effortlet.json`).then((it) => it.json());
  assert.equal((await published()).surveys[0].questions[0].text, "Did it help?");

  await page.getByRole("button", { name: "Take into the form: version 1" }).click();
  await page.getByText("Version 1 is in the form now.").waitFor();
  await page.getByRole("button", { name: "Publish now" }).click();
  await page.getByText("Published as version 3.").waitFor();
  await page.getByRole("link", { name: "See it on the demo" }).click();
  await page.waitForURL(/help/);
  await page.waitForFunction(() => window.effortlet);
  await page.evaluate(() => window.effortlet("show", "help-center"));
  await page.getByRole("heading", { name: "Was the answer here?" }).waitFor();

  await collector.restart();
  assert.equal((await published()).surveys[0].questions[0].text, "Was the answer here?", "it holds over a restart");
  assert.deepEqual(seen.errors, []);
});

test("a language that was begun, and that nobody wrote in, is none of what is imported then", async (t) => {
  const { page } = await begin(t);
  const languages = page.locator(".chip");
  await page.locator("summary", { hasText: "Languages" }).click();
  await page.getByLabel("Another language").fill("hu");
  await page.getByRole("button", { name: "Add a language" }).click();
  await languages.getByText("Hungarian").waitFor();
  await page.getByRole("button", { name: "Import", exact: true }).first().click();
  await page.locator('input[type="file"]').setInputFiles(new URL("../imports/posthog.json", import.meta.url).pathname);
  await page.getByRole("heading", { name: "Imported, with these changes" }).waitFor();
  await settled(page);
  assert.deepEqual(await languages.allInnerTexts(), ["English", "Romanian"]);
});

for (const [file, question, note] of [
  ["posthog.json", "How easy was it to find what you needed?", "Question 1: its description was left out."],
  ["formbricks.json", "Acme made it easy for me", "Question when: was left out, there is no question of the kind date here."],
  ["qualtrics.qsf", "Acme made it easy for me to handle my issue.", "Question Q1: 5 labelled answers became a rating."],
]) {
  test(`the survey of ${file} becomes one that can be asked, and what is not as it was is said`, async (t) => {
    const { page } = await begin(t);
    await page.getByRole("button", { name: "Import", exact: true }).first().click();
    await page.locator('input[type="file"]').setInputFiles(new URL(`../imports/${file}`, import.meta.url).pathname);
    await page.getByRole("heading", { name: "Imported, with these changes" }).waitFor();
    await settled(page);
    assert.ok((await page.locator(".note li").allInnerTexts()).includes(note));
    assert.deepEqual(await page.locator(".findings.wrong li").allInnerTexts(), []);
    await page.frameLocator(".preview iframe").getByRole("heading", { name: question }).waitFor();
  });
}
