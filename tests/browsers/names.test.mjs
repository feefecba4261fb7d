/** What assistive technology is told: an announcement, and a name and a role for each control. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inEachEngine } from "./support/each-engine.mjs";
import { FOUND, HELPED, IMPROVE, THANKS, arrive, shown } from "./support/stage.mjs";
import { asked, assertQuiet, button, click, noted, part, point, press, rests, run, show, until } from "./support/visitor.mjs";

const nameAndRole = async (element) => [await element.getAccessibleName(), await element.getAriaRole()];

/** The names of the points from the lowest on. */
const named = (count, of, low, high) =>
  Array.from({ length: count }, (_, index) => `${index + 1} ${of} ${count}${index === 0 ? `, ${low}` : index === count - 1 ? `, ${high}` : ""}`);

inEachEngine("a survey is announced once, by a region that stood empty, and never again", async (t, page) => {
  await arrive(t, page);
  await show(page);
  await asked(page, FOUND);
  await until(page, "expected an announcement", () => window.noted.live.length > 1);
  await press(page, "Yes");
  await asked(page, HELPED);
  await click(page, await point(page, 6));
  await asked(page, IMPROVE);
  await press(page, "Skip");
  await asked(page, THANKS);
  assert.deepEqual((await noted(page)).live, ["mounted: ", `Feedback: ${FOUND}`]);
  await assertQuiet(page);
});

const SCALES = [
  { points: 5, lang: "en", labels: ["Very difficult", "Very easy"], of: "of" },
  { points: 7, lang: "ro", labels: ["Foarte greu", "Foarte ușor"], of: "din" },
  { points: 10, lang: "ru", labels: ["Очень трудно", "Очень легко"], of: "из" },
];

for (const { points, lang, labels, of } of SCALES) {
  inEachEngine(`a scale of ${points} in ${lang} is a radio group named by its question, its points by what they mean`, async (t, page) => {
    const question = { id: "effort", kind: "effort", text: "How easy was it?", scale: { points, labels } };
    await arrive(t, page, { surveys: shown({ template: undefined, questions: [question] }), lang });
    await show(page);
    await asked(page, question.text);
    assert.deepEqual(await nameAndRole(await part(page, "[role=radiogroup]")), [question.text, "radiogroup"]);
    const radios = await run(page, () => window.nudge.all("[role=radiogroup] input"));
    const found = [];
    for (const radio of radios) found.push(await nameAndRole(radio));
    assert.deepEqual(found, named(points, of, ...labels).map((name) => [name, "radio"]));
  });
}

const LANGUAGES = ["en", "ro", "ru", "de", "fr", "es", "pt", "it", "pl", "uk", "ar", "he"];
const QUESTION = "How easy was it to solve your problem?";

/** A language's own words, and how it says what the template says in English. */
function wordsOf(lang) {
  const words = JSON.parse(readFileSync(new URL(`../../src/locale/${lang}.json`, import.meta.url), "utf8"));
  return { of: words.of, says: (text) => words.templates?.[text] ?? text };
}

inEachEngine("in each language the points of a template's scale carry their meaning", async (t, page) => {
  await arrive(t, page);
  for (const lang of LANGUAGES) {
    const { of, says } = wordsOf(lang);
    await page.executeAsyncScript(
      (definition, locale, done) => window.effortlet("start", definition, { locale }).then(done),
      { version: 1, surveys: [shown({ id: "resolution", template: "resolution" })] },
      lang,
    );
    await show(page, "resolution");
    await asked(page, says(QUESTION));
    const [first, last] = [await part(page, "[value='1']"), await part(page, "[value='7']")];
    const names = [await first.getAccessibleName(), await last.getAccessibleName()];
    assert.deepEqual(names, [`1 ${of} 7, ${says("Very difficult")}`, `7 ${of} 7, ${says("Very easy")}`]);
    assert.equal(await (await part(page, "[role=radiogroup]")).getAccessibleName(), says(QUESTION));
  }
  await assertQuiet(page);
});

inEachEngine("the nudge is a named region, and its controls say what they do", async (t, page) => {
  await arrive(t, page);
  await show(page);
  await asked(page, FOUND);
  assert.deepEqual(await nameAndRole(await part(page, "section")), ["Feedback", "region"]);
  assert.deepEqual(await nameAndRole(await part(page, "[role=group]")), [FOUND, "group"]);
  for (const name of ["Yes", "No", "Close"]) assert.deepEqual(await nameAndRole(await button(page, name)), [name, "button"]);
  await press(page, "No");
  await rests(page);
  const field = await part(page, "textarea");
  assert.deepEqual(await nameAndRole(field), ["What were you looking for?", "textbox"]);
});
