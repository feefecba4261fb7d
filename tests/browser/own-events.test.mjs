/** Keys and presses of the nudge are not the page's: its shortcuts and its handlers of clicks do not hear them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, gone, nudge, open } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";
const HELPED = /^To what extent do you agree/;
const SOUGHT = "What were you looking for?";

/** A page that hears everything, as those with shortcuts, menus and routers of their own do. */
const PAGE = `<h1>Help</h1><input aria-label="Search"><script>
heard = [];
const KEYS = ["keydown", "keypress", "keyup"], PRESSES = ["pointerdown", "mousedown", "mouseup", "pointerup", "click", "touchstart", "beforeinput", "input", "paste"];
for (const it of [window, document, document.body]) {
  for (const name of KEYS) it.addEventListener(name, ({ key }) => heard.push([name, key].join(" ")));
  for (const name of PRESSES) it.addEventListener(name, () => heard.push(name));
}
</script>`;

async function begin(t) {
  const { tabAt } = await stageWithoutCollector(t, { definition: definition(survey({ event: { name: "go" } })), pages: { "/": pageWith({ body: PAGE }) } });
  const { page } = await tabAt();
  page.setDefaultTimeout(10_000);
  await open(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
  return page;
}

const heardBy = (page) => page.evaluate(() => [...new Set(window.heard.splice(0))].toSorted());

test("what is clicked, typed and moved in a nudge is not heard by the page", async (t) => {
  const page = await begin(t);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await asked(page, HELPED);
  await nudge(page).getByRole("radio").first().focus();
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowDown", " ", "Home"]) await page.keyboard.press(key);
  assert.deepEqual(await heardBy(page), []);
  await page.keyboard.press("Enter");
  await nudge(page).getByRole("textbox").click();
  await page.keyboard.type("/jk?\n", { delay: 0 });
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Shift+End");
  assert.deepEqual(await heardBy(page), []);
  assert.equal(await nudge(page).getByRole("textbox").inputValue(), "/jk?");
  await nudge(page).getByRole("button", { name: "Send" }).click();
  await asked(page, "Thank you for your feedback!");
  assert.deepEqual(await heardBy(page), []);
});

test("Escape, Tab, function keys and keys with a modifier go their way", async (t) => {
  const page = await begin(t);
  await nudge(page).getByRole("button", { name: "No" }).click();
  await asked(page, SOUGHT);
  await nudge(page).getByRole("textbox").click();
  assert.deepEqual(await heardBy(page), []);
  for (const [keys, heard] of [
    ["Tab", ["keydown Tab"]],
    ["F2", ["keydown F2", "keyup F2"]],
    ["Control+b", ["keydown Control", "keydown b", "keyup b"]],
    ["Escape", ["keydown Escape"]],
  ]) {
    await page.keyboard.press(keys);
    const all = await heardBy(page);
    assert.deepEqual(heard.filter((it) => !all.includes(it)), [], keys);
  }
  await gone(page);
});

test("what the visitor does on the page is heard as before", async (t) => {
  const page = await begin(t);
  await page.getByLabel("Search").click();
  await page.keyboard.type("a");
  const heard = await heardBy(page);
  for (const name of ["click", "pointerdown", "mousedown", "keydown a", "keyup a", "input"]) assert.ok(heard.includes(name), name);
});
