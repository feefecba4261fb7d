/**
 * node docs/picture.mjs: takes the pictures of README anew, from the built demo with the real
 * widget and the real collector. Run `cargo xtask site` and `cargo build` before.
 */
import { join } from "node:path";
import { startCollector } from "../tests/browser/support/collector.mjs";
import { launch } from "../tests/browser/support/launch.mjs";
import { DEMO } from "../tests/browser/support/paths.mjs";

const ARTICLE = "/help/payments/refunds/";
const HEADING = "Did you find the information you needed?";
const WINDOW = { width: 1280, height: 620 };
/** Without the strip above the header, in CSS pixels. */
const CLIP = { x: 80, y: 48, width: 1200, height: 572 };
const PICTURES = [
  ["light", "nudge.png"],
  ["dark", "nudge-dark.png"],
];
/** Of the report on a made-up help center, so much from the top: where effort is lost, and which repairs helped. */
const REPORTS = [
  ["light", "report.png", "/report/help-center", 560],
  ["dark", "report-dark.png", "/report/help-center", 560],
  ["light", "report-edits.png", "/report/-/edits?survey=help-center", 640],
];

const endings = [];
const ending = { after: (ending) => endings.push(ending) };
const collector = await startCollector(ending, { definition: DEMO });
const browser = await launch();
for (const [colorScheme, file] of PICTURES) {
  const context = await browser.newContext({ baseURL: collector.address, colorScheme, deviceScaleFactor: 2, viewport: WINDOW });
  const page = await context.newPage();
  await page.goto(ARTICLE);
  await page.evaluate(() => window.effortlet("show", "help-center"));
  await page.getByRole("heading", { name: HEADING }).waitFor();
  await page.getByRole("button", { name: "Yes" }).click();
  await page.getByRole("radiogroup").waitFor();
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.querySelector("effortlet-nudge").shadowRoot.getAnimations().map((it) => it.finish()));
  await page.screenshot({ path: join(import.meta.dirname, file), clip: CLIP });
  await context.close();
}
const asked = await startCollector(ending, { sample: [50_000, "--demo"] });
for (const [colorScheme, file, address, height] of REPORTS) {
  const context = await browser.newContext({ baseURL: asked.address, colorScheme, deviceScaleFactor: 2, viewport: { width: 1100, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  const box = await page.locator(".lost").boundingBox();
  await page.screenshot({ path: join(import.meta.dirname, file), fullPage: true, clip: { ...box, height } });
  await context.close();
}
await browser.close();
for (const ending of endings) await ending();
