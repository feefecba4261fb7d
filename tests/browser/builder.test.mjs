/**
 * The builder in a real browser: it makes the definitions that teams write, loses nothing of them, shows
 * the survey as it is and says what is wrong with it where it is.
 */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { bringAxe, faultsOf } from "../browsers/support/axe.mjs";
import { importText, made, make, openBuilder, opened, settled } from "./support/builder.mjs";
import { freshContext } from "./support/browser.mjs";
import { PASSWORD, startCollector } from "./support/collector.mjs";
import { record } from "./support/recorder.mjs";

const GOOD = new URL("../definitions/good/", import.meta.url);
const text = (name) => readFile(new URL(`${name}.json`, GOOD), "utf8");
const json = async (name) => JSON.parse((await text(name)).replace(/^\uFEFF/, ""));

/** Made by the fields of the form, one after the other. */
const MADE = [
  "audience-combined",
  "audience-device",
  "audience-page",
  "audience-referrer",
  "branch-on-a-range",
  "branch-on-what-was-found",
  "choice-of-many-or-else",
  "click-selectors",
  "endpoint-in-full",
  "exit-intent-by-touch",
  "frequency-own-quiet-times",
  "layout-tab-with-a-label",
  "scale-labels-in-three-languages",
  "scale-label-for-each-point",
  "scroll-of-the-way",
  "sections",
  "seq-in-time",
  "template-in-german-too",
  "theme-in-full",
  "triggers-all-and-not",
  "triggers-any",
  "written-out",
];

async function begin(t, settings) {
  const collector = await startCollector(t);
  return { collector, ...(await visit(t, collector, settings)) };
}

async function visit(t, collector, settings) {
  const page = await (await freshContext(t, settings)).newPage();
  // What is not there at once will not be: nothing here waits for a network.
  page.setDefaultTimeout(8_000);
  const seen = record(page);
  await openBuilder(page, collector);
  return { page, seen };
}

test("the fields of the form make what teams write", async (suite) => {
  const collector = await startCollector(suite);
  for (const name of MADE) {
    await suite.test(name, async (t) => {
      const { page, seen } = await visit(t, collector);
      const wanted = await json(name);
      await make(page, wanted);
      assert.deepEqual(await made(page), wanted);
      await settled(page);
      assert.deepEqual(await page.locator(".findings.wrong li").allInnerTexts(), []);
      assert.deepEqual(seen.errors, []);
    });
  }
});

test("every good definition comes out as it went in", async (t) => {
  const { page, seen } = await begin(t);
  for (const file of await readdir(GOOD)) {
    const name = file.replace(".json", "");
    await importText(page, await text(name));
    assert.deepEqual(await made(page), await json(name), name);
  }
  assert.deepEqual(seen.errors, []);
});

/** Of the lists that `npx effortlet check` is held to. */
test("every bad definition is shown with the problems that it has", async (t) => {
  const { page, seen } = await begin(t);
  const bad = new URL("../definitions/bad/", import.meta.url);
  const wrong = [];
  for (const file of (await readdir(bad)).filter((it) => it.endsWith(".json"))) {
    const given = await readFile(new URL(file, bad), "utf8");
    if (!isDefinition(given)) continue;
    await importText(page, given);
    await settled(page);
    const expected = (await readFile(new URL(file.replace(".json", ".expected.txt"), bad), "utf8")).trim().split("\n").length;
    const found = await page.locator(".findings.wrong li").count();
    if (found !== expected || seen.errors.length) wrong.push([file, found, expected, ...seen.errors.splice(0)]);
  }
  assert.deepEqual(wrong, []);
});

function isDefinition(given) {
  try {
    return Array.isArray(JSON.parse(given).surveys);
  } catch {
    return false;
  }
}

test("a problem stands at its field, and is gone with its cause", async (t) => {
  const { page } = await begin(t);
  await importText(page, JSON.stringify({
    version: 1,
    surveys: [{ id: "s", template: "resolution", triggers: { scroll: { percent: 75 } }, questions: [{ id: "effort", scale: { points: 5 } }] }],
  }));
  await settled(page);
  const field = page.locator('[name="surveys[0].triggers.scroll.percent"]');
  await field.fill("400");
  await settled(page);
  assert.deepEqual(await page.locator(".findings.wrong li").allInnerTexts(), ["surveys[0].triggers.scroll.percent Expected a number above 0, up to 100"]);
  const said = await field.evaluate((it) => [it.getAttribute("aria-invalid"), it.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent).join(" ")]);
  assert.equal(said[0], "true");
  assert.match(said[1], /Expected a number above 0, up to 100/);
  await page.locator(".findings .link").click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "surveys[0].triggers.scroll.percent");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("60");
  await settled(page);
  assert.equal(await page.locator(".findings").count(), 0);
  assert.equal(await field.getAttribute("aria-invalid"), null);
});

