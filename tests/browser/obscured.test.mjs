/**
 * What has the focus is never hidden by a nudge (WCAG 2.2, 2.4.11), forwards and backwards through
 * everything that takes it, and no page is scrolled for that.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HOSTS } from "./support/hosts.mjs";
import { SURVEYS, bringUp } from "./support/screens.mjs";
import { noteShifts } from "./support/shifts.mjs";
import { stageWithoutCollector, started } from "./support/stage.mjs";
import { painted, said } from "./support/visitor.mjs";

/** Before a page's own scripts run: `window.seen()` says how much of what has the focus is to be seen. */
function look() {
  const GRID = [0.02, 0.25, 0.5, 0.75, 0.98];
  window.focusedElement = () => {
    let it = document.activeElement;
    while (it.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
    return it;
  };
  window.seen = () => {
    const nudge = document.querySelector("effortlet-nudge");
    const card = nudge.shadowRoot.querySelector("section").getBoundingClientRect();
    const it = window.focusedElement();
    const { left, top, right, bottom, width, height } = it.getBoundingClientRect();
    const points = GRID.flatMap((x) => GRID.map((y) => [left + x * width, top + y * height])).filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    const free = points.filter(([x, y]) => document.elementsFromPoint(x, y)[0] !== nudge);
    const inside = left >= card.left && top >= card.top && right <= card.right && bottom <= card.bottom;
    return { what: it.outerHTML, inWindow: points.length > 0, hidden: inside || free.length === 0, inNudge: it.getRootNode() === nudge.shadowRoot };
  };
  /** When what has the focus and the nudge have stood still for so many frames. */
  window.settled = (frames = 6) =>
    new Promise((resolve) => {
      let last, still;
      const place = (it) => JSON.stringify(it.getBoundingClientRect());
      const step = () => {
        const now = place(window.focusedElement()) + place(document.querySelector("effortlet-nudge").shadowRoot.querySelector("section"));
        still = now === last ? still + 1 : 0;
        last = now;
        if (still === frames) resolve();
        else requestAnimationFrame(step);
      };
      step();
    });
}

/** Presses a key until the focus is in the nudge or has left the page; gives how many elements it was on. */
async function goThrough(page, key) {
  let passed = 0;
  for (;;) {
    await page.keyboard.press(key);
    const { inNudge, isPage } = await page.evaluate(() => ({ ...window.seen(), isPage: document.activeElement === document.body }));
    if (inNudge || isPage) return passed;
    passed += 1;
    // The nudge makes way in the frames after that, and a page may scroll for a while.
    await page.evaluate(() => window.settled());
    const { inWindow, hidden, what } = await page.evaluate(() => window.seen());
    assert.deepEqual({ inWindow, hidden }, { inWindow: true, hidden: false }, what);
  }
}

/** In shadow roots too. */
const TAKES_FOCUS = "a[href], button, input, textarea, iframe";

describe("what has the focus is never hidden", { concurrency: 2 }, () => {
  for (const [name, { body, size, moves }] of Object.entries(HOSTS)) {
    test(`with ${name}`, async (t) => {
      const { tab } = await stageWithoutCollector(t, { definition: SURVEYS, pages: { "/": body }, settings: { viewport: size } });
      const { page, seen } = await tab();
      await page.addInitScript(look);
      await page.goto("/");
      await started(page);
      const card = await bringUp(page, size.height < 300 ? "five numbers" : "seven numbers");
      await page.evaluate(() => import("/effortlet/shown.js").then(() => {}));
      await card.evaluate((it) => {
        window.moved = false;
        new MutationObserver(() => (window.moved ||= it.className !== "")).observe(it, { attributeFilter: ["class"] });
      });
      const all = await page.locator(TAKES_FOCUS).evaluateAll((them) => them.filter((it) => it.getRootNode().host?.localName !== "effortlet-nudge").length);
      assert.equal(await goThrough(page, "Tab"), all);
      const backwards = await goThrough(page, "Shift+Tab");
      assert.ok(backwards >= all, `${backwards} of ${all}`);
      assert.equal(await page.evaluate(() => window.moved), moves);
      assert.deepEqual(said(seen), []);
    });
  }
});

test("what had the focus before a nudge came is not hidden either, and nothing moves for that but the nudge", async (t) => {
  const { body, size } = HOSTS["a chat button"];
  const { tab } = await stageWithoutCollector(t, { definition: SURVEYS, pages: { "/": body }, settings: { viewport: size } });
  const { page } = await tab();
  await page.addInitScript(look);
  await page.addInitScript(noteShifts);
  await page.goto("/");
  await started(page);
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Chat" }).focus();
  const before = await page.evaluate(() => [scrollY, window.readShifts()]);
  const card = await bringUp(page, "seven numbers");
  await page.waitForFunction(() => !window.seen().hidden);
  await painted(page);
  const { y, height } = await card.boundingBox();
  assert.ok(y + height < size.height / 2);
  assert.deepEqual(await page.evaluate(() => [scrollY, window.readShifts()]), before);
});

test("a nudge that is almost out of a low window is whole for who points at it or comes into it, and for the next element", async (t) => {
  const { body, size } = HOSTS["400 % of a list"];
  const settings = { viewport: size, reducedMotion: "reduce" };
  const { tab } = await stageWithoutCollector(t, { definition: SURVEYS, pages: { "/": body }, settings });
  const { page } = await tab();
  await page.addInitScript(look);
  await page.goto("/");
  await started(page);
  const card = await bringUp(page, "five numbers");
  const outside = async () => Math.round((await card.boundingBox()).y + (await card.boundingBox()).height - size.height);
  assert.equal(await outside(), 0);
  await page.keyboard.press("Tab");
  await page.getByRole("link", { name: "Article 2" }).focus();
  await page.waitForFunction(() => !window.seen().hidden);
  await painted(page);
  assert.ok((await outside()) > 100);
  await page.mouse.move(100, size.height - 10);
  assert.equal(await outside(), 0);
  await page.mouse.move(100, 10);
  assert.ok((await outside()) > 100);
  await page.getByRole("link", { name: "Menu 0" }).focus();
  await page.waitForFunction(() => !document.querySelector("effortlet-nudge").shadowRoot.querySelector(".aside"));
  assert.equal(await outside(), 0);
  await page.getByRole("link", { name: "Article 2" }).focus();
  await page.waitForFunction(() => document.querySelector("effortlet-nudge").shadowRoot.querySelector(".aside"));
  await card.getByRole("radio").first().focus();
  assert.equal(await outside(), 0);
});

test("who presses something with the mouse, and scrolls it under a nudge, does not make the nudge move", async (t) => {
  const { body, size } = HOSTS["an app with a part that scrolls"];
  const { tab } = await stageWithoutCollector(t, { definition: SURVEYS, pages: { "/": body }, settings: { viewport: size, reducedMotion: "reduce" } });
  const { page } = await tab();
  await page.addInitScript(look);
  await page.goto("/");
  await started(page);
  const card = await bringUp(page, "seven numbers");
  const { y } = await card.boundingBox();
  await page.locator("main").evaluate((it) => it.scrollBy(0, 600));
  const button = page.getByRole("button", { name: "Open 16" });
  await button.click();
  const under = (await button.boundingBox()).y - y - 60;
  await page.locator("main").evaluate((it, by) => it.scrollBy(0, by), under);
  await page.waitForFunction(() => window.seen().hidden);
  await painted(page);
  assert.equal((await card.boundingBox()).y, y);
});
