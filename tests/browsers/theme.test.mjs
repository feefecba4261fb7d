/** A theme of the definition, as each engine computes it. Chromium's own test has more of them. */
import assert from "node:assert/strict";
import { inEachEngine } from "./support/each-engine.mjs";
import { FOUND, arrive } from "./support/stage.mjs";
import { asked, assertQuiet, run, show } from "./support/visitor.mjs";

const THEME = {
  accent: "#0b57d0",
  surface: "#fdf8f0",
  ink: "#2b1d0e",
  dark: { accent: "#a8c7fa", onAccent: "#062e6f", surface: "#131314", ink: "#e3e3e3" },
  radius: 4,
  font: "Georgia, serif",
};

const LIGHT = { surface: "rgb(253, 248, 240)", ink: "rgb(43, 29, 14)", radius: "4px", font: "Georgia, serif" };
const DARK = { ...LIGHT, surface: "rgb(19, 19, 20)", ink: "rgb(227, 227, 227)" };

const looks = (page) =>
  run(page, () => {
    const { backgroundColor, color, borderTopLeftRadius, fontFamily } = getComputedStyle(window.nudge.card);
    return { surface: backgroundColor, ink: color, radius: borderTopLeftRadius, font: fontFamily };
  });

inEachEngine("a theme gives the nudge its colours, corners and font, and its dark colours while the page is dark", async (t, page) => {
  await arrive(t, page, { more: { theme: THEME } });
  await show(page);
  await asked(page, FOUND);
  assert.deepEqual(await looks(page), LIGHT);
  await run(page, () => document.documentElement.style.setProperty("color-scheme", "dark"));
  assert.deepEqual(await looks(page), DARK);
  await run(page, () => document.querySelector("effortlet-nudge").style.setProperty("--effortlet-ink", "#301934"));
  assert.deepEqual(await looks(page), { ...DARK, ink: "rgb(48, 25, 52)" });
  await assertQuiet(page);
});
