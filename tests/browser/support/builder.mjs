/**
 * Somebody at the builder, who makes a definition by its fields alone: what is to be written decides which
 * field is used, by the name that the reader has for its place.
 */

import { freshContext } from "./browser.mjs";
import { startCollector } from "./collector.mjs";
import { record } from "./recorder.mjs";

const spelled = (place) => place.map((part, index) => (typeof part === "number" ? `[${part}]` : index ? `.${part}` : part)).join("");
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (key) => ["text", "thanks", "other", "label"].includes(key);
const COMBINING = ["any", "all", "not", "seq"];
const CONDITIONS = ["triggers", "audience"];

/** Somebody at the builder of a collector of their own. */
export async function begin(t, settings) {
  const collector = await startCollector(t);
  return { collector, ...(await visit(t, collector, settings)) };
}

export async function visit(t, collector, settings) {
  const page = await (await freshContext(t, settings)).newPage();
  // What is not there at once will not be: nothing here waits for a network.
  page.setDefaultTimeout(8_000);
  const seen = record(page);
  await page.goto(`${collector.address}/builder/`);
  await settled(page);
  return { page, seen };
}

/** Until what was done last has been read and is in the address. */
export const settled = (page) =>
  page.waitForFunction(() => {
    const { read } = document.querySelector("#app").dataset;
    return read && read === location.hash && document.querySelector("#copy-json");
  });

/** What would be copied. */
export const made = async (page) => JSON.parse(await page.locator("#copy-json").inputValue());

export async function importText(page, text) {
  await page.getByRole("button", { name: "Import", exact: true }).first().click();
  await page.locator("#import-text").fill(text);
  await page.locator('button[name="import"]').click();
}

/** Makes `wanted`, from a definition without surveys. */
export async function make(page, wanted) {
  await importText(page, '{ "version": 1, "surveys": [] }');
  const { version: _, surveys, ...rest } = wanted;
  for (const [key, value] of Object.entries(rest)) await write(page, [key], value);
  for (const [index, survey] of surveys.entries()) await makeSurvey(page, index, survey);
}

async function makeSurvey(page, index, wanted) {
  const place = ["surveys", index];
  await press(page, "add-survey");
  await control(page, [...place, "template"]).selectOption(wanted.template ?? "");
  const { id, template, triggers, ...rest } = wanted;
  await write(page, [...place, "id"], id);
  await press(page, `remove:${spelled([...place, "triggers", "any", 1])}`);
  await press(page, `remove:${spelled([...place, "triggers", "any", 0])}`);
  await combine(page, [...place, "triggers"], triggers);
  await opened(page);
  await control(page, [...place, "frequency", "preset"]).selectOption("");
  for (const [key, value] of Object.entries(rest)) {
    if (key === "questions" && template) await changeQuestions(page, [...place, key], value);
    else await write(page, [...place, key], value);
  }
}

/** Of a template: each by its id, wherever it stands in the form. */
async function changeQuestions(page, place, wanted) {
  for (const { id, ...rest } of wanted) {
    for (const [key, value] of Object.entries(rest)) {
      const card = page.locator("article.question").filter({ has: page.locator("h3 .soft", { hasText: new RegExp(`^${id}$`) }) });
      const index = Number(/\[(\d+)\]$/.exec(await card.getAttribute("data-place"))[1]);
      await write(page, [...place, index, key], value);
    }
  }
}

async function write(page, place, value) {
  await opened(page);
  const key = place.at(-1);
  if (CONDITIONS.includes(key)) return combine(page, place, value);
  if (key === "layout") return choose(page, place, value);
  if (isText(key) || place.at(-2) === "labels") return writeText(page, place, value);
  if (key === "labels") {
    await press(page, `${value.length === 2 ? "ends" : "each"}:${spelled(place)}`);
    for (const [index, label] of value.entries()) await writeText(page, [...place, index], label);
    return;
  }
  if (isObject(value)) return writeObject(page, place, value);
  const way = page.locator(`select[name="way:${spelled(place)}"]`);
  if (await way.count()) await way.selectOption("");
  if (Array.isArray(value)) return writeList(page, place, value);
  const one = page.locator(`input[name="${spelled(place)}:${value}"]`);
  if (await one.count()) return one.check();
  const field = control(page, place);
  if ((await field.evaluate((it) => it.localName)) === "select") await field.selectOption(String(value));
  else await field.fill(String(value));
  await field.blur();
}

async function writeText(page, place, value) {
  if (!isObject(value)) {
    const join = button(page, `join:${spelled(place)}`);
    if (await join.count()) await join.click();
    return control(page, place).fill(value);
  }
  const split = button(page, `split:${spelled(place)}`);
  if (await split.count()) await split.evaluate((it) => it.click());
  for (const [tag, text] of Object.entries(value)) {
    const field = control(page, [...place, tag]);
    if (!(await field.count())) {
      await opened(page);
      await page.locator('input[name="language"]').fill(tag);
      await press(page, "add-language");
    }
    await field.fill(text);
  }
}

