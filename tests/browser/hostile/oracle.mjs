/**
 * One oracle for all pages: a visitor is asked, answers by real clicks and keys, and the collector has
 * the response once; or the widget is silent, with nothing kept and no lock held. Either way no promise
 * of ours hangs or is refused, and the page does and says what it does without us.
 */
import assert from "node:assert/strict";
import { record } from "../support/recorder.mjs";
import { worldsOf } from "./world.mjs";

export const TITLE = "How easy was it to find this?";
const MORE = "What could be better?";
const THANKS = "Thank you for your feedback!";
const WORDS = "Shorter words";

/** What the widget asks on all these pages. */
export const SURVEY = {
  id: "hostile",
  questions: [
    { id: "effort", kind: "effort", text: TITLE, scale: { points: 7 } },
    { id: "more", kind: "text", text: MORE, optional: true },
  ],
  triggers: { click: { selector: "#go" } },
  frequency: { preset: "none" },
};

/** Milliseconds within which a promise of ours settles, and something is to be seen. */
const PATIENCE = 15_000;
const LOOK = 30;

/** Listeners of clicks that the page itself has on its window. */
const PAGE_HEARS = 1;

const CALLS = ['effortlet("explain", "hostile")', 'effortlet("track", "other")', 'effortlet("identify", { plan: "pro" })', 'effortlet("show", "none")'];

/** What is ours on the device, and which of our locks is held. */
const KEPT = `(async () => {
  const names = (area) => { try { return Object.keys(area()).filter((it) => it.startsWith("effortlet")); } catch { return []; } };
  const databases = origin === "null" ? [] : await indexedDB.databases().catch(() => []);
  return [...names(() => localStorage), ...names(() => sessionStorage), ...databases.filter(({ name }) => name.startsWith("effortlet")).map(({ name }) => name + ":database")];
})()`;
const LOCKS = `(async () => {
  if (!navigator.locks || origin === "null") return [];
  // Whoever has asked before us was answered.
  await navigator.locks.request("test", () => {}).catch(() => {});
  const { held = [], pending = [] } = await navigator.locks.query().catch(() => ({}));
  return [...held, ...pending].map((it) => it.name).filter((it) => it.startsWith("effortlet"));
})()`;

/** How many nudges are on the page. */
const NUDGES = 'document.querySelectorAll("effortlet-nudge").length';

/** What a page is and does, as its own scripts see it. */
const PROBE = `(() => {
  const told = (look) => { try { return look(); } catch (error) { return "threw " + error; } };
  return {
    globals: told(() => Object.getOwnPropertyNames(window).filter((it) => it !== "effortlet" && !/^\\d+$/.test(it)).sort()),
    root: told(() => document.documentElement.outerHTML.split(">")[0]),
    elements: told(() => document.querySelectorAll("body *:not(script, effortlet-nudge)").length),
    json: told(() => JSON.stringify({ list: [1, "two", null], at: new Date(0) })),
    heard: told(() => JSON.stringify(window.heard)),
  };
})()`;

/** What is in our database, which may be there and empty. */
const WRITTEN = `new Promise((resolve) => {
  const opening = indexedDB.open("effortlet");
  opening.onerror = () => resolve([]);
  opening.onsuccess = () => {
    const database = opening.result;
    if (!database.objectStoreNames.contains("texts")) return resolve([]);
    const keys = database.transaction("texts").objectStore("texts").getAllKeys();
    keys.onsuccess = () => resolve(keys.result);
  };
})`;

/**
 * Holds a page to what its row expects: "stored", "silent", or "lost", which is silent once nobody could see it.
 * In one tab, the page without us first, so that nothing of ours was ever there.
 */
export async function hold({ row, page, addresses, responses }) {
  page.setDefaultTimeout(PATIENCE);
  const tab = { page, seen: record(page), worlds: await worldsOf(page, row.inside) };
  const alone = await visit(row, tab, addresses.alone, async () => {});
  const noted = await visit(row, tab, addresses.withUs, async (visitor) => {
    if (row.expected === "silent") await staysSilent(visitor);
    else if (row.expected === "lost") await falls(visitor);
    else await answers(visitor, responses);
  });
  const errors = noted.errors.filter((it) => !row.throws?.test(it));
  const said = noted.console.filter(({ text }) => !row.reports?.test(text));
  const console = said.filter(({ text }) => !row.warning?.test(text));
  if (row.warning) assert.equal(said.length - console.length, 1, `expected one warning, the console has ${JSON.stringify(noted.console)}`);
  assert.deepEqual(surplus(noted, alone), surplus(alone, noted), "expected the globals of the page alone");
  assert.deepEqual({ ...noted, console, errors }, alone);
}

