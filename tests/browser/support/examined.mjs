/**
 * What axe finds on a page in light and in dark.
 */
import assert from "node:assert/strict";
import { bringAxe, COLOURS, faultsOf } from "../../browsers/support/axe.mjs";

/**
 * What is wrong by axe on the page that is open, in light and dark at each of these widths, and whether anything
 * is wider than the window. `more` looks for what is wrong besides; what is found and `isExplained` is not.
 */
export async function faultsAt(page, { widths, more = () => [], isExplained = () => false }) {
  const wrong = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const found = (await faultsInLightAndDark(page)).filter((it) => !isExplained(it));
    wrong.push(...found.map(({ colorScheme, id, target, says }) => [page.url(), width, colorScheme, id, target, says]));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) wrong.push([page.url(), width, `${overflow} px too wide`]);
    wrong.push(...(await more(page)).map((it) => [page.url(), width, ...it]));
  }
  return wrong;
}

/** Where all is the same and stands where it stood, colours alone can be wrong in the dark. It stays dark. */
export async function faultsInLightAndDark(page) {
  await bringAxe({ executeScript: (call, ...values) => page.evaluate(call, ...values) });
  const light = await faultsIn(page, "light");
  const drawn = await page.evaluate("sketch()");
  const dark = await faultsIn(page, "dark", COLOURS);
  const inDark = await page.evaluate("sketch()");
  assert.deepEqual(differences(drawn, inDark).slice(0, 3), [], "what is elsewhere or another in the dark, so that all of axe has to look at it");
  return [...light, ...dark];
}

async function faultsIn(page, colorScheme, rules) {
  await page.emulateMedia({ colorScheme });
  const found = await page.evaluate((asked) => window.examine(document, asked), rules);
  return faultsOf(found).map((it) => ({ ...it, colorScheme }));
}

/** What of two sketches is not the same, by its places. */
const differences = (one, other) =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, index) => [one[index], other[index]]).filter(([it, that]) => it !== that);
