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