/** Some thousand names would hide the one that matters. */
const surplus = (one, other) => one.probe.globals.filter((it) => !other.probe.globals.includes(it));

/** What was to be seen of the page when `work` was done and the widget has stopped. */
async function visit(row, { page, seen, worlds }, address, work) {
  await page.goto(address);
  const frame = row.inside ? page.frameLocator(row.inside) : page;
  const visitor = { row, page, frame, ...worlds };
  const isOurs = !row.isDeaf && (await callable(visitor));
  if (isOurs) await settle(visitor, CALLS);
  if (row.isDeaf && row.expected !== "silent" && (await hasTag(visitor))) await listens(page);
  await row.act?.({ ...visitor, press: (selector) => press(visitor, selector) });
  await press(visitor, "#go");
  await work(visitor);
  await press(visitor, "#field");
  await page.keyboard.type("refund");
  if (isOurs) await settle(visitor, ['effortlet("stop")']);
  assert.equal(await visitor.apart(NUDGES), 0, "expected no nudge after stop");
  assert.deepEqual(await visitor.apart(LOCKS), []);
  const probe = await visitor.within(PROBE);
  const own = row.probe ? await visitor.within(row.probe) : undefined;
  return { console: seen.console.splice(0), errors: seen.errors.splice(0), probe, own };
}

/** By the mouse. What finds elements for tests asks those around them by names, which an element may have. */
async function press({ page, frame, row, apart }, selector) {
  if (row.inside) return frame.locator(selector).click();
  const place = `(() => { const { left, top, width, height } = document.querySelector("${selector}").getBoundingClientRect(); return [left + width / 2, top + height / 2]; })()`;
  await page.mouse.click(...(await apart(place)));
}

const hasTag = ({ apart }) => apart('!!document.querySelector("script[src*=\\"effortlet.js\\"]")');

/** Where nobody can be asked whether it has started: until the window's clicks are heard by more than the page. */
async function listens(page) {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", { expression: "window" });
  const heard = async () => (await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId })).listeners;
  await until(async () => (await heard()).filter(({ type }) => type === "click").length > PAGE_HEARS);
}

/** Waits for the tag's file, where the page has one. */
async function callable({ within, apart }) {
  if (!(await hasTag({ apart }))) return false;
  return until(() => within('typeof effortlet === "function"')).then(() => true, () => assert.fail("expected the tag's file to define its call"));
}

async function settle({ within }, calls) {
  for (const call of calls) {
    let timer;
    const late = new Promise((_, refuse) => (timer = setTimeout(() => refuse(new Error(`${call} hangs`)), PATIENCE)));
    await Promise.race([within(`void ${call}?.then`).then(() => within(call)), late]).finally(() => clearTimeout(timer));
  }
}

async function staysSilent({ apart }) {
  assert.deepEqual(await apart(LOCKS), []);
  assert.equal(await apart(NUDGES), 0);
  assert.deepEqual(await apart(KEPT), []);
}

async function falls({ apart }) {
  await until(async () => (await apart(NUDGES)) + (await apart(LOCKS)).length === 0);
  assert.deepEqual((await apart(KEPT)).filter((it) => it !== "effortlet:database"), []);
  assert.deepEqual(await apart(WRITTEN), []);
}

async function answers({ frame, page }, responses) {
  const card = frame.locator("effortlet-nudge section");
  const asked = (title) => card.getByRole("heading", { name: title }).waitFor();
  await asked(TITLE);
  await card.getByRole("radio", { name: "6 of 7" }).click();
  await asked(MORE);
  await card.getByRole("textbox").click();
  await page.keyboard.type(WORDS);
  await card.getByRole("button", { name: "Send" }).click();
  await asked(THANKS);
  await card.getByRole("button", { name: "Close" }).click();
  await until(async () => (await responses()).some((it) => it.state === "complete")).catch(() => {});
  const stored = (await responses()).map(({ state, answers }) => [state, answers]);
  assert.deepEqual(stored, [["complete", `6,${WORDS}`]], "expected it to be stored once");
}

async function until(holds) {
  const latest = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > latest) throw new Error("expected this in time");
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}
