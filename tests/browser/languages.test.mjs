import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { DIST } from "./support/paths.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, nudge, open, said, staysQuiet } from "./support/visitor.mjs";

const ENGLISH = ["Did you find the information you needed?", "Yes", /^To what extent do you agree/];
const ROMANIAN = ["Ai găsit informația de care aveai nevoie?", "Da", /^În ce măsură ești de acord/];

const SPOKEN = ["ar", "de", "es", "fr", "he", "it", "pl", "pt", "ro", "ru", "uk"];

/** A visitor whose browser speaks Swedish is asked on a page in `lang`. */
async function begin(t, { lang = "sv", more, pages, meanwhile = () => {} } = {}) {
  const { tabAt } = await stageWithoutCollector(t, {
    definition: definition(survey({ event: { name: "go" } }), { endpoint: undefined, ...more }),
    pages: { "/": pageWith({ lang }), ...pages },
    settings: { locale: "sv-SE" },
  });
  const { page, seen } = await tabAt();
  await open(page);
  await meanwhile(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  return { page, seen };
}

/** Questions and buttons speak one language; `files` are those that were loaded beside English. */
async function speaks({ page, seen }, [found, yes, helped], files) {
  await asked(page, found);
  await nudge(page).getByRole("button", { name: yes, exact: true }).click();
  await asked(page, helped);
  assert.deepEqual(seen.requests.filter((it) => it.includes("locale")), files);
  assert.deepEqual(said(seen), []);
}

test("a page in Swedish is asked in English, and no other language is asked for", async (t) => {
  await speaks(await begin(t), ENGLISH, []);
});

test("a page in Romanian is asked in Romanian", async (t) => {
  await speaks(await begin(t, { lang: "ro-MD" }), ROMANIAN, ["GET /effortlet/locale-ro.js"]);
});

test("a page in Swedish is asked in the language that the definition falls back to", async (t) => {
  await speaks(await begin(t, { more: { defaultLocale: "RO" } }), ROMANIAN, ["GET /effortlet/locale-ro.js"]);
});

for (const language of SPOKEN) {
  test(`a page in ${language} is asked in it, from the question to what a rating means`, async (t) => {
    const words = JSON.parse(readFileSync(new URL(`../../src/locale/${language}.json`, import.meta.url)));
    const texts = Object.values(words.templates);
    const { page, seen } = await begin(t, { lang: `${language}-XA` });
    await speaks({ page, seen }, [texts[0], words.yes, texts[1].replace("{organization}", "Acme")], [`GET /effortlet/locale-${language}.js`]);
    await nudge(page).getByRole("radio", { name: `7 ${words.of} 7, ${texts[4]}`, exact: true }).waitFor();
    await nudge(page).getByRole("button", { name: words.close, exact: true }).waitFor();
    const host = page.locator("effortlet-nudge");
    assert.deepEqual(await host.evaluate((it) => [it.lang, it.shadowRoot.querySelector("section").dir]), [`${language}-xa`, ["ar", "he"].includes(language) ? "rtl" : "ltr"]);
    // The lowest point stands where reading begins.
    const [first, last] = await Promise.all(["1", "7"].map((it) => nudge(page).locator(`input[value="${it}"]`).boundingBox()));
    assert.equal(first.x > last.x, ["ar", "he"].includes(language));
  });
}

test("a survey of a template that does not come with the widget is asked in the page's language", async (t) => {
  const resolution = survey({ event: { name: "go" } }, { id: "resolution", template: "resolution" });
  const { page, seen } = await begin(t, { lang: "de", more: { surveys: [resolution] } });
  await asked(page, "Wie einfach war es, Ihr Problem zu lösen?");
  assert.deepEqual(seen.requests.filter((it) => it.includes("templates")), ["GET /effortlet/templates-more.js"]);
  assert.deepEqual(said(seen), []);
});

test("a template that cannot be loaded asks nothing", async (t) => {
  const resolution = survey({ event: { name: "go" } }, { id: "resolution", template: "resolution" });
  const pages = { "/effortlet/templates-more.js": (request, reply) => reply.writeHead(503).end() };
  const { page } = await begin(t, { more: { surveys: [resolution] }, pages });
  await staysQuiet(page);
});

test("a language that cannot be loaded gives way to English", async (t) => {
  const pages = { "/effortlet/locale-ro.js": (request, reply) => reply.writeHead(503).end() };
  await speaks(await begin(t, { lang: "ro", pages }), ENGLISH, ["GET /effortlet/locale-ro.js"]);
});

/** What a page in German does while that language is on its way. */
const MEANWHILE = {
  "is in English again": () => (document.documentElement.lang = "en"),
  "starts anew in English": async () => {
    await window.effortlet("stop");
    document.documentElement.lang = "en";
    await window.effortlet("start", "/effortlet.json");
  },
};

for (const [what, act] of Object.entries(MEANWHILE)) {
  test(`a language that comes once the page ${what} is not spoken`, async (t) => {
    let come;
    const coming = new Promise((resolve) => (come = resolve));
    const pages = { "/effortlet/locale-de.js": (_, reply) => come(reply) };
    const meanwhile = async (page) => {
      await page.evaluate(() => (document.documentElement.lang = "de"));
      const reply = await coming;
      await page.evaluate(act);
      reply.writeHead(200, { "content-type": "text/javascript" }).end(readFileSync(join(DIST, "locale-de.js")));
      await page.evaluate(() => import("/effortlet/locale-de.js").then(() => {}));
    };
    await speaks(await begin(t, { lang: "en", pages, meanwhile }), ENGLISH, ["GET /effortlet/locale-de.js"]);
  });
}
