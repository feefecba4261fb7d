/**
 * The builder's form in a real browser: it makes the definitions that teams write, loses nothing of them, and
 * says what is wrong with one where it is.
 */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { begin, importText, made, make, pasted, settled } from "./support/builder.mjs";
import { freshContext } from "./support/browser.mjs";

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

test("the fields of the form make what teams write", async (suite) => {
  const { page, seen } = await begin(suite);
  for (const name of MADE) {
    await suite.test(name, async () => {
      const wanted = await json(name);
      await make(page, wanted);
      assert.deepEqual(await made(page), wanted);
      await settled(page);
      assert.deepEqual(await page.locator(".findings.wrong li").allInnerTexts(), []);
      assert.deepEqual(seen.errors.splice(0), []);
    });
  }
});

test("every good definition comes out as it went in", async (t) => {
  const { page, seen } = await begin(t);
  for (const file of await readdir(GOOD)) {
    const name = file.replace(".json", "");
    await importText(page, await text(name));
    assert.deepEqual(await made(page), await json(name), name);
    await settled(page);
    assert.equal(await page.locator(".findings.wrong").count(), 0, name);
  }
  assert.deepEqual(seen.errors, []);
});

/**
 * Those of another shape than a form takes for granted; all of them with EFFORTLET_BAD=all, which takes minutes.
 * What is expected is what `npx effortlet check` says, whose last line is a sum.
 */
const SHAPES = process.env.EFFORTLET_BAD === "all" ? /./ : /^(?!audience).*(a-text|not-a-list|a-number|is-null|an-object)/;

test("every bad definition is shown with the problems that it has", async (t) => {
  const { page, seen } = await begin(t);
  const bad = new URL("../definitions/bad/", import.meta.url);
  const wrong = [];
  for (const file of (await readdir(bad)).filter((it) => it.endsWith(".json") && SHAPES.test(it))) {
    const given = await readFile(new URL(file, bad), "utf8");
    if (!isDefinition(given)) continue;
    await importText(page, given);
    await settled(page).catch((reason) => wrong.push([file, reason.message]));
    const expected = (await readFile(new URL(file.replace(".json", ".expected.txt"), bad), "utf8")).trim().split("\n").length - 1;
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
  assert.deepEqual(await page.locator(".findings.wrong li").allInnerTexts(), ["When › after % of the page was seen Write a number above 0, up to 100."]);
  const said = await field.evaluate((it) => [it.getAttribute("aria-invalid"), it.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent).join(" ")]);
  assert.equal(said[0], "true");
  assert.match(said[1], /Write a number above 0, up to 100\./);
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
    await pasted(page, given);
    assert.match(await page.locator("#import-mistake").innerText(), said);
    await page.keyboard.press("Escape");
  }
  assert.deepEqual(await made(page), before);
  await pasted(page, await text("written-out"));
  assert.deepEqual(await made(page), await json("written-out"));
});

/** The frame holds the widget, whose screens are tests of their own; no script of ours gets into it. */
/** A support lead's way, from what is served to what a visitor of the demo meets. */
