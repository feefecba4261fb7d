/**
 * Somebody at the builder, who imports definitions and makes some by the fields of the form alone.
 */

import assert from "node:assert/strict";
import { freshContext } from "./browser.mjs";
import { startCollector } from "./collector.mjs";
import { handsOf } from "./hands.mjs";
import { record } from "./recorder.mjs";

/** Somebody at the builder of a collector of their own. */
export async function begin(t, settings) {
  const collector = await startCollector(t);
  return { collector, ...(await visit(t, collector, settings)) };
}

export async function visit(t, collector, settings) {
  const page = await (await freshContext(t, settings)).newPage();
  const seen = record(page);
  await page.goto(`${collector.address}/builder/`);
  await settled(page);
  return { page, seen };
}

/** Until what was done last has been read and is in the address. To ask at each frame would have each frame drawn. */
export const settled = (page) =>
  page.waitForFunction(
    () => {
      const { read } = document.querySelector("#app").dataset;
      return read && read === location.hash && document.querySelector("#copy-json");
    },
    undefined,
    { polling: 50 },
  );

/** What would be copied. */
export const made = async (page) => JSON.parse(await page.locator("#copy-json").inputValue());

/** Where importing is only the way to something else; `pasted` is how it is done. */
export const importText = (page, text) =>
  page.evaluate((given) => {
    document.querySelector('[name="open-import"]').click();
    document.querySelector("#import-text").value = given;
    document.querySelector('button[name="import"]').click();
  }, text);

export async function pasted(page, text) {
  await page.getByRole("button", { name: "Import", exact: true }).first().click();
  await page.locator("#import-text").fill(text);
  await page.locator('button[name="import"]').click();
}

/** Makes `wanted`, from a definition without surveys; what is half made is read too, and shown with its problems. */
export async function make(page, wanted) {
  await importText(page, '{ "version": 1, "surveys": [] }');
  assert.equal(await page.locator(".chip").count(), 1, "languages of an earlier definition are left");
  const hands = await page.evaluateHandle(handsOf);
  const { version: _, surveys, ...rest } = wanted;
  for (const [key, value] of Object.entries(rest)) await hands.evaluate((it, [place, given]) => it.write(place, given), [[key], value]);
  for (const [index, survey] of surveys.entries()) {
    const place = ["surveys", index];
    await hands.evaluate((it, [where, given]) => it.begin(where, given), [place, survey]);
    await settled(page);
    await hands.evaluate((it, [where, given]) => it.complete(where, given), [place, survey]);
  }
}

/** Nothing is folded. */
export const opened = (page) => page.evaluate(() => document.querySelectorAll("#app details").forEach((it) => (it.open = true)));
