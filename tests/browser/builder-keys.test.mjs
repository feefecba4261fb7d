/** Whoever works at the builder by keys alone: the focus stays with what was moved, begun or changed, and is never lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, importText, made, opened, settled } from "./support/builder.mjs";

const question = (id, more) => ({ id, kind: "choice", text: id.toUpperCase(), options: [{ id: "x", text: "X" }, { id: "y", text: "Y" }], ...more });
const SURVEY = {
  id: "help",
  questions: [question("a", { branch: [{ when: { is: "x" }, to: "c" }] }), question("b"), question("c")],
  triggers: { any: [{ exitIntent: {} }, { scroll: { percent: 75 } }, { click: { selector: ".cta" } }] },
};

/** Somebody at the builder with nothing folded; `press` is by Enter, and gives what has the focus then. */
async function arrive(t) {
  const { page, seen } = await begin(t);
  await importText(page, JSON.stringify({ version: 1, organization: "Acme", surveys: [SURVEY] }));
  await settled(page);
  await opened(page);
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.name ?? document.activeElement.localName);
  const press = async (control) => {
    await control.focus();
    await page.keyboard.press("Enter");
    return focused();
  };
  const named = (name) => page.locator(`button[name="${name}"]`);
  const called = (name) => page.getByRole("button", { name, exact: true });
  const order = async () => (await made(page)).surveys[0].questions.map((it) => it.id).join("");
  return { page, seen, press, named, called, order, focused };
}

test("a question that is moved keeps the focus and what was unfolded of it", async (t) => {
  const { page, seen, press, called, order, focused } = await arrive(t);
  const unfolded = () => page.evaluate(() => [...document.querySelectorAll(".question > .more")].map((it) => it.open));
  await page.locator(".question").nth(0).locator("summary").click();
  await page.locator(".question").nth(2).locator("summary").click();
  assert.equal(await press(called("Move question 3 up")), "Move question 2 up");
  assert.deepEqual([await order(), await unfolded()], ["acb", [false, false, true]]);
  await page.keyboard.press("Enter");
  assert.deepEqual([await order(), await focused(), await unfolded()], ["cab", "Move question 1 down", [false, false, true]], "nothing is above the first");
  await page.keyboard.press("Enter");
  assert.deepEqual([await order(), await focused()], ["acb", "Move question 2 down"]);
  await page.keyboard.press("Enter");
  assert.deepEqual([await order(), await focused()], ["abc", "Move question 3 up"], "nothing is below the last");
  assert.deepEqual(seen.errors, []);
});

test("what is removed leaves the focus at what stands in its place, else where one more is added", async (t) => {
  const { press, called, named, order } = await arrive(t);
  const at = "surveys[0]";
  assert.equal(await press(called("Remove question 2")), "Remove question 2");
  assert.equal(await press(called("Remove question 2")), `add:${at}.questions`);
  assert.equal(await order(), "a");
  assert.equal(await press(called("Remove Options 1")), "Remove Options 1");
  assert.equal(await press(called("Remove Options 1")), `add:${at}.questions[0].options`);
  assert.equal(await press(called("Remove row 1")), `add:${at}.questions[0].branch`);
  // What comes into its place is of another kind, and so drawn anew.
  assert.equal(await press(named(`remove:${at}.triggers.any[0]`)), "Remove this");
  assert.equal(await named(`remove:${at}.triggers.any[0]`).evaluate((it) => it === document.activeElement), true);
  await press(named(`remove:${at}.triggers.any[0]`));
  assert.equal(await press(named(`remove:${at}.triggers.any[0]`)), `press:add:${at}.triggers`);
});

test("what is added has the focus, so that it is filled in next", async (t) => {
  const { page, press, named } = await arrive(t);
  const at = "surveys[0]";
  assert.equal(await press(named(`add:${at}.questions`)), `${at}.questions[3].text`);
  assert.equal(await press(named(`add:${at}.questions[0].options`)), `${at}.questions[0].options[2].id`);
  assert.match(await press(named(`add:${at}.questions[1].branch`)), /^surveys\[0\]\.questions\[1\]\.branch\[0\]\.when\./);
  await page.locator(`select[name="add:${at}.triggers"]`).selectOption("time.activeTime");
  assert.equal(await press(named(`press:add:${at}.triggers`)), "after … of active time on the page");
  await page.locator(`select[name="add:${at}.triggers"]`).selectOption("exitIntent");
  await press(named(`press:add:${at}.triggers`));
  assert.ok(await page.evaluate(() => !!document.activeElement.closest('[data-place="surveys[0].triggers.any[4].exitIntent"]')));
  await press(page.getByRole("button", { name: "Add a survey" }));
  assert.equal(await page.evaluate(() => document.activeElement.name), "surveys[1].id");
});

test("a button that goes, or that has nothing more to do, hands the focus on to what is beside it", async (t) => {
  const { page, press, named } = await arrive(t);
  const text = "surveys[0].questions[0].text";
  assert.equal(await press(named(`split:${text}`)), `${text}.en`);
  assert.equal(await press(named(`join:${text}`)), text);
  assert.equal(await press(page.getByRole("button", { name: "Undo" })), "undo");
  assert.equal(await press(page.getByRole("button", { name: "Undo" })), "undo");
  assert.equal(await press(page.getByRole("button", { name: "Undo" })), "redo", "nothing is left to undo");
});
