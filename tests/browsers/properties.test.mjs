/** What a page's style sheet says of the nudge by custom properties, as the browser computes it. */
import assert from "node:assert/strict";
import { inEachEngine } from "./support/each-engine.mjs";
import { arrive, shown } from "./support/stage.mjs";
import { assertQuiet, click, gone, keys, part, press, rests, run, show } from "./support/visitor.mjs";

const RED = "rgb(200, 0, 0)";
const CARD = "section";
const CONTROL = "label span";

/** The property, what the page gives it, the part of the nudge it is about, and what is computed there. */
const PROPERTIES = [
  ["accent", RED, "textarea:focus-visible", "outline-color", RED],
  ["on-accent", RED, ".send", "color", RED],
  ["surface", RED, CARD, "background-color", RED],
  ["ink", RED, CARD, "color", RED],
  ["radius", "3px", CARD, "border-top-left-radius", "3px"],
  ["font", "serif", CARD, "font-family", "serif"],
  ["width", "500px", CARD, "width", "500px"],
  ["inset", "33px", CARD, "bottom", "33px"],
  ["padding", "9px", CARD, "padding-top", "9px"],
  ["gap", "5px", "form", "row-gap", "5px"],
  ["border", "4px solid red", CARD, "border-top-width", "4px"],
  ["shadow", "none", CARD, "box-shadow", "none"],
  ["z-index", "7", CARD, "z-index", "7"],
  ["font-size", "18px", CARD, "font-size", "18px"],
  ["line-height", "2", CARD, "line-height", "30px"],
  ["title-font", "serif", "h2", "font-family", "serif"],
  ["title-size", "22px", "h2", "font-size", "22px"],
  ["title-weight", "400", "h2", "font-weight", "400"],
  ["hint-size", "10px", "#hint", "font-size", "10px"],
  ["soft", RED, "#hint", "color", RED],
  ["mistake", RED, "#mistake", "color", RED],
  ["control-height", "52px", CONTROL, "min-height", "max(24px, 52px)"],
  ["control-height", "10px", CONTROL, "min-height", "max(24px, 10px)"],
  ["control-surface", RED, CONTROL, "background-color", RED],
  ["control-border", RED, CONTROL, "border-top-color", RED],
  ["control-radius", "1px", CONTROL, "border-top-left-radius", "1px"],
  ["control-weight", "400", ".send", "font-weight", "400"],
  ["text-size", "20px", "textarea", "font-size", "20px"],
  ["text-size", "9px", "textarea", "font-size", "16px"],
  ["focus", RED, "textarea:focus-visible", "outline-color", RED],
  ["focus-width", "5px", "textarea:focus-visible", "outline-width", "5px"],
  ["picture-size", "40px", "svg", "width", "40px"],
  ["tab-surface", RED, CARD, "background-color", RED],
  ["tab-ink", RED, CARD, "color", RED],
];

const TEXT = { id: "words", kind: "text", text: "What could be better?", optional: true };
const SURVEYS = [
  shown({ id: "text", template: undefined, questions: [TEXT] }),
  shown({ id: "needed", template: undefined, questions: [{ ...TEXT, optional: false }] }),
  shown({ id: "scale", template: undefined, questions: [{ id: "effort", kind: "effort", text: "How easy?" }] }),
  shown({ id: "faces", template: undefined, questions: [{ id: "effort", kind: "effort", text: "How easy?", scale: { look: "faces" } }] }),
  shown({ id: "tab", layout: { tab: {} } }),
];

/** Which survey has such a part. */
const surveyOf = (property, css) => (property.startsWith("tab-") ? "tab" : css === "svg" ? "faces" : css === CONTROL ? "scale" : css === "#mistake" ? "needed" : "text");

/** What a nudge's part is computed to be, with one property or without. */
const computed = (page, [property, value, css, of], given) =>
  run(
    page,
    (name, value, css, of) => {
      document.documentElement.style.setProperty(name, value);
      const found = getComputedStyle(window.nudge.find(css)).getPropertyValue(of);
      document.documentElement.style.removeProperty(name);
      return found;
    },
    `--effortlet-${property}`,
    given ? value : "",
    css,
    of,
  );

inEachEngine("each custom property of the page's own style sheet is worn, and nothing without it", async (t, page) => {
  await arrive(t, page, { surveys: SURVEYS });
  for (const { id: survey } of SURVEYS) {
    await show(page, survey);
    await rests(page);
    if (survey === "text") await click(page, await part(page, "textarea"));
    if (survey === "needed") {
      await press(page, "Send");
      await part(page, "#mistake");
    }
    for (const row of PROPERTIES.filter(([property, , css]) => surveyOf(property, css) === survey)) {
      const [property, value, css, of, expected] = row;
      const [own, themed] = [await computed(page, row, false), await computed(page, row, true)];
      const resolved = expected.startsWith("max(") && !themed.startsWith("max(") ? `${Math.max(24, parseFloat(value))}px` : expected;
      assert.equal(themed, resolved, `${property}: ${value} on ${css}`);
      if (value !== "9px" || of !== "font-size") assert.notEqual(own, themed, `${property} on ${css}: ${of}`);
    }
    await run(page, () => window.nudge.find(".close").click());
    await gone(page);
  }
  await assertQuiet(page);
});

inEachEngine("the characters of a text are counted when they come near to the most it may have", async (t, page) => {
  await arrive(t, page, { surveys: [shown({ template: undefined, questions: [{ ...TEXT, limit: 10 }] })] });
  await show(page);
  await rests(page);
  const field = await part(page, "textarea");
  await click(page, field);
  const counted = () => run(page, () => window.nudge.find("#count")?.textContent);
  await keys(page, "1234567");
  assert.equal(await counted(), null);
  await keys(page, "8");
  assert.equal(await counted(), "8 / 10");
  assert.match(await run(page, () => window.nudge.find("textarea").getAttribute("aria-describedby")), /\bcount\b/);
  await keys(page, "9012");
  assert.equal(await counted(), "10 / 10");
  assert.deepEqual((await run(page, () => window.noted.live)).slice(-3), ["8 / 10", "9 / 10", "10 / 10"]);
  await keys(page, "\uE003", "\uE003", "\uE003");
  assert.equal(await counted(), "");
  await assertQuiet(page);
});
