/** What was answered, and what is known of the page, in later texts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, nudge, open, said } from "./support/visitor.mjs";

const press = (page, name) => nudge(page).getByRole("button", { name, exact: true }).click();

/** A visitor who is being asked these questions, on a page in this language. */
async function begin(t, questions, { lang = "en", ...more } = {}) {
  const survey = { id: "own", questions, triggers: { event: { name: "go" } }, frequency: { preset: "none" }, ...more };
  const { tabAt } = await stageWithoutCollector(t, {
    definition: definition(survey, { endpoint: undefined }),
    pages: { "/": pageWith({ lang }) },
    settings: { locale: "en-GB" },
  });
  const { page, seen } = await tabAt();
  await open(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  return { page, seen };
}

const FOUND = { id: "found", kind: "yesNo", text: { ru: "Нашли?", de: "Gefunden?" } };
const SURE = { id: "sure", kind: "yesNo", text: { ru: "{answer.found}, точно?", de: "{answer.found}, sicher?" } };

for (const { lang, speaks, yes, no } of [
  { lang: "ru-RU", speaks: "ru", yes: "Да", no: "Нет" },
  { lang: "de", speaks: "de", yes: "Ja", no: "Nein" },
  // The survey has no French, and the words that were loaded have no Russian.
  { lang: "fr", speaks: "ru", yes: "Yes", no: "No" },
]) {
  test(`on a page in ${lang} yes and no come into later texts as they stood on their buttons`, async (t) => {
    const { page, seen } = await begin(t, [FOUND, SURE], { lang, thanks: "{answer.found}|{answer.sure}" });
    const text = ({ text }, said) => text[speaks].replace("{answer.found}", said);
    await asked(page, text(FOUND));
    await press(page, yes);
    await asked(page, text(SURE, yes));
    await nudge(page).locator(".back").click();
    assert.equal(await nudge(page).getByRole("button", { name: yes, pressed: true }).count(), 1);
    await press(page, no);
    await asked(page, text(SURE, no));
    await press(page, yes);
    await asked(page, `${no}|${yes}`);
    assert.deepEqual(said(seen), []);
  });
}

test("ratings, options and words come into later texts, and are never markup", async (t) => {
  const questions = [
    { id: "effort", kind: "effort", text: "How easy?", scale: { points: 5 } },
    { id: "by", kind: "choice", text: "{answer.effort} of 5. By what?", many: true, options: [{ id: "a", text: "<b>A</b>" }, { id: "b", text: "{organization}" }] },
    { id: "words", kind: "text", text: "{answer.by}: how?" },
  ];
  const { page, seen } = await begin(t, questions, { thanks: "“{answer.words}”, thank you" });
  await nudge(page).locator("label").last().click();
  await asked(page, "5 of 5. By what?");
  for (const name of ["<b>A</b>", "Acme"]) await nudge(page).getByRole("checkbox", { name }).check();
  await press(page, "Next");
  await asked(page, "<b>A</b>, Acme: how?");
  await nudge(page).getByRole("textbox").fill("<img src=x onerror=alert(1)> {answer.effort}");
  await press(page, "Send");
  await asked(page, "“<img src=x onerror=alert(1)> {answer.effort}”, thank you");
  assert.equal(await nudge(page).locator("img,b").count(), 0);
  assert.deepEqual(said(seen), []);
});

const SITE = '<meta property="og:site_name" content="Acme Help">';
const shared = (title) => `<meta property="og:title" content="${title}">`;

for (const { is, head = "", body = "", title = "Refunds | Acme Help", expected } of [
  { is: "told to those who share it", head: shared(" Get a\n refund ¶"), body: "<h1>Heading</h1>", expected: "Get a refund" },
  { is: "told with the site's name", head: SITE + shared("Get a refund – Acme Help"), expected: "Get a refund" },
  { is: "its only heading, as it is heard", body: '<h1><svg><title>Icon</title></svg>Get  a <i>refund</i><a hidden>#</a><a>¶</a></h1><h2>More</h2>', expected: "Get a refund" },
  { is: "its title where it has several headings", head: SITE, body: "<h1>Acme</h1><h1>Refunds</h1>", expected: "Refunds" },
  { is: "its title where its heading has no words", head: SITE, body: "<h1><img alt=''></h1>", expected: "Refunds" },
  { is: "all of its title where it does not say the site's name", expected: "Refunds | Acme Help" },
  { is: "all of its title where that is no more than the site's name", head: SITE, title: "Acme Help", expected: "Acme Help" },
  { is: "all of its title where no mark stands before the site's name", head: SITE, title: "Get Acme Help", expected: "Get Acme Help" },
  { is: "nothing where it has none", title: "", expected: "…" },
  { is: "cut where it is too long", head: shared("😀".repeat(200)), expected: `${"😀".repeat(119)}…` },
  { is: "never markup", head: shared("<b onclick=alert(1)>{answer.title}</b> {organization}"), expected: "<b onclick=alert(1)>{answer.title}</b> {organization}" },
]) {
  test(`what a page is called: ${is}`, async (t) => {
    const { page, seen } = await beginOn(t, { head, body, title });
    await page.evaluate(() => window.effortlet("track", "go"));
    await asked(page, `How easy was “${expected}”?`);
    assert.equal(await nudge(page).locator("b").count(), 0);
    assert.deepEqual(said(seen), []);
  });
}

const EASY = { id: "effort", kind: "effort", text: "How easy was “{article.title}”?", scale: { points: 5 } };

/** A visitor of a page with this in its head and its body. */
async function beginOn(t, { head, body, title }) {
  const survey = { id: "own", questions: [EASY], thanks: "{article.title}, thank you", triggers: { event: { name: "go" } }, frequency: { preset: "none" } };
  const html = pageWith({ body }).replace("<title>Help</title>", `<title>${title}</title>${head}`);
  const { tabAt } = await stageWithoutCollector(t, { definition: definition(survey, { endpoint: undefined }), pages: { "/": html, "/next": html } });
  const { page, seen } = await tabAt();
  await open(page);
  return { page, seen };
}

test("an app that leads on and leaves what was told is not believed, and a nudge keeps the title it appeared with", async (t) => {
  const { page, seen } = await beginOn(t, { head: shared("First"), body: "<h1>One</h1>", title: "" });
  const turn = (path, heading, told) =>
    page.evaluate(
      ([path, heading, told]) => {
        history.pushState({}, "", path);
        document.querySelector("h1").textContent = heading;
        if (told) document.querySelector("meta[property]").content = told;
      },
      [path, heading, told],
    );
  await turn("/next", "Two");
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, "How easy was “Two”?");
  await turn("/last", "Three", "Third");
  await nudge(page).locator("label").last().click();
  await asked(page, "Two, thank you");
  await nudge(page).getByRole("button", { name: "Close" }).click();
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, "How easy was “Third”?");
  assert.deepEqual(said(seen), []);
});
