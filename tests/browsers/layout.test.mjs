/** Where the nudge stands: never in the way of the page's layout, within the window, in reach. */
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { inEachEngine } from "./support/each-engine.mjs";
import { FOUND, HELPED, THANKS, arrive, openInFrame, shown } from "./support/stage.mjs";
import { asked, assertQuiet, gone, keys, part, press, rests, run, show, tabTo, turnWheel, until } from "./support/visitor.mjs";

const HOST = `<header style="position: sticky; top: 0">Acme</header><h1>Refunds</h1>
<main style="display: grid; grid-template-columns: 1fr 2fr">
<nav><a href="#a">One</a> <a href="#b">Two</a></nav><article><p>Text</p><button>Plans</button></article>
</main>
<div style="height: 3000px"></div><footer style="position: fixed; bottom: 0; width: 100%"><a href="#c">Imprint</a></footer>
<script>
window.scrolls = 0;
addEventListener("scroll", () => (scrolls += 1), true);
</script>`;

/** Where each of the page's own elements is, and how far what is scrolled. */
const measured = (page) =>
  run(page, () => ({
    sides: [...document.querySelectorAll("body, body > :not(effortlet-nudge), main *")].map((it) => [it.localName, window.sides(it)]),
    scrolled: [scrollX, scrollY],
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight, document.documentElement.clientWidth],
  }));

inEachEngine("nothing of the page moves and nothing scrolls while the nudge comes, asks and goes", async (t, page) => {
  await arrive(t, page, { body: HOST });
  await run(page, () => scrollTo(0, 700));
  await until(page, "expected a scroll", () => window.scrolls > 0 && scrollY === 700);
  // What comes before the nudge in the order of Tab, and is in view.
  await run(page, () => document.querySelector("footer a").focus({ preventScroll: true }));
  const before = await measured(page);
  await run(page, () => (window.scrolls = 0));
  await show(page);
  await asked(page, FOUND);
  await rests(page);
  assert.deepEqual(await measured(page), before);
  await tabTo(page, "Yes");
  await keys(page, Key.ENTER);
  await asked(page, HELPED);
  assert.deepEqual(await measured(page), before);
  await press(page, "Close");
  await gone(page);
  assert.deepEqual(await measured(page), before);
  await assertQuiet(page);
});

const ARABIC = {
  text: { ar: "إلى أي مدى كان العثور على المعلومات سهلاً؟" },
  labels: [{ ar: "صعب جدًا" }, { ar: "سهل جدًا" }],
};

inEachEngine("a question in Arabic is asked from right to left, the scale's first point at the right", async (t, page) => {
  const question = { id: "effort", kind: "effort", text: ARABIC.text, scale: { points: 7, labels: ARABIC.labels } };
  await arrive(t, page, { surveys: shown({ template: undefined, questions: [question] }), lang: "ar" });
  await show(page);
  await asked(page, ARABIC.text.ar);
  await rests(page);
  const it = await run(page, () => ({
    dir: window.nudge.card.dir,
    direction: getComputedStyle(window.nudge.card).direction,
    card: window.sides(window.nudge.card),
    points: window.nudge.all("label").map(window.sides),
    ends: window.nudge.all(".ends span").map(window.sides),
    width: innerWidth,
  }));
  assert.deepEqual([it.dir, it.direction], ["rtl", "rtl"]);
  assert.equal(it.points.length, 7);
  for (const [index, { right }] of it.points.entries()) {
    if (index > 0) assert.ok(right < it.points[index - 1].left, `point ${index + 1} is left of the one before`);
  }
  assert.ok(it.ends[0].left > it.ends[1].right);
  assert.ok(it.card.left < it.width - it.card.right, "the card is in the other corner");
});

/** Points of a scale, the width of the window, and the least that a point measures, in CSS pixels. */
const TARGETS = [
  [5, 1000, 44],
  [7, 1000, 44],
  [10, 1000, 24],
  [5, 320, 44],
  [7, 320, 24],
  [10, 320, 24],
];

