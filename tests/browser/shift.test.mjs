/**
 * Nothing of a page moves when a nudge comes and goes: no layout shift, as web.dev/cls counts it,
 * and no scrolling.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { noteShifts } from "./support/shifts.mjs";
import { stageWithoutCollector, started } from "./support/stage.mjs";
import { asked, close, painted, said } from "./support/visitor.mjs";

const SURVEY = definition(survey({ event: { name: "go" } }), { endpoint: undefined });

const paragraphs = Array.from({ length: 60 }, (_, index) => `<p>Paragraph ${index}. How to get money back, and when it comes.</p>`).join("\n");
const page = (body, style = "") => pageWith({ body: `<style>${style}</style>${body}` });

const PAGES = {
  "/long": page(`<h1>Refunds</h1>${paragraphs}`),
  "/short": page("<h1>Refunds</h1><p>Soon.</p>"),
  "/shell": page(
    `<header>Acme</header><main>${paragraphs}</main><footer>Contact</footer>`,
    "body { display: grid; grid-template-rows: auto 1fr auto; height: 100vh; margin: 0; gap: 8px; } main { overflow: auto; }",
  ),
  "/spread": page(
    "<header>Acme</header><main>Refunds</main><footer>Contact</footer>",
    "body { display: flex; flex-direction: column; justify-content: space-between; min-height: 100vh; margin: 0; }",
  ),
  "/snap": page(paragraphs, "html { scroll-snap-type: y proximity; scroll-behavior: smooth; } p { scroll-snap-align: end; height: 30vh; }"),
  "/moved": page(`<main>${paragraphs}</main>`, "body { transform: translateX(0); margin: 0; }"),
};

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 375, height: 667 },
  { width: 320, height: 256 },
];

/** Where everything is scrolled to, and how far it can be. */
const scrolled = (tab) =>
  tab.evaluate(() =>
    [document.scrollingElement, document.body, document.querySelector("main") ?? document.body].map((it) => [it.scrollLeft, it.scrollTop, it.scrollWidth, it.scrollHeight]),
  );

for (const path of Object.keys(PAGES)) {
  test(`nothing moves on ${path} when a nudge comes and goes`, async (t) => {
    const { tab } = await stageWithoutCollector(t, { definition: SURVEY, pages: PAGES });
    const { page, seen } = await tab();
    await page.addInitScript(noteShifts);
    for (const size of WINDOWS) {
      await page.setViewportSize(size);
      await page.goto(path);
      await started(page);
      for (const place of [0, 777]) {
        await page.evaluate((top) => {
          for (const it of [document.scrollingElement, document.querySelector("main")]) it?.scrollTo({ top, behavior: "instant" });
        }, place);
        await painted(page);
        const [before, shiftsBefore] = [await scrolled(page), await page.evaluate(() => window.readShifts())];
        await page.evaluate(() => window.effortlet("track", "go"));
        await asked(page, "Did you find the information you needed?");
        await page.locator("effortlet-nudge [role=status]:not(:empty)").waitFor({ state: "attached" });
        await painted(page);
        assert.deepEqual(await scrolled(page), before);
        await close(page);
        await painted(page);
        assert.deepEqual(await scrolled(page), before);
        assert.equal(await page.evaluate(() => window.readShifts()), shiftsBefore);
      }
      // The measure itself: what a banner at the top does.
      await page.evaluate(() => {
        document.scrollingElement.scrollTo({ top: 0, behavior: "instant" });
        document.body.insertAdjacentHTML("afterbegin", '<div style="height: 80px">Banner</div>');
      });
      await page.waitForFunction(() => window.readShifts() > 0);
    }
    assert.deepEqual(said(seen), []);
  });
}
