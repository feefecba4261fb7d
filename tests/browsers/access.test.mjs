/**
 * Every screen by axe-core and by our own measure of contrast: light and dark, from left to right
 * and from right to left, in forced colours, in a wide window, 320 px wide, and at 400 % zoom.
 */
import assert from "node:assert/strict";
import { bringAxe, COLOURS, faultsOf } from "./support/axe.mjs";
import { contrastsIn } from "./support/contrast.mjs";
import { inEachEngine } from "./support/each-engine.mjs";
import { forceColours } from "./support/forced-colours.mjs";
import { NAMES, SURVEYS, accessiblePage, bringUp, takeAway } from "./support/screens.mjs";
import { fitWindow, hostOf, openInFrame, resize } from "./support/stage.mjs";
import { assertQuiet, run } from "./support/visitor.mjs";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
/** A window of 1280 x 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };
const WINDOWS = [WIDE, NARROW, ZOOMED];

const SCHEMES = ["light", "dark"];

async function begin(t, page, lang) {
  const host = await hostOf(t, { surveys: SURVEYS, pages: { "/": accessiblePage(lang) } });
  // All of the widest is to be seen.
  await fitWindow(page, WIDE);
  await openInFrame(page, host, NARROW);
  await bringAxe(page);
  await run(page, prepare, contrastsIn.toString(), COLOURS);
}

/** In the page: what is wrong there in each of these windows and schemes, and how much was measured. */
function prepare(contrasts, colours) {
  const contrastsIn = new Function(`return ${contrasts}`)();

  /** Whether all of the card is in the window or can be scrolled to, downwards alone (WCAG 1.4.10). */
  const misfits = (card) => {
    const { left, top, right, bottom } = window.sides(card);
    // What is part of the page scrolls with it.
    const room = getComputedStyle(card).position === "fixed" ? Math.min(top, innerHeight - bottom) : 0;
    // Firefox measures in sixtieths of a pixel, which are no exact numbers.
    const inside = Math.min(left, innerWidth - right, room) > -0.01;
    return inside && card.scrollWidth <= card.clientWidth ? [] : ["the card does not fit into the window"];
  };

  window.inspect = async (windows, schemes) => {
    const results = [];
    // The rest of the page is the same in each window.
    let root = document;
    for (const size of windows) {
      Object.assign(frameElement, size);
      // Where all stands where it stood, colours alone can be wrong in another scheme.
      let drawn;
      for (const scheme of schemes) {
        document.documentElement.className = scheme;
        const { findings, measured } = contrastsIn(window.nudge.card);
        const now = `${window.sketch()}`;
        const found = await window.examine(root, scheme !== schemes[0] && now === drawn ? colours : {});
        drawn ??= now;
        root = document.querySelector("effortlet-nudge");
        results.push({ at: `${size.width} x ${size.height}, ${scheme}`, found, wrong: [...findings, ...misfits(window.nudge.card)], measured });
      }
    }
    return results;
  };
}

const inspect = (page, windows, schemes) => page.executeAsyncScript((windows, schemes, done) => window.inspect(windows, schemes).then(done), windows, schemes);

/** Asserts that nothing is wrong with any screen. */
async function assertAccessible(page, schemes, what) {
  for (const name of NAMES) {
    await resize(page, NARROW);
    await bringUp(page, name);
    for (const { at, found, wrong, measured } of await inspect(page, WINDOWS, schemes)) {
      assert.deepEqual([...faultsOf(found), ...wrong], [], `${name}, ${what}, ${at}`);
      assert.ok(measured > 0);
    }
    await takeAway(page);
  }
}

for (const lang of ["en", "ar"]) {
  inEachEngine(`every screen in ${lang} is accessible in each window, light and dark`, async (t, page) => {
    await begin(t, page, lang);
    await assertAccessible(page, SCHEMES, lang);
    await assertQuiet(page);
  });
}

inEachEngine(
  "every screen is accessible in forced colours, light and dark, in both directions",
  async (t, page, engine) => {
    for (const lang of ["en", "ar"]) {
      await begin(t, page, lang);
      for (const scheme of SCHEMES) {
        await forceColours(t, page, engine, scheme);
        await assertAccessible(page, [scheme], `forced colours, ${lang}`);
      }
    }
  },
  { webkit: "WebKit has no forced colours: it does not know the media feature, and draws pages in their own colours" },
);

/** What would be wrong, by the rule that has to find it. Where the landmarks are is asked of the whole page only. */
const FAULTS = {
  "color-contrast": () => window.nudge.find("#title").style.setProperty("color", "#8888"),
  label: () => window.nudge.all("input").forEach((it) => it.removeAttribute("aria-label")),
  region: () => window.nudge.root.append(Object.assign(document.createElement("h3"), { textContent: "Beside the card" })),
  // Points of a scale are too transparent for axe: layout.test.mjs measures them.
  "target-size": () => window.nudge.all(".ways button").forEach((it) => (it.style.cssText = "min-height: 0; height: 9px; width: 9px; padding: 0; overflow: hidden")),
};

inEachEngine("what would be wrong is found", async (t, page) => {
  await begin(t, page, "en");
  const rulesOf = (found) => [...new Set(faultsOf(found).map(({ id }) => id))];
  for (const [rule, make] of Object.entries(FAULTS)) {
    await resize(page, NARROW);
    await bringUp(page, rule === "target-size" ? "optional, with a way back" : "seven numbers");
    await run(page, make);
    const [whole, card] = await inspect(page, [WIDE], ["light", "light"]);
    assert.deepEqual(rulesOf(whole.found), [rule]);
    assert.deepEqual(rulesOf(card.found), rule === "region" ? [] : [rule]);
    assert.equal(whole.wrong.length > 0, rule === "color-contrast", `${rule}: ${whole.wrong}`);
    await takeAway(page);
  }
  await bringUp(page, "seven numbers");
  await run(page, FAULTS["color-contrast"]);
  const [, inDark] = await inspect(page, [WIDE], SCHEMES);
  assert.deepEqual(rulesOf(inDark.found), ["color-contrast"], "by its colours alone");
  await takeAway(page);
  await bringUp(page, "seven numbers");
  await run(page, () => window.nudge.find("h2").style.setProperty("min-width", "500px"));
  const [{ wrong }] = await inspect(page, [NARROW], ["light"]);
  assert.deepEqual(wrong, ["the card does not fit into the window"]);
});
