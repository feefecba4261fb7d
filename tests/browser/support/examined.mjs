/**
 * What axe finds on a page in light and in dark.
 */
import assert from "node:assert/strict";
import { bringAxe, COLOURS, faultsOf } from "../../browsers/support/axe.mjs";

/** Where all is the same and stands where it stood, colours alone can be wrong in the dark. It stays dark. */
export async function faultsInLightAndDark(page) {
  await bringAxe({ executeScript: (call, ...values) => page.evaluate(call, ...values) });
  const light = await faultsIn(page, "light");
  const drawn = await page.evaluate(sketch);
  const dark = await faultsIn(page, "dark", COLOURS);
  assert.equal(await page.evaluate(sketch), drawn, "in the dark things are elsewhere, so all of axe has to look at it");
  return [...light, ...dark];
}

async function faultsIn(page, colorScheme, rules) {
  await page.emulateMedia({ colorScheme });
  const found = await page.evaluate((asked) => window.examine(document, asked), rules);
  return faultsOf(found).map((it) => ({ ...it, colorScheme }));
}

/** All that is there, and the box of each element, also of what has a tree of its own. */
function sketch() {
  const boxOf = (it) => Object.values(it.getBoundingClientRect().toJSON()).join();
  const drawn = (root) => [root.innerHTML, ...Array.from(root.querySelectorAll("*"), (it) => [boxOf(it), ...(it.shadowRoot ? drawn(it.shadowRoot) : [])])].flat();
  return [boxOf(document.documentElement), ...drawn(document.documentElement)].join("\n");
}
