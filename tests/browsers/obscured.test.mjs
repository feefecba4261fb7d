/**
 * What has the focus is never hidden by a nudge (WCAG 2.2, 2.4.11), forwards and backwards through
 * everything that takes it, and no page is scrolled for that.
 */
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { inEachEngine } from "./support/each-engine.mjs";
import { HOSTS, WIDE } from "./support/hosts.mjs";
import { SURVEYS, bringUp } from "./support/screens.mjs";
import { fitWindow, hostOf, openInFrame } from "./support/stage.mjs";
import { assertQuiet, keys, open, painted, run, until } from "./support/visitor.mjs";

/** A page of `HOSTS` in its window, where the next key of Tab leads to the first element. */
async function begin(t, page, { body, size }) {
  const host = await hostOf(t, { surveys: SURVEYS, pages: { "/": body } });
  if (size === WIDE) {
    await fitWindow(page, size);
    await open(page, host.origin);
  } else {
    await openInFrame(page, host, size);
  }
  const { width, height } = size;
  await until(page, `expected a page of ${width} x ${height}`, (width, height) => innerWidth === width && innerHeight === height, width, height);
  await run(page, look);
  await run(page, () => window.focus());
}

/** Brings up a nudge that fits into a window of that size. */
const comeUp = (page, size, screen = size.height < 300 ? "five numbers" : "seven numbers") => bringUp(page, screen);

/** In the page: `window.seen()` says how much of what has the focus is to be seen. */
function look() {
  const GRID = [0.02, 0.25, 0.5, 0.75, 0.98];
  /** When what has the focus and the nudge have stood still for so many frames. */
  const FRAMES = 4;
  const TAKES_FOCUS = "a[href], button, input, textarea, iframe";

  const focused = () => {
    let it = document.activeElement;
    while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
    return it;
  };
  /** Of all that takes the focus, shadow roots too, but not the nudge's. */
  const takers = (root = document) =>
    [...root.querySelectorAll("*")].flatMap((it) => [
      ...(it.matches(TAKES_FOCUS) ? [it] : []),
      ...(it.shadowRoot && it.localName !== "effortlet-nudge" ? takers(it.shadowRoot) : []),
    ]);
  window.seen = () => {
    const nudge = document.querySelector("effortlet-nudge");
    const card = window.sides(window.nudge.card);
    const it = focused();
    const { left, top, right, bottom, width, height } = it.getBoundingClientRect();
    const points = GRID.flatMap((x) => GRID.map((y) => [left + x * width, top + y * height])).filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    const free = points.filter(([x, y]) => document.elementsFromPoint(x, y)[0] !== nudge);
    const inside = left >= card.left && top >= card.top && right <= card.right && bottom <= card.bottom;
    return { what: it.outerHTML, nth: takers().indexOf(it), inWindow: points.length > 0, hidden: inside || free.length === 0 };
  };
  /** A page may scroll for a while, and the nudge makes way in the frames after that. */
  const settled = () =>
    new Promise((resolve) => {
      let last, still;
      const step = () => {
        const now = JSON.stringify([focused(), window.nudge.card].map(window.sides));
        still = now === last ? still + 1 : 0;
        last = now;
        if (still === FRAMES) resolve();
        else requestAnimationFrame(step);
      };
      step();
    });
  const ends = () =>
    !document.hasFocus() || [document.body, document.documentElement, null].includes(document.activeElement) || focused().getRootNode() === window.nudge.root;
  /** What is seen once it stands still; nothing where the focus is in the nudge or has left the page. */
  window.seenAtRest = async () => {
    if (ends()) return undefined;
    await settled();
    return window.seen();
  };
  window.takers = takers;
  window.moved = false;
  window.noteMoves = () => new MutationObserver(() => (window.moved ||= window.nudge.card.className !== "")).observe(window.nudge.card, { attributeFilter: ["class"] });
}

/** More keys than lead through any of the pages. */
const MOST = 200;

const onwards = (page) => keys(page, Key.TAB);
const back = (page) => page.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();

/** Goes on or back until the focus is in the nudge or has left the page; gives which elements it was on. */
async function goThrough(page, step) {
  const passed = new Set();
  for (let count = 0; count < MOST; count += 1) {
    await step(page);
    const found = await page.executeAsyncScript((done) => window.seenAtRest().then(done));
    if (!found) return passed;
    const { what, nth, inWindow, hidden } = found;
    assert.deepEqual({ inWindow, hidden }, { inWindow: true, hidden: false }, what);
    // Some engines stop at what scrolls too.
    if (nth >= 0) passed.add(nth);
  }
  assert.fail("expected the focus to leave the page");
}

