/** Choices, and scales that are no row of numbers, by mouse and by keys. */
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { inEachEngine } from "./support/each-engine.mjs";
import { THANKS, arriveWithCollector, shown } from "./support/stage.mjs";
import { acknowledged, asked, assertQuiet, click, focused, keys, part, press, run, show, tabTo } from "./support/visitor.mjs";

const FIVE = ["No", "Rather not", "So-so", "Rather", "Yes"];
const effort = (look, labels) => ({ id: look, kind: "effort", text: `How easy, in ${look}?`, scale: { points: 5, look, labels } });
const OPTIONS = [{ id: "price", text: "The price" }, { id: "speed", text: "The <b>speed</b>" }];

const QUESTIONS = [
  effort("faces", ["Hard", "Easy"]),
  effort("stars", ["Hard", "Easy"]),
  effort("labels", FIVE),
  { id: "one", kind: "choice", text: "Which?", options: OPTIONS },
  { id: "said", kind: "message", text: "You said {answer.one}." },
  { id: "some", kind: "choice", text: "Which of them?", many: true, options: OPTIONS, other: "Something else" },
];

const KEPT = [
  ["faces", "effort", 5],
  ["stars", "effort", 3],
  ["labels", "effort", 4],
  ["one", "choice", "speed"],
  ["some", "choice", "price"],
  ["some", "choice", "other"],
  ["some", "text", "Curiosity"],
];

const arriving = (t, page) => arriveWithCollector(t, page, { surveys: shown({ id: "own", template: undefined, questions: QUESTIONS }) });
const option = (page, value) => part(page, `[name="option"][value="${value}"]`);

async function assertKept(page, { collector }) {
  await asked(page, THANKS);
  await acknowledged(page);
  const kept = await collector.rows("select question, kind, coalesce(choice, rating, text) given from answer order by position");
  assert.deepEqual(kept.map(Object.values), KEPT);
  await assertQuiet(page);
}

inEachEngine("faces, stars, labels and choices are answered by mouse", async (t, page) => {
  const it = await arriving(t, page);
  await show(page, "own");
  for (const [look, rating] of [["faces", 5], ["stars", 3], ["labels", 4]]) {
    await asked(page, `How easy, in ${look}?`);
    await click(page, await part(page, `[name="rating"][value="${rating}"]`));
  }
  await asked(page, "Which?");
  await click(page, await option(page, 1));
  await asked(page, "You said The <b>speed</b>.");
  await press(page, "Next");
  await asked(page, "Which of them?");
  await click(page, await option(page, 0));
  await click(page, await option(page, 2));
  assert.equal(await focused(page), "Something else");
  await keys(page, "Curiosity");
  await press(page, "Next");
  await assertKept(page, it);
});

inEachEngine("faces, stars, labels and choices are answered by keys", async (t, page) => {
  const it = await arriving(t, page);
  await show(page, "own");
  for (const [look, first, rating] of [["faces", "1 of 5, Hard", 5], ["stars", "1 of 5, Hard", 3], ["labels", "1 of 5, No", 4]]) {
    await asked(page, `How easy, in ${look}?`);
    await tabTo(page, first);
    for (let at = 1; at < rating; at += 1) await keys(page, Key.ARROW_RIGHT);
    await asked(page, `How easy, in ${look}?`);
    await keys(page, Key.ENTER);
  }
  await asked(page, "Which?");
  await keys(page, Key.TAB, Key.ARROW_DOWN);
  await asked(page, "Which?");
  await keys(page, Key.ENTER);
  await asked(page, "You said The <b>speed</b>.");
  await tabTo(page, "Next");
  await keys(page, Key.ENTER);
  await asked(page, "Which of them?");
  await keys(page, Key.TAB, " ", Key.TAB, Key.TAB, " ", Key.TAB);
  assert.equal(await focused(page), "Something else");
  await keys(page, "Curiosity", Key.ENTER);
  await assertKept(page, it);
});

inEachEngine("a key that ends what an input method proposes neither sends nor closes", async (t, page) => {
  await arriving(t, page);
  await show(page, "own");
  await asked(page, QUESTIONS[0].text);
  for (const key of ["Enter", "Escape"]) {
    for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
      await run(page, (init) => {
        const input = window.nudge.find("input");
        input.checked = true;
        input.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, composed: true, ...init }));
      }, { key, ...composing });
      assert.equal(await run(page, () => window.nudge.title), QUESTIONS[0].text, JSON.stringify([key, composing]));
    }
  }
  await assertQuiet(page);
});
