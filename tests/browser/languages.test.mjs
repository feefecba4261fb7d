import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, nudge, open, said } from "./support/visitor.mjs";

const ENGLISH = ["Did you find the information you needed?", "Yes", /^To what extent do you agree/];
const ROMANIAN = ["Ai găsit informația de care aveai nevoie?", "Da", /^În ce măsură ești de acord/];

/** A visitor whose browser speaks German is asked on a page in `lang`. */
async function begin(t, { lang = "de", more, pages } = {}) {
  const { tabAt } = await stageWithoutCollector(t, {
    definition: definition(survey({ event: { name: "go" } }), { endpoint: undefined, ...more }),
    pages: { "/": pageWith({ lang }), ...pages },
    settings: { locale: "de-DE" },
  });
  const { page, seen } = await tabAt();
  await open(page);
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

test("a page in German is asked in English, and no other language is asked for", async (t) => {
  await speaks(await begin(t), ENGLISH, []);
});

test("a page in Romanian is asked in Romanian", async (t) => {
  await speaks(await begin(t, { lang: "ro-MD" }), ROMANIAN, ["GET /effortlet/locale-ro.js"]);
});

test("a page in German is asked in the language that the definition falls back to", async (t) => {
  await speaks(await begin(t, { more: { defaultLocale: "RO" } }), ROMANIAN, ["GET /effortlet/locale-ro.js"]);
});

test("a language that cannot be loaded gives way to English", async (t) => {
  const pages = { "/effortlet/locale-ro.js": (request, reply) => reply.writeHead(503).end() };
  await speaks(await begin(t, { lang: "ro", pages }), ENGLISH, ["GET /effortlet/locale-ro.js"]);
});
