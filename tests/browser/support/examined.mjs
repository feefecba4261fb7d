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
  const moved = (await page.evaluate(sketch)).filter((it, index) => it !== drawn[index]);
  assert.deepEqual(moved.slice(0, 3), [], "what is elsewhere or another in the dark, so that all of axe has to look at it");
  return [...light, ...dark];
}

async function faultsIn(page, colorScheme, rules) {
  await page.emulateMedia({ colorScheme });
  const found = await page.evaluate((asked) => window.examine(document, asked), rules);
  return faultsOf(found).map((it) => ({ ...it, colorScheme }));
}

/** Each element with its box, also within what has a tree of its own. */
function sketch() {
  const boxOf = (it) => Object.values(it.getBoundingClientRect().toJSON()).join();
  const said = (it) => [it.localName, ...it.getAttributeNames().map((name) => `${name}=${it.getAttribute(name)}`), boxOf(it)].join(" ");
  const elementsOf = (tree) => Array.from(tree.querySelectorAll("*"), (it) => [it, ...(it.shadowRoot ? elementsOf(it.shadowRoot) : [])]).flat();
  return elementsOf(document).map(said);
}
