/**
 * Pictures of the nudge over an article of the demo, for people to look at:
 * `node tests/browser/support/pictures.mjs FOLDER`. Nothing is compared.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { startCollector } from "./collector.mjs";
import { launch } from "./launch.mjs";
import { DEMO } from "./paths.mjs";
import { nudge } from "./visitor.mjs";

const [, , folder] = process.argv;
if (!folder) throw new Error("expected a folder: node tests/browser/support/pictures.mjs FOLDER");
const ARTICLE = "/help/payments/refunds/";

const VIEWPORTS = [
  { width: 1280, height: 800 },
  { width: 375, height: 667 },
];

/** The screens in order, each with what leads on from it. */
const SCREENS = [
  ["yes-no", (card) => card.getByRole("button", { name: "Yes" }).click()],
  ["scale", (card) => card.getByRole("radio", { name: "6 of 7" }).click()],
  ["text", (card) => card.getByRole("textbox").fill("An example of a partial refund would help.")],
  ["text-filled", (card) => card.getByRole("button", { name: "Send" }).click()],
  ["thanks", () => {}],
];

await mkdir(folder, { recursive: true });
const endings = [];
const { address } = await startCollector({ after: (ending) => endings.push(ending) }, { definition: DEMO });
const browser = await launch();
try {
  for (const viewport of VIEWPORTS) for (const colorScheme of ["light", "dark"]) await take({ viewport, colorScheme });
} finally {
  await browser.close();
  for (const ending of endings) await ending();
}

async function take({ viewport, colorScheme }) {
  const context = await browser.newContext({ baseURL: address, viewport, colorScheme, reducedMotion: "reduce", deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(ARTICLE);
  await page.evaluate(() => window.effortlet("show", "help-center"));
  for (const [name, goOn] of SCREENS) {
    await nudge(page).getByRole("heading").waitFor();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, `${viewport.width}-${colorScheme}-${name}.png`) });
    await goOn(nudge(page));
  }
  await context.close();
}