test("what was done is undone and done again, by buttons and by keyboard", async (t) => {
  const { page } = await begin(t);
  const first = await made(page);
  const question = page.getByRole("textbox", { name: "What is asked" }).first();
  await question.click();
  await page.keyboard.type("Was it there?");
  const second = await made(page);
  assert.deepEqual(second.surveys[0].questions, [{ id: "found", text: "Was it there?" }]);
  await page.keyboard.press("Control+z");
  assert.deepEqual(await made(page), first, "what was typed in one go is one step");
  await page.getByRole("button", { name: "Redo" }).click();
  assert.deepEqual(await made(page), second);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await made(page), first);
});

test("the address carries the definition to somebody else", async (t) => {
  const { collector, page } = await begin(t);
  const wanted = await json("written-out");
  await importText(page, JSON.stringify(wanted));
  await settled(page);
  const other = await (await freshContext(t)).newPage();
  await other.goto(page.url());
  await settled(other);
  assert.deepEqual(await made(other), wanted);
  await other.goto(`${collector.address}/builder/#d=broken`);
  await other.reload();
  await settled(other);
  assert.deepEqual((await made(other)).surveys.length, 1, "a broken address begins anew");
});

test("what is no definition is refused where it was pasted", async (t) => {
  const { page } = await begin(t);
  const before = await made(page);
  for (const [given, said] of [["{", /^Expected JSON: /], ['{ "a": 1 }', /^Expected a definition/]]) {
    await importText(page, given);
    assert.match(await page.locator("#import-mistake").innerText(), said);
    await page.keyboard.press("Escape");
  }
  assert.deepEqual(await made(page), before);
});

test("the preview is the real widget, in the language and the direction that are chosen, and keeps nothing", async (t) => {
  const { page, seen } = await begin(t);
  await importText(page, await text("written-out"));
  await settled(page);
  const frame = page.frameLocator(".preview iframe");
  await frame.getByText("Did you find what you were looking for?").waitFor();
  await page.locator('select[name="locale"]').selectOption("ro");
  await frame.getByText("Ai găsit ce căutai?").waitFor();
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

/** The frame holds the widget, whose screens are tests of their own; no script of ours gets into it. */
test("nothing is wrong by axe, and nothing is wider than the window", async (t) => {
  const collector = await startCollector(t, { closed: true });
  const wrong = [];
  const look = async (page, ...where) => {
    await bringAxe({ executeScript: (call, ...values) => page.evaluate(call, ...values) });
    const found = faultsOf(await page.evaluate(() => window.examine(document))).filter((it) => it.id !== "frame-tested");
    wrong.push(...found.map((it) => [...where, it.id, it.target, it.says]));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) wrong.push([...where, `${overflow} px too wide`]);
  };
  for (const colorScheme of ["light", "dark"]) {
    const context = await freshContext(t, { colorScheme, bypassCSP: true, baseURL: collector.address });
    const page = await context.newPage();
    await page.goto("/report/-/login?next=-/builder");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.waitForURL(/builder/);
    await settled(page);
    for (const name of ["triggers-all-and-not", "audience-of-every-kind", "choice-of-many-or-else"]) {
      await importText(page, await text(name));
      await settled(page);
      await opened(page);
      for (const width of [375, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await look(page, name, width, colorScheme);
      }
    }
    for (const name of ["Import", "Copy", "Publish"]) {
      await page.getByRole("button", { name, exact: true }).first().click();
      if (name === "Publish") {
        await page.getByRole("button", { name: "Publish now" }).click();
        await page.getByText("Published as version").waitFor();
      }
      for (const width of [375, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await look(page, name, width, colorScheme);
      }
      await page.keyboard.press("Escape");
    }
  }
  assert.deepEqual(wrong, []);
});

/** A support lead's way, from what is served to what a visitor of the demo meets. */
test("somebody who logs in publishes what they worked on, sees it on the demo, and goes back", async (t) => {
  const served = { version: 1, organization: "Acme", surveys: [{ id: "help-center", template: "help-center", triggers: { exitIntent: {} }, frequency: { preset: "none" } }] };
  const collector = await startCollector(t, { definition: served, closed: true });
  const { page, seen } = await visit(t, collector);
  assert.deepEqual(await made(page), served, "what is served now is what is begun from");
  const question = page.getByRole("textbox", { name: "What is asked" }).first();
  await question.fill("Was the answer here?");
  await settled(page);
  await page.getByRole("link", { name: "Log in to publish" }).click();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(/builder/);
  await settled(page);
  assert.equal(await question.inputValue(), "Was the answer here?", "the login has lost nothing");

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish now" }).click();
  await page.getByText("Published as version 1.").waitFor();
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
