/** Sharing a report and making a read token in a real browser: what is shown once is copied, and made once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ASKED, answer, from } from "./support/answers.mjs";
import { startCollector } from "./support/collector.mjs";
import { logIn } from "./support/report.mjs";

async function begin(t) {
  const collector = await startCollector(t, { definition: ASKED, closed: true });
  await answer(collector, from(0, 5), 6);
  const { page, seen } = await logIn(t, collector);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  return { page, seen };
}

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** What the page shows, once its button was pressed and said so. */
async function copied(page) {
  const shown = await page.locator("main pre code").first().textContent();
  await page.getByRole("button", { name: "Copy" }).first().click();
  await page.getByRole("status").filter({ hasText: "Copied" }).waitFor();
  assert.equal(await clipboard(page), shown);
  return shown;
}

test("a report is shared, its address copied and opened by a stranger; a page that is loaded again shares nothing again", async (t) => {
  const { page, seen } = await begin(t);
  await page.goto("/report/-/shares?survey=help-center");
  await page.getByRole("button", { name: "Share" }).click();
  const address = await copied(page);
  const stranger = await (await page.context().browser().newContext()).newPage();
  t.after(() => stranger.context().close());
  assert.equal((await stranger.goto(address)).status(), 200);
  assert.match(await stranger.title(), /help-center/);
  await page.reload();
  assert.equal(await page.locator("main pre code").count(), 0, "it is shown once");
  assert.equal(await page.getByRole("button", { name: /^End/ }).count(), 1, "it is made once");
  assert.equal((await stranger.goto(address)).status(), 200);
  await page.getByRole("button", { name: /^End/ }).click();
  await page.waitForLoadState();
  assert.equal(await page.getByRole("button", { name: /^End/ }).count(), 0);
  assert.equal((await stranger.goto(address)).status(), 404);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("a read token is made, copied and read with; a page that is loaded again makes none", async (t) => {
  const { page } = await begin(t);
  await page.goto("/report/-/tokens");
  await page.getByRole("textbox").fill("Warehouse");
  await page.getByRole("button", { name: /Make/ }).click();
  const token = await copied(page);
  const asked = await page.request.fetch("/v1/surveys", { headers: { authorization: `Bearer ${token}`, cookie: "" } });
  assert.equal(asked.status(), 200, await asked.text());
  await page.reload();
  assert.equal(await page.locator("main pre code").count(), 0);
  assert.equal(await page.getByText("Warehouse").count(), 1);
});
