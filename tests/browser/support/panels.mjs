/**
 * Pictures of the debug panel over an article of the demo, for people to look at:
 * `node tests/browser/support/panels.mjs FOLDER`. Nothing is compared.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { startCollector } from "./collector.mjs";
import { launch } from "./launch.mjs";
import { nudge } from "./visitor.mjs";

const [, , folder] = process.argv;
if (!folder) throw new Error("expected a folder: node tests/browser/support/panels.mjs FOLDER");
const ARTICLE = "/help/payments/refunds/?effortlet-debug";

const VIEWPORTS = [
  { width: 1280, height: 800 },
  { width: 375, height: 667 },
];

const HELP = { page: { path: ["/help/**"] } };
const polite = { preset: "polite" };

/** As a help center's team might write it. */
const DEFINITION = {
  version: 1,
  organization: "Cicora",
  endpoint: "/v1/responses",
  helpCenter: { section: "/help/:section/", article: "/help/:section/:article/", search: "/help/search/", contact: "/help/contact/" },
  surveys: [
    {
      id: "help-center",
      template: "help-center",
      triggers: { any: [{ exitIntent: { touch: "fastScrollUp" } }, { scroll: { percent: 75 } }, { click: { selector: "[data-share], .cta", delay: "2s" } }, { helpCenter: { articles: 3 } }] },
      audience: HELP,
      frequency: polite,
    },
    {
      id: "payments-section",
      template: "help-center",
      triggers: { seq: [{ time: { activeTime: "20s" } }, { sectionLeave: { section: "payments" } }], within: "10m" },
      audience: { all: [HELP, { visitor: { is: "returning" } }, { any: [{ language: ["en", "ro"] }, { traits: { plan: ["pro", "team"] } }] }, { not: { cookie: { staff: { present: true } } } }] },
      frequency: polite,
    },
    {
      id: "resolution",
      template: "resolution",
      triggers: { event: { name: "supportResolved", count: 2, within: "30d", delay: "5s" } },
      audience: { all: [{ device: { width: { atLeast: 360 } } }, { sample: { percent: 25 } }] },
      frequency: polite,
    },
    { id: "checkout-effort", template: "effort-10", triggers: { click: { text: "Place order" } }, audience: { page: { path: "/checkout/**", kind: "other" } } },
  ],
};

await mkdir(folder, { recursive: true });
const endings = [];
const { address } = await startCollector({ after: (ending) => endings.push(ending) });
const browser = await launch();
try {
  for (const viewport of VIEWPORTS) for (const colorScheme of ["light", "dark"]) await take({ viewport, colorScheme });
} finally {
  await browser.close();
  for (const ending of endings) await ending();
}

async function take({ viewport, colorScheme }) {
  const context = await browser.newContext({ baseURL: address, viewport, colorScheme, reducedMotion: "reduce", deviceScaleFactor: 2 });
  await context.route("**/effortlet.json", (route) => route.fulfill({ json: DEFINITION }));
  const page = await context.newPage();
  const snap = (name) => page.screenshot({ path: join(folder, `${viewport.width}-${colorScheme}-${name}.png`) });
  const panel = page.locator("effortlet-debug section").first();
  const down = (name) => panel.getByRole("heading", { name, exact: true }).evaluate((it) => (it.closest(".body").scrollTop = it.offsetTop - 60));
  const settled = () => page.waitForTimeout(400);

  await page.goto(ARTICLE);
  await panel.getByText("help-center").waitFor();
  await page.mouse.move(viewport.width - 100, 400);
  await page.mouse.wheel(0, 300);
  await settled();
  await snap("1-open");
  await panel.getByRole("button", { name: "+1 d" }).click();
  await panel.getByRole("button", { name: "Simulate scrolling" }).click();
  await nudge(page).getByRole("heading").waitFor();
  await settled();
  await snap("2-shows");
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await nudge(page).getByRole("radio", { name: "6 of 7" }).click();
  await nudge(page).getByRole("button", { name: "Skip" }).click();
  await settled();
  await down("This page");
  await panel.getByText("Last inputs").click();
  await settled();
  await snap("3-now");
  await nudge(page).getByRole("button", { name: "Close" }).click();
  await panel.getByRole("heading", { name: "Memory" }).click();
  await panel.getByRole("heading", { name: /^Outbox/ }).click();
  await settled();
  await panel.getByRole("heading", { name: "Memory" }).evaluate((it) => (it.closest(".body").scrollTop = it.closest("details").offsetTop - 60));
  await settled();
  await snap("4-memory");
  await panel.getByRole("button", { name: "Effortlet" }).click();
  await settled();
  await snap("5-folded");
  await context.close();
}
