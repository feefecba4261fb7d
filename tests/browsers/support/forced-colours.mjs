/**
 * The colours of a visitor in place of the page's, as Windows has them by its contrast themes.
 */
import firefox from "selenium-webdriver/firefox.js";
import { until } from "./visitor.mjs";

/** Has a light or a dark theme until the test `t` is over. Not in WebKit, which has none. */
export async function forceColours(t, page, engine, scheme) {
  const { force, end } = FORCING[engine];
  t.after(() => end(page));
  await force(page, scheme);
  await until(page, "expected forced colours", (scheme) => matchMedia(`(forced-colors: active) and (prefers-color-scheme: ${scheme})`).matches, scheme);
}

const FORCING = {
  chromium: {
    force: (page, scheme) => emulate(page, [["forced-colors", "active"], ["prefers-color-scheme", scheme]]),
    end: (page) => emulate(page, []),
  },
  firefox: {
    force: (page, scheme) => prefer(page, { "browser.display.document_color_use": 2, ...PALETTES[scheme] }),
    end: (page) => prefer(page, { "browser.display.document_color_use": 0, ...PALETTES.light }),
  },
};

const emulate = (page, features) =>
  page.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: features.map(([name, value]) => ({ name, value })) });

/** A theme names the border of a button too; Firefox without a window has a pale grey of its own for it. */
const palette = (ink, surface) => ({
  "browser.display.foreground_color": ink,
  "browser.display.background_color": surface,
  "ui.buttonborder": ink,
});
const PALETTES = { light: palette("#000000", "#ffffff"), dark: palette("#ffffff", "#000000") };

async function prefer(page, preferences) {
  await page.setContext(firefox.Context.CHROME);
  await page.executeScript((preferences) => {
    for (const [name, value] of Object.entries(preferences)) {
      if (typeof value === "number") Services.prefs.setIntPref(name, value);
      else Services.prefs.setStringPref(name, value);
    }
  }, preferences);
  await page.setContext(firefox.Context.CONTENT);
}
