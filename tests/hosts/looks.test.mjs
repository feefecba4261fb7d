/**
 * The nudge wears a host's font and accent by the recipe's snippet, in each of its schemes, wide and narrow.
 * `EFFORTLET_PICTURES=FOLDER` keeps what is seen.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { freshContext } from "../browser/support/browser.mjs";
import { HELPED, IMPROVE } from "../browser/support/interview.mjs";
import { asked, nudge } from "../browser/support/visitor.mjs";
import { ARTICLES } from "./articles.mjs";
import { ROWS, open, settings } from "./support/rows.mjs";
import { QUESTION } from "./support/visit.mjs";

const PICTURES = process.env.EFFORTLET_PICTURES;

const WIDTHS = [
  { name: "wide", viewport: { width: 1280, height: 720 } },
  { name: "narrow", viewport: { width: 375, height: 720 } },
];

/** Ratios that WCAG 2.2 asks for: of text, 1.4.3, and of what is to be seen on what it lies, 1.4.11. */
const TEXT = 4.5;
const PART = 3;

for (const row of ROWS) {
  describe(row.host, { concurrency: false }, () => {
    for (const scheme of row.schemes) {
      for (const { name, viewport } of WIDTHS) {
        test(`the nudge looks like the site: ${scheme}, ${name}`, settings(row, "looks"), async (t) => {
          const page = await ask(t, row, { viewport, colorScheme: scheme });
          const keep = (step) => PICTURES && page.screenshot({ path: join(PICTURES, `${row.host}-${scheme}-${name}-${step}.png`) });
          await keep("asked");
          await nudge(page).getByRole("button", { name: "Yes" }).click();
          await asked(page, HELPED);
          await nudge(page).getByRole("radio", { name: "6 of 7" }).hover();
          await keep("rating");
          await nudge(page).getByRole("radio", { name: "6 of 7" }).click();
          await asked(page, IMPROVE);
          await keep("words");
          const send = nudge(page).getByRole("button", { name: "Send" });
          const site = await page.evaluate(looksOfSite, row.article);
          const ours = await send.evaluate(looksOfNudge);
          assert.deepEqual({ font: ours.font, accent: ours.accent }, { ...site, accent: row.accent?.[scheme] ?? site.accent });
          const contrasts = await page.evaluate(ratios, ours);
          assert.ok(contrasts.ink >= TEXT && contrasts.onAccent >= TEXT && contrasts.accent >= PART, JSON.stringify({ ours, contrasts }));
        });
      }
    }
  });
}

async function ask(t, row, settings) {
  const { origin } = await open(t, row);
  const context = await freshContext(t, { baseURL: origin, ...settings });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(row.address(ARTICLES[0]));
  if (row.consents) await page.getByRole("button", { name: row.consents }).click();
  await page.waitForFunction(() => typeof window.effortlet === "function");
  await page.evaluate(() => window.effortlet("show", "help-center"));
  await asked(page, QUESTION);
  return page;
}

/** What its text is set in, and the colour of its links. */
function looksOfSite(article) {
  const text = getComputedStyle(document.querySelector(`${article} p`));
  const link = getComputedStyle(document.querySelector(`${article} :is(p, li) a`));
  return { font: text.fontFamily, accent: link.color };
}

/** By the button that sends. */
function looksOfNudge(button) {
  const [own, card] = [button, button.closest("section")].map((it) => getComputedStyle(it));
  return { font: own.fontFamily, accent: own.backgroundColor, onAccent: own.color, surface: card.backgroundColor, ink: card.color };
}

/** Colours as a canvas has them, whatever their notation, one upon the other. */
function ratios({ accent, onAccent, surface, ink }) {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (...layers) => {
    for (const layer of layers) {
      context.fillStyle = layer;
      context.fillRect(0, 0, 1, 1);
    }
    const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((it) => (it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (upper, lower) => {
    const [low, high] = [luminance(lower, upper), luminance(lower)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  return { ink: ratio(ink, surface), onAccent: ratio(onAccent, accent), accent: ratio(accent, surface) };
}
