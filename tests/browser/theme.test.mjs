/** A theme of the definition, as the browser computes it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, nudge, open, said } from "./support/visitor.mjs";

const THEME = {
  accent: "#0b57d0",
  surface: "#fdf8f0",
  ink: "#2b1d0e",
  dark: { accent: "#a8c7fa", onAccent: "#062e6f", surface: "#131314", ink: "#e3e3e3" },
  radius: 4,
  font: "Georgia, serif",
};

const LIGHT = { background: "rgb(253, 248, 240)", ink: "rgb(43, 29, 14)", radius: "4px", font: "Georgia, serif" };
const DARK = { ...LIGHT, background: "rgb(19, 19, 20)", ink: "rgb(227, 227, 227)" };
const OWN = { background: "rgb(255, 255, 255)", ink: "rgb(26, 32, 38)", radius: "14px", font: "system-ui" };

/** How the card of a visitor's page looks; on a page that says which schemes it has. */
async function look(t, theme, { scheme = "light", style = "" } = {}) {
  const body = `<style>html { color-scheme: light dark } ${style}</style><h1>Help</h1>`;
  const { tabAt } = await stageWithoutCollector(t, {
    definition: definition(survey({ event: { name: "go" } }), { endpoint: undefined, theme }),
    pages: { "/": pageWith({ body }) },
    settings: { colorScheme: scheme },
  });
  const { page, seen } = await tabAt();
  await open(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, "Did you find the information you needed?");
  const looks = await nudge(page).evaluate((card) => {
    const { backgroundColor, color, borderTopLeftRadius, fontFamily } = getComputedStyle(card);
    return { background: backgroundColor, ink: color, radius: borderTopLeftRadius, font: fontFamily };
  });
  return { looks, warnings: said(seen) };
}

for (const [what, theme, settings, expected] of [
  ["its colours, corners and font", THEME, {}, LIGHT],
  ["its dark colours where the page is dark", THEME, { scheme: "dark" }, DARK],
  ["its dark colours where it says so, whatever the page is", { ...THEME, scheme: "dark" }, {}, DARK],
  ["its light colours where it says so, whatever the page is", { ...THEME, scheme: "light" }, { scheme: "dark" }, LIGHT],
  ["the nudge's own where it says nothing", {}, {}, OWN],
]) {
  test(`a theme gives the nudge ${what}`, async (t) => {
    assert.deepEqual(await look(t, theme, settings), { looks: expected, warnings: [] });
  });
}

test("what the page's own style sheet says of the nudge comes before the theme", async (t) => {
  const style = "effortlet-nudge { --effortlet-ink: #301934 }";
  assert.equal((await look(t, THEME, { style })).looks.ink, "rgb(48, 25, 52)");
});

test("a theme that cannot be read is refused with its ratio, and the nudge has its own colours", async (t) => {
  const { looks, warnings } = await look(t, { ...THEME, ink: "#999999" });
  assert.deepEqual(looks, OWN);
  assert.deepEqual(warnings, ["effortlet: theme.ink: expected a contrast of at least 4.5:1 with surface, it is 2.6:1"]);
});
