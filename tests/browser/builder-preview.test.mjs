/** The page beside the builder's form: each kind of the demo's pages, and the look of a site that is not here. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bringAxe, faultsOf } from "../browsers/support/axe.mjs";
import { begin, importText, settled } from "./support/builder.mjs";

/** Somebody at the builder, and what is in its preview. */
async function arrive(t, settings) {
  const { page, seen } = await begin(t, settings);
  const frame = page.frameLocator(".preview iframe");
  const choose = (name, value) => page.locator(`select[name="${name}"]`).selectOption(value);
  return { page, seen, frame, choose };
}

/** The nudge's own properties, and the colours of the page around it. */
const seenOf = (frame) =>
  frame.locator("effortlet-nudge").evaluate((nudge) => {
    const style = getComputedStyle(nudge);
    const own = (name) => style.getPropertyValue(`--effortlet-${name}`).trim();
    const papers = [document.body, document.documentElement].map((it) => getComputedStyle(it).backgroundColor);
    const [font] = getComputedStyle(document.body).fontFamily.split(",");
    return { accent: own("accent"), surface: own("surface"), radius: own("radius"), paper: papers.find((it) => it !== "rgba(0, 0, 0, 0)"), font };
  });

/** A kind, a language, and the heading of the demo's page. */
const PAGES = [
  ["article", "en", "Refunds"],
  ["home", "en", "How can we help you ride?"],
  ["category", "ro", "Abonamente și plăți"],
  ["search", "ru", "Поиск"],
  ["contact", "en", "Contact us"],
];

test("the preview is each kind of the demo's pages, in its languages, and its links lead from one to the other", async (t) => {
  const { page, seen, frame, choose } = await arrive(t);
  const asked = { en: "Found it?", ro: "Ai găsit?", ru: "Нашли?" };
  const survey = { id: "help", questions: [{ id: "found", kind: "yesNo", text: asked }], triggers: { exitIntent: {} } };
  await importText(page, JSON.stringify({ version: 1, surveys: [survey] }));
  await settled(page);
  for (const [kind, language, heading] of PAGES) {
    await choose("kind", kind);
    await choose("locale", language === "en" ? "" : language);
    await frame.locator("h1").filter({ hasText: heading }).waitFor();
    await frame.getByRole("heading", { name: asked[language] }).waitFor();
  }
  await choose("kind", "article");
  await frame.locator("nav a").first().click();
  await frame.locator("h1").filter({ hasText: "How can we help you ride?" }).waitFor();
  assert.equal(await page.locator('select[name="kind"]').inputValue(), "home");
  assert.deepEqual(seen.errors, []);
});

/** A look, whether it is dark, and what is seen of it. */
const LOOKS = [
  ["plain", false, { accent: "", surface: "", radius: "", paper: "rgb(255, 255, 255)" }],
  ["demo", true, { accent: "#aeb9ff", surface: "#1c1f2a", paper: "rgb(20, 22, 30)" }],
  ["docusaurus", false, { accent: "#2e8555", surface: "#fff", radius: "0.4rem", font: "system-ui" }],
  ["docusaurus", true, { accent: "#25c2a0", surface: "#242526", paper: "rgb(27, 27, 29)" }],
  ["mkdocs", false, { accent: "#4051b5", radius: "4px", font: "Roboto" }],
  ["vitepress", true, { accent: "#a8b1ff", surface: "#202127", paper: "rgb(27, 27, 31)", font: "Inter" }],
  ["starlight", false, { accent: "hsl(234, 90%, 60%)", radius: "8px" }],
];

test("it looks as a maker's starter does, with what that host's recipe says of the nudge", async (t) => {
  const { page, frame, choose } = await arrive(t, { colorScheme: "light" });
  for (const [look, isDark, expected] of LOOKS) {
    await page.locator('input[name="dark"]').setChecked(isDark);
    await choose("look", look);
    await frame.locator(isDark ? "html.dark" : "html:not(.dark)").waitFor();
    await frame.getByRole("button", { name: "Yes" }).waitFor();
    const found = await seenOf(frame);
    for (const [name, value] of Object.entries(expected)) assert.equal(found[name], value, `${look} ${isDark} ${name}`);
  }
});

/** As it is copied out of a site, with what would be loaded there. */
const PASTED = `@import "https://elsewhere.example/more.css";
:root { --brand: rgb(170, 51, 51); }
body { background: rgb(255, 246, 229) url(https://elsewhere.example/paper.png); font-family: Georgia; }
[data-theme="dark"] body { background: rgb(40, 20, 20); }
effortlet-nudge { --effortlet-accent: var(--brand); --effortlet-radius: 0; } } nonsense {`;

test("CSS that is pasted is worn in light and dark, and loads nothing", async (t) => {
  const { page, seen, frame, choose } = await arrive(t, { colorScheme: "light", bypassCSP: false });
  const asked = [];
  page.on("request", (request) => asked.push(request));
  await choose("look", "own");
  await page.getByLabel("CSS of your site").fill(PASTED);
  await frame.getByRole("button", { name: "Yes" }).waitFor();
  const light = await seenOf(frame);
  assert.deepEqual([light.accent, light.radius, light.paper, light.font], ["rgb(170, 51, 51)", "0", "rgb(255, 246, 229)", "Georgia"]);
  await page.locator('input[name="dark"]').check();
  await frame.locator("html.dark").waitFor();
  await frame.getByRole("button", { name: "Yes" }).waitFor();
  assert.equal((await seenOf(frame)).paper, "rgb(40, 20, 20)");
  // Chromium tells of a request that the page's policy has kept from leaving, and why it failed.
  const elsewhere = asked.filter((it) => it.url().includes("elsewhere"));
  assert.deepEqual(elsewhere.map((it) => it.failure()?.errorText), elsewhere.map(() => "csp"));
  assert.deepEqual(seen.errors, []);
});

test("what the preview is to be stands in two rows on a phone, each large enough for a finger", async (t) => {
  const { page } = await arrive(t, { viewport: { width: 375, height: 800 } });
  const boxes = await page.locator(".preview .toolbar").first().evaluate((toolbar) =>
    [...toolbar.querySelectorAll("label")].map((it) => {
      const { top, bottom, width, height } = it.getBoundingClientRect();
      return { label: it.innerText.split("\n")[0], top, bottom, width, height };
    }));
  const rows = boxes.toSorted((a, b) => a.top - b.top).reduce((all, it) => (all.length && it.top < all.at(-1) ? [...all.slice(0, -1), Math.max(all.at(-1), it.bottom)] : [...all, it.bottom]), []);
  assert.equal(rows.length, 2, JSON.stringify(boxes));
  assert.deepEqual(boxes.filter((it) => it.width < 24 || it.height < 24), []);
  const selects = await page.locator(".preview .toolbar select").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));
  assert.ok(selects.every((it) => it >= 24), String(selects));
  for (const name of ["Language", "Page", "Looks like"]) assert.equal(await page.getByRole("combobox", { name, exact: true }).count(), 1, name);
});

test("the field for CSS is named and fits a phone", async (t) => {
  const { page, choose } = await arrive(t, { bypassCSP: true, viewport: { width: 375, height: 800 } });
  await choose("look", "own");
  await bringAxe({ executeScript: (call, ...values) => page.evaluate(call, ...values) });
  const found = faultsOf(await page.evaluate(() => window.examine(document))).filter((it) => it.id !== "frame-tested");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.deepEqual([found, overflow > 0], [[], false]);
});
