/**
 * node docs/layouts.mjs: takes the pictures of every layout anew, in light and dark, wide and narrow,
 * from the built demo with the real widget. Run `cargo xtask site` and `cargo build` before.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { startCollector } from "../tests/browser/support/collector.mjs";
import { launch } from "../tests/browser/support/launch.mjs";
import { DEMO } from "../tests/browser/support/paths.mjs";

const FOLDER = join(import.meta.dirname, "layouts");
const ARTICLE = "/help/payments/refunds/";
const BUTTON = "article button.cta";

/** By the names of the files, with what opens what is not open by itself. */
const LAYOUTS = {
  corner: { corner: "bottomEnd" },
  "corner-top-start": { corner: "topStart" },
  inline: { inline: { selector: "article" } },
  tab: { tab: { label: "Was this easy?" } },
  "tab-open": { tab: { label: "Was this easy?" } },
  beside: { beside: {} },
};
const WINDOWS = { wide: { width: 960, height: 600 }, narrow: { width: 375, height: 600 } };

const definition = (layout) => ({
  version: 1,
  organization: "Cicora",
  surveys: [
    { id: "picture", template: "help-center-effort", layout, frequency: { preset: "none" }, triggers: { click: { selector: BUTTON } }, questions: [] },
  ],
});

await mkdir(FOLDER, { recursive: true });
const endings = [];
const collector = await startCollector({ after: (ending) => endings.push(ending) }, { definition: DEMO });
const browser = await launch();
try {
  for (const [size, viewport] of Object.entries(WINDOWS)) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [name, layout] of Object.entries(LAYOUTS)) await take({ name, layout, viewport, colorScheme, size });
    }
  }
} finally {
  await browser.close();
  for (const ending of endings) await ending();
}

async function take({ name, layout, viewport, colorScheme, size }) {
  const context = await browser.newContext({ baseURL: collector.address, colorScheme, reducedMotion: "reduce", viewport });
  const page = await context.newPage();
  await page.goto(ARTICLE);
  await page.evaluate((definition) => window.effortlet("start", definition), definition(layout));
  const button = page.locator(BUTTON);
  await button.evaluate((it) => window.scrollTo({ top: it.getBoundingClientRect().top + scrollY - innerHeight / 4, behavior: "instant" }));
  await button.click();
  const card = page.locator("effortlet-nudge section:visible");
  await card.waitFor();
  if (name === "tab-open") await card.getByRole("button").click();
  if (layout.inline) await card.evaluate((it) => it.scrollIntoView({ block: "center", behavior: "instant" }));
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}-${size}.png`) });
  await context.close();
}