for (const [name, host] of Object.entries(HOSTS)) {
  inEachEngine(`what has the focus is never hidden with ${name}`, async (t, page) => {
    await begin(t, page, host);
    await comeUp(page, host.size);
    await run(page, () => window.noteMoves());
    const all = await run(page, () => window.takers().length);
    assert.equal((await goThrough(page, onwards)).size, all);
    assert.equal((await goThrough(page, back)).size, all);
    assert.equal(await run(page, () => window.moved), host.moves);
    await assertQuiet(page);
  });
}

/** Those with something at both ends of the window, and a low one. */
const ENDS = ["a fixed footer", "a header that sticks", "a chat button", "400 % of a list"];

for (const screen of ["seven numbers at the top", "a tab"]) {
  inEachEngine(`what has the focus is never hidden by ${screen}`, async (t, page) => {
    for (const name of ENDS) {
      await begin(t, page, HOSTS[name]);
      await comeUp(page, HOSTS[name].size, screen);
      const all = await run(page, () => window.takers().length);
      assert.equal((await goThrough(page, onwards)).size, all, name);
      assert.equal((await goThrough(page, back)).size, all, name);
    }
    await assertQuiet(page);
  });
}

/** By keys, since where somebody has pressed with the mouse nothing makes way. */
async function focusOn(page, name) {
  await run(page, (name) => {
    const named = (it) => it.textContent === name;
    [...document.querySelectorAll("a, button")].find(named).focus();
  }, name);
}

const cardIs = (page) => run(page, () => window.sides(window.nudge.card));

inEachEngine("what had the focus before a nudge came is not hidden either, and nothing moves for that but the nudge", async (t, page) => {
  const host = HOSTS["shorter than the window"];
  await begin(t, page, host);
  await keys(page, Key.TAB);
  await focusOn(page, "Next");
  const measured = () => run(page, () => [scrollY, ...[...document.querySelectorAll("body > :not(effortlet-nudge)")].map(window.sides)]);
  const before = await measured();
  await comeUp(page, host.size);
  await until(page, "expected the nudge to make way", () => !window.seen().hidden);
  await painted(page);
  assert.ok((await cardIs(page)).bottom < host.size.height / 2);
  assert.deepEqual(await measured(), before);
});

inEachEngine("a nudge that is almost out of a low window is whole for who points at it or comes into it, and for the next element", async (t, page) => {
  const host = HOSTS["400 % of a list"];
  await begin(t, page, host);
  await comeUp(page, host.size);
  const outside = async () => Math.round((await cardIs(page)).bottom) - host.size.height;
  const isAside = (aside) => until(page, `expected aside: ${aside}`, (aside) => !!window.nudge.find(".aside") === aside, aside);
  const pointAt = (y) => page.actions().move({ x: 100, y }).perform();
  assert.equal(await outside(), 0);
  await keys(page, Key.TAB);
  await focusOn(page, "Article 2");
  await isAside(true);
  assert.ok((await outside()) > 100);
  await pointAt(host.size.height - 10);
  assert.equal(await outside(), 0);
  await pointAt(10);
  assert.ok((await outside()) > 100);
  await focusOn(page, "Menu 0");
  await isAside(false);
  assert.equal(await outside(), 0);
  await focusOn(page, "Article 2");
  await isAside(true);
  await run(page, () => window.nudge.find("input").focus());
  assert.equal(await outside(), 0);
});

inEachEngine("who presses something with the mouse, and scrolls it under a nudge, does not make the nudge move", async (t, page) => {
  const host = HOSTS["an app with a part that scrolls"];
  await begin(t, page, host);
  await comeUp(page, host.size);
  const { top } = await cardIs(page);
  await run(page, () => document.querySelector("main").scrollBy(0, 300));
  const button = await run(page, () => [...document.querySelectorAll("button")].find((it) => it.textContent === "Open 8"));
  await page.actions().move({ origin: button }).click().perform();
  await run(page, (button, top) => document.querySelector("main").scrollBy(0, window.sides(button).top - top - 60), button, top);
  await until(page, "expected the button under the nudge", () => document.activeElement.localName === "button" && window.seen().hidden);
  await painted(page);
  assert.equal((await cardIs(page)).top, top);
});
