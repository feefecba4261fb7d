/** A whole survey is answered, by mouse and by keyboard alone, and arrives at the collector. */
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { inEachEngine } from "./support/each-engine.mjs";
import { answerAll } from "./support/interview.mjs";
import { FOUND, HELPED, IMPROVE, THANKS, arrive, arriveWithCollector, hostOf, openInFrame, shown } from "./support/stage.mjs";
import { acknowledged, asked, assertQuiet, button, focused, gone, keys, noted, part, point, press, rests, run, show, tabTo } from "./support/visitor.mjs";

const BODY = `<h1>Refunds</h1>
<p><a href="#below">Below</a> <button id="first">Plans</button> <button id="second">Plans</button></p>`;

const COMPLETE = [
  { question: "found", choice: "yes", rating: null, points: null, easy_is: null, text: null },
  { question: "effort", choice: null, rating: 6, points: 7, easy_is: "high", text: null },
  { question: "improve", choice: null, rating: null, points: null, easy_is: null, text: "Shorter words" },
];

/** Asserts what has become of an answered survey, at the collector and on the page. */
async function assertComplete(page, { host, collector }) {
  await acknowledged(page);
  const answers = await collector.rows("select question, choice, rating, points, easy_is, text from answer order by response, position");
  assert.deepEqual(answers, COMPLETE);
  const responses = await collector.rows("select id, rev, state, survey, trigger, locale, page_url from response");
  const { events } = await noted(page);
  const { id, ...rest } = responses[0];
  assert.deepEqual([rest, responses.length], [
    { rev: 3, state: "complete", survey: "help-center", trigger: "show", locale: "en", page_url: host.url("/") },
    1,
  ]);
  assert.deepEqual(events.map(({ name }) => name), ["shown", "answered", "answered", "answered", "completed"]);
  assert.ok(events.every(({ response }) => response === id));
  await assertQuiet(page);
}

inEachEngine("who found it rates, says more and is thanked, by mouse", async (t, page) => {
  const it = await arriveWithCollector(t, page, { body: BODY });
  await show(page);
  await answerAll(page);
  await assertComplete(page, it);
  await press(page, "Close");
  await gone(page);
});

inEachEngine("who found it rates, says more and is thanked, by keyboard alone", async (t, page) => {
  const it = await arriveWithCollector(t, page, { body: BODY });
  await run(page, () => document.getElementById("second").focus());
  await show(page);
  await asked(page, FOUND);
  assert.equal(await focused(page), "Plans");
  await tabTo(page, "Yes");
  await keys(page, " ");
  await asked(page, HELPED);
  await acknowledged(page);
  const before = it.host.posts.length;
  await tabTo(page, "1 of 7, Strongly disagree");
  await keys(page, " ");
  for (let rating = 2; rating <= 6; rating += 1) {
    await keys(page, Key.ARROW_RIGHT);
    assert.equal(await focused(page), `${rating} of 7`);
  }
  await acknowledged(page);
  assert.equal(it.host.posts.length, before, "arrows and Space only choose");
  await asked(page, HELPED);
  await keys(page, Key.ENTER);
  await asked(page, IMPROVE);
  await tabTo(page, "textarea");
  await keys(page, "Shorter words");
  await tabTo(page, "Send");
  await keys(page, Key.ENTER);
  await asked(page, THANKS);
  await assertComplete(page, it);
  await keys(page, Key.ESCAPE);
  await gone(page);
  assert.equal(await run(page, () => document.activeElement.id), "second");
});

const TWICE = ["How easy was the first?", "How easy was the other?", "How easy was the third?"];
const scaled = (text, index) => ({ id: `of-${index}`, kind: "effort", text, optional: true, scale: { points: 7, labels: ["Hard", "Easy"] } });

/** Longer than a double click takes anywhere. */
const SLOW = 1_000;

/** As clicks that a browser counts, each on what stands there by then. */
const clicks = (page, selector, counts) =>
  run(page, (selector, counts) => {
    for (const detail of counts) {
      window.nudge.find(selector).dispatchEvent(new MouseEvent("click", { detail, bubbles: true, composed: true, cancelable: true }));
    }
  }, selector, counts);

inEachEngine("a double click answers once, and nothing that was not there when it began", async (t, page, engine) => {
  await arrive(t, page, { surveys: shown({ id: "twice", template: undefined, questions: TWICE.map(scaled), frequency: { preset: "none" } }) });
  // WebKitGTK counts when it comes to a click: where the machine is busy the second is one by itself.
  const twice = async (selector, origin) =>
    engine === "webkit" ? clicks(page, selector, [1, 2]) : page.actions().move({ origin: await origin() }).pause(SLOW).doubleClick().perform();
  const stays = async (title) => {
    await asked(page, title);
    await rests(page);
    assert.deepEqual(await run(page, () => [window.nudge.title, !!window.nudge.find(":checked")]), [title, false]);
  };
  await show(page, "twice");
  await part(page, "h2");
  await rests(page);
  // The second of a double click whose first has brought the card.
  await clicks(page, "[value='4']", [2]);
  await stays(TWICE[0]);
  await twice("[value='4']", () => point(page, 4));
  await stays(TWICE[1]);
  await twice(".skip", () => button(page, "Skip"));
  await stays(TWICE[2]);
  await press(page, "Back");
  await asked(page, TWICE[1]);
  await page.actions().move({ origin: await point(page, 4) }).click().pause(SLOW).click().perform();
  await asked(page, THANKS);
  await assertQuiet(page);
});

inEachEngine(
  "what a key has chosen is sent by a press of Next, in a narrow window too",
  async (t, page) => {
    const surveys = shown({ id: "twice", template: undefined, questions: TWICE.map(scaled) });
    const host = await hostOf(t, { surveys });
    await openInFrame(page, host, { width: 375, height: 667 });
    await show(page, "twice");
    await asked(page, TWICE[0]);
    await tabTo(page, "1 of 7, Hard");
    await keys(page, " ");
    await press(page, "Next");
    await asked(page, TWICE[1]);
  },
  { webkit: "WebKitGTK at times draws as hidden what `:has(:focus-visible)` matches by then" },
);
