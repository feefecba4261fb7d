/**
 * What a visitor does on a page, by the browser's own mouse and keys, and what waits for the page
 * to follow. Functions that are handed over run in the page, where `watch.js` helps them.
 */
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";

/** Milliseconds that something may take, and between two looks. */
export const PATIENCE = 30_000;
export const LOOK = 20;

/** What the function gives that runs in the page. */
export const run = (page, call, ...values) => page.executeScript(call, ...values);

/** Waits until that gives something, and gives it. */
export const until = (page, message, call, ...values) => page.wait(() => run(page, call, ...values), PATIENCE, message, LOOK);

/** Opens a page and waits until the widget can be called. */
export async function open(page, url) {
  await page.get(url);
  await started(page);
}

/** Waits until the widget has its module, its wasm and its definition. */
export async function started(page) {
  await until(page, "expected the script tag's file", () => !!window.effortlet);
  await page.executeAsyncScript((done) => window.effortlet("explain", "").then(() => done()));
}

/** Has a survey shown by the page. */
export const show = (page, survey = "help-center") =>
  page.executeAsyncScript((survey, done) => window.effortlet("show", survey).then(done), survey);

/** Waits until this is asked, or said. */
export async function asked(page, title) {
  await until(page, `expected to be asked: ${title}`, (title) => window.nudge.title === title, title);
}

/** Waits until the card has come to rest. WebKit begins to move it only with the next frame. */
export async function rests(page) {
  await painted(page);
  await until(page, "expected the nudge to come to rest", () => window.nudge.rests);
  // The wheel and the pointer meet what was painted last.
  await painted(page);
}

/** Frames until what was painted is to be seen: WebKitGTK hands them on from one process to another. */
const FRAMES = 4;

/** Until the page has been painted anew. */
export const painted = (page) =>
  page.executeAsyncScript((frames, done) => {
    const step = () => ((frames -= 1) < 0 ? done() : requestAnimationFrame(step));
    step();
  }, FRAMES);

export const gone = (page) => until(page, "expected the nudge to be gone", () => !document.querySelector("effortlet-nudge"));

/** Waits for an element of the nudge, by a selector. */
export const part = (page, css) => until(page, `expected ${css}`, (css) => window.nudge.find(css), css);

export const button = (page, name) => until(page, `expected a button ${name}`, (name) => window.nudge.button(name), name);

/** The point of a scale. */
export const point = (page, value) => part(page, `[type=radio][value="${value}"]`);

/** The pointer goes to an element's middle and presses. */
export async function click(page, element) {
  await rests(page);
  await page.actions().move({ origin: element }).click().perform();
}

/** The wheel turns over an element. */
export const turnWheel = (page, element, pixels) => page.actions().scroll(0, 0, 0, pixels, element).perform();

export const press = async (page, name) => click(page, await button(page, name));

export async function keys(page, ...words) {
  await page.actions().sendKeys(...words).perform();
}

export const focused = (page) => run(page, () => window.nudge.focused);

/** Presses Tab until this has the focus. */
export async function tabTo(page, name) {
  const passed = [];
  while (passed.length < 20) {
    await keys(page, Key.TAB);
    passed.push(await focused(page));
    if (passed.at(-1) === name) return;
  }
  assert.fail(`expected Tab to reach ${name}, passed ${passed.join(", ")}`);
}

/** Waits until every answer that was given is acknowledged. */
export const acknowledged = (page) =>
  until(page, "expected every answer to be acknowledged", () => !Object.keys(localStorage).some((key) => key.startsWith("effortlet:outbox:")));

export const noted = (page) => run(page, () => window.noted);

/** Asserts that nothing went wrong on the page. */
export async function assertQuiet(page) {
  const { errors, violations, dialogs } = await noted(page);
  assert.deepEqual({ errors, violations, dialogs }, { errors: [], violations: [], dialogs: [] });
}