inEachEngine("each control measures 24 pixels at the least, and the points of a scale 44 where they fit", async (t, page) => {
  const effort = (points) => ({ id: "effort", kind: "effort", text: "How easy was it?", optional: true, scale: { points, labels: ["Hard", "Easy"] } });
  const surveys = [5, 7, 10].map((points) => shown({ id: `of-${points}`, template: undefined, questions: [effort(points)] }));
  const host = await arrive(t, page, { surveys });
  for (const [points, width, least] of TARGETS) {
    if (width < 1000) await openInFrame(page, host, { width, height: 600 });
    assert.equal(await run(page, () => innerWidth), width);
    await show(page, `of-${points}`);
    await asked(page, "How easy was it?");
    await rests(page);
    const { controls, scale, card } = await run(page, () => {
      const size = (it) => ({ what: it.textContent, width: it.offsetWidth, height: it.offsetHeight });
      const laid = (it) => it.offsetWidth > 0;
      return {
        controls: window.nudge.all("button, textarea, label, input").filter(laid).map(size),
        scale: window.nudge.all("label").map(size),
        card: window.sides(window.nudge.card),
      };
    });
    const what = `${points} points at ${width}`;
    assert.ok(controls.length >= points * 2 + 3, `${what}: ${controls.length} controls`);
    for (const it of controls) assert.ok(it.width >= 24 && it.height >= 24, `${what}: ${JSON.stringify(it)}`);
    for (const it of scale) assert.ok(it.width >= least && it.height >= 44, `${what}: ${JSON.stringify(it)}`);
    assert.ok(card.left >= 0 && card.right <= width, `${what}: ${JSON.stringify(card)}`);
    await press(page, "Close");
    await gone(page);
  }
});

const ENDS = ["Außerordentlichanstrengend", "Außerordentlichunkompliziert"];

inEachEngine("long words at the ends of a scale stay within a narrow window", async (t, page) => {
  const question = { id: "effort", kind: "effort", text: "How easy was it?", scale: { points: 7, labels: ENDS } };
  const host = await arrive(t, page, { surveys: shown({ template: undefined, questions: [question] }) });
  await openInFrame(page, host, { width: 360, height: 600 });
  await show(page);
  await asked(page, question.text);
  await rests(page);
  const [scrolled, seen, right] = await run(page, () => {
    const { card } = window.nudge;
    return [card.scrollWidth, card.clientWidth, Math.max(...window.nudge.all(".ends span").map((it) => window.sides(it).right))];
  });
  assert.ok(scrolled <= seen && right <= 360 - 16, `${scrolled} of ${seen} pixels, to ${right}`);
});

/** 10,000 characters: many words, and one. */
const LONG = { sentences: "Did you find the information you needed? ".repeat(300).slice(0, 10_000).trim(), "one-word": "w".repeat(10_000) };

/** A page with a survey that asks each of these. */
const arriveAtLong = (t, page) =>
  arrive(t, page, {
    surveys: Object.entries(LONG).map(([id, text]) => shown({ id, template: undefined, questions: [{ id: "found", kind: "yesNo", text }] })),
  });

async function beAskedLong(page, survey) {
  await show(page, survey);
  await asked(page, LONG[survey]);
  await rests(page);
}

/** Whether a press in the middle of a button would hit it. */
const inReach = (page, name) =>
  run(page, (name) => {
    const it = window.nudge.button(name);
    return window.nudge.root.elementFromPoint(...window.middle(it)) === it;
  }, name);

/** The answer is pressed, which ends the survey. */
async function finish(page) {
  assert.ok(await inReach(page, "Yes"));
  await press(page, "Yes");
  await asked(page, THANKS);
  await press(page, "Close");
  await gone(page);
}

inEachEngine("a question of 10,000 characters stays within the window, and Tab brings its answers into reach", async (t, page) => {
  await arriveAtLong(t, page);
  for (const survey of Object.keys(LONG)) {
    await beAskedLong(page, survey);
    const { card, wide, high, page: whole, seen } = await run(page, () => {
      const { card } = window.nudge;
      return {
        card: window.sides(card),
        wide: [card.scrollWidth, card.clientWidth],
        high: [card.scrollHeight, card.clientHeight],
        page: document.documentElement.scrollWidth,
        seen: [innerWidth, innerHeight],
      };
    });
    assert.ok(card.left >= 0 && card.top >= 0 && card.right <= seen[0] && card.bottom <= seen[1], `${survey}: ${JSON.stringify(card)}`);
    assert.equal(wide[0], wide[1], `${survey}: nothing is cut off at the side`);
    assert.ok(high[0] > high[1], `${survey}: it scrolls`);
    assert.ok(whole <= seen[0], `${survey}: the page does not scroll sideways`);
    assert.equal(await inReach(page, "Yes"), false, `${survey}: its answers are further down`);
    await tabTo(page, "Yes");
    await finish(page);
  }
  await assertQuiet(page);
});

inEachEngine(
  "a question of 10,000 characters is scrolled by the wheel to its answers",
  async (t, page) => {
    await arriveAtLong(t, page);
    for (const survey of Object.keys(LONG)) {
      await beAskedLong(page, survey);
      // Firefox takes a long turn for a page's length, or for all of it, as the machine is.
      const turn = async () => turnWheel(page, await part(page, "section"), 100_000);
      await page.wait(async () => (await turn(), inReach(page, "Yes")), 10_000, `${survey}: expected its answers in reach`, 20);
      await finish(page);
    }
  },
  { webkit: "WebKitGTK's driver takes a turn of the wheel back at the next action, or refuses that action" },
);
