/**
 * Every screen by axe-core and by our own measure of contrast: light and dark, from left to right
 * and from right to left, in forced colours, in a wide window, 320 px wide, and at 400 % zoom.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { contrastsIn } from "./support/contrast.mjs";
import { NAMES, SURVEYS, accessiblePage, bringUp, takeAway } from "./support/screens.mjs";
import { stageWithoutCollector, started } from "./support/stage.mjs";
import { said } from "./support/visitor.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.0 to 2.2, A and AA, best practices, and the size of targets, which axe leaves out by itself. */
const ASKED = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations", "incomplete"],
  preload: false,
};

/** What axe leaves to people, and why it is well. */
const EXPLAINED = [
  // A field is described by the hint and the mistake where they are there; ARIA passes over ids
  // that name nothing (accname 1.2, 2B).
  ({ id, says }) => id === "aria-valid-attr-value" && says.includes('"hint mistake"'),
  // The sign of multiplication stands for closing and is no text that somebody would say
  // (WCAG 2.5.3, "symbolic text characters"); the name is the word for it.
  ({ id, target }) => id === "label-content-name-mismatch" && target.endsWith(".close"),
];

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
  // A window of 1280 x 1024 at 400 %.
  { width: 320, height: 256 },
];

const COLOURS = ["light", "dark"].flatMap((colorScheme) => ["none", "active"].map((forcedColors) => ({ colorScheme, forcedColors })));

async function begin(t, lang) {
  const settings = { reducedMotion: "reduce" };
  const { tab } = await stageWithoutCollector(t, { definition: SURVEYS, pages: { "/": accessiblePage(lang) }, settings });
  const { page, seen } = await tab();
  await page.addInitScript(AXE);
  await page.goto("/");
  await started(page);
  return { page, seen };
}

/** What axe finds in the whole page, and what it leaves to people without its being explained: a line for each element. */
async function faults(page) {
  const found = await page.evaluate(async (asked) => {
    const lines = [];
    const { violations, incomplete } = await window.axe.run(document, asked);
    for (const { id, nodes } of [...violations, ...incomplete]) {
      const open = violations.every((it) => it.id !== id);
      for (const { target, any, all, none } of nodes) lines.push({ id, open, target: `${target}`, says: `${[...any, ...all, ...none].map((it) => it.message)}` });
    }
    return lines;
  }, ASKED);
  return found.filter((it) => !it.open || !EXPLAINED.some((explains) => explains(it)));
}

/** Whether all of the card is in the window or can be scrolled to, downwards alone (WCAG 1.4.10). */
function misfits(section) {
  const { left, right, top, bottom } = section.getBoundingClientRect();
  const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  return inside && section.scrollWidth <= section.clientWidth ? [] : ["the card does not fit into the window"];
}

describe("nobody is kept from answering", { concurrency: true }, () => {
  for (const lang of ["en", "ar"]) {
    test(`every screen in ${lang} is accessible in each window and colour`, async (t) => {
      const { page, seen } = await begin(t, lang);
      for (const colours of COLOURS) {
        await page.emulateMedia(colours);
        for (const name of NAMES) {
          const card = await bringUp(page, name);
          const { findings, measured } = await card.evaluate(contrastsIn);
          assert.ok(measured > 1);
          assert.deepEqual(findings, [], `${name} ${JSON.stringify(colours)}`);
          for (const size of WINDOWS) {
            await page.setViewportSize(size);
            const wrong = [...(await faults(page)), ...(await card.evaluate(misfits))];
            assert.deepEqual(wrong, [], `${name} ${JSON.stringify({ ...colours, ...size })}`);
          }
          await page.setViewportSize(WINDOWS[0]);
          await takeAway(page);
        }
      }
      assert.deepEqual(said(seen), []);
    });
  }
});