async function writeList(page, place, value) {
  if (value.every((it) => !isObject(it))) {
    const lines = control(page, place);
    if (await lines.count()) {
      await lines.fill(value.map(String).join("\n"));
      return lines.blur();
    }
    for (const it of value) await page.locator(`input[name="${spelled(place)}:${it}"]`).check();
    return undefined;
  }
  for (const [index, { id }] of value.entries()) {
    await press(page, `add:${spelled(place)}`);
    if (id) await write(page, [...place, index, "id"], id);
  }
  // A branch leads to a question that is there by then.
  for (const [index, { id: _, ...rest }] of value.entries()) await writeObject(page, [...place, index], rest);
  return undefined;
}

async function writeObject(page, place, value) {
  const own = control(page, place);
  const way = page.locator(`select[name="way:${spelled(place)}"]`);
  await opened(page);
  if (await way.count()) await way.selectOption(Object.keys(value)[0]);
  for (const [key, inner] of Object.entries(value)) {
    const name = page.locator(`input[name="name:${spelled(place)}"]`);
    if (await name.count()) {
      await name.fill(key);
      await press(page, `add:${spelled(place)}`);
    } else if ((await own.count()) && (await button(page, `more:${spelled(place)}`).count())) await press(page, `more:${spelled(place)}`);
    await write(page, [...place, key], inner);
  }
}

async function choose(page, place, value) {
  await opened(page);
  const [[key, inner]] = Object.entries(value);
  await control(page, place).selectOption(key);
  if (!isObject(inner)) return write(page, [...place, key], inner);
  for (const [name, it] of Object.entries(inner)) await write(page, [...place, key, name], it);
  return undefined;
}

/** Triggers and audiences: what is added, then what is changed about it. */
async function combine(page, place, value) {
  const [key] = Object.keys(value);
  if (COMBINING.includes(key)) {
    await add(page, place, [key]);
    const { [key]: parts, ...rest } = value;
    if (key === "not") return combine(page, [...place, key], parts);
    for (const [index, part] of parts.entries()) await combinePart(page, place, [...place, key, index], part);
    for (const [name, it] of Object.entries(rest)) await write(page, [...place, name], it);
    return undefined;
  }
  return combinePart(page, place, place, value);
}

async function combinePart(page, around, place, value) {
  const [[key, inner]] = Object.entries(value);
  if (COMBINING.includes(key)) {
    await add(page, around, [key]);
    if (key === "not") return combine(page, [...place, key], inner);
    for (const [index, part] of inner.entries()) await combinePart(page, place, [...place, key, index], part);
    return undefined;
  }
  await add(page, around, [key, ...(isObject(inner) ? Object.keys(inner).map((it) => `${key}.${it}`) : [])]);
  if (!isObject(inner) || ["referrer", "timeZone"].includes(key)) return isObject(inner) ? writeObject(page, [...place, key], inner) : write(page, [...place, key], inner);
  await cleared(page, [...place, key], inner);
  for (const [name, it] of Object.entries(inner)) if (it !== true || !(await isSet(page, [...place, key, name], it))) await write(page, [...place, key, name], it);
  return undefined;
}

/** What a kind begins with and is not wanted. */
async function cleared(page, place, wanted) {
  const value = place.reduce((it, part) => it?.[part], await made(page));
  for (const key of Object.keys(value)) {
    if (key in wanted) continue;
    const field = control(page, [...place, key]);
    if (await field.count()) await ((await field.evaluate((it) => it.localName)) === "select" ? field.selectOption("") : field.fill(""));
    else await press(page, `remove:${spelled([...place, key])}`);
    if (await field.count()) await field.blur();
  }
}

const isSet = async (page, place, value) => place.reduce((it, part) => it?.[part], await made(page)) === value;

/** The first of `kinds` that there is to add. */
async function add(page, place, kinds) {
  await opened(page);
  const choice = page.locator(`select[name="add:${spelled(place)}"]`);
  const there = await choice.evaluate((it) => [...it.options].map((option) => option.value));
  await choice.selectOption(kinds.find((it) => there.includes(it)));
  await press(page, `press:add:${spelled(place)}`);
}

const control = (page, place) => page.locator(`[name="${spelled(place)}"]`);
const button = (page, name) => page.locator(`button[name="${name}"]`);

async function press(page, name) {
  await opened(page);
  await button(page, name).click();
}

/** Nothing is folded. */
export const opened = (page) => page.evaluate(() => document.querySelectorAll("#app details").forEach((it) => (it.open = true)));

