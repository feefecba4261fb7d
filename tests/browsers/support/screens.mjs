/**
 * Every kind of screen that a visitor meets, in English and in Arabic, each by a survey of its own.
 */
import { shown, watched } from "./stage.mjs";
import { gone, keys, part, run, show, until } from "./visitor.mjs";

const ENDS = [{ en: "Very difficult", ar: "صعب جدًا" }, { en: "Very easy", ar: "سهل جدًا" }];
const STEPS = [ENDS[0], { en: "Difficult", ar: "صعب" }, { en: "Neither", ar: "لا هذا ولا ذاك" }, { en: "Easy", ar: "سهل" }, ENDS[1]];
const OPTIONS = [
  { id: "price", text: { en: "The price", ar: "السعر" } },
  { id: "speed", text: { en: "How fast it was", ar: "السرعة" } },
  { id: "words", text: { en: "Words that I could not make anything of", ar: "كلمات لم أفهم منها شيئًا" } },
];
const OTHER = { en: "Something else", ar: "شيء آخر" };

const YES_NO = { kind: "yesNo", text: { en: "Did you find what you came for?", ar: "هل وجدت ما جئت من أجله؟" } };
const EFFORT = { kind: "effort", text: { en: "How easy was it to solve your problem?", ar: "ما مدى سهولة حل مشكلتك؟" } };
const CHOICE = { kind: "choice", text: { en: "What was in your way?", ar: "ما الذي أعاقك؟" }, options: OPTIONS };
const TEXT = { kind: "text", text: { en: "What were you looking for?", ar: "ما الذي كنت تبحث عنه؟" } };
const MESSAGE = { kind: "message", text: { en: "Nearly there: one more question.", ar: "أوشكنا على الانتهاء: سؤال واحد آخر." } };

const scale = (points, more) => ({ ...EFFORT, scale: { points, labels: ENDS, ...more } });

/** The pointer is not what it is about. */
const press = (css) => async (page) => {
  await part(page, css);
  await run(page, (css) => window.nudge.find(css).click(), css);
};
const appears = (css) => (page) => part(page, css);
const vanishes = (css) => (page) => until(page, `expected no ${css}`, (css) => !window.nudge.find(css), css);
const write = (text) => async (page) => {
  await part(page, "textarea");
  await run(page, () => window.nudge.find("textarea").focus());
  await keys(page, text);
};
/** A press on a point would answer; keys only choose. */
const choose = (nth) => async (page) => {
  await part(page, "input");
  await run(page, (nth) => window.nudge.all("input")[nth].focus(), nth);
  await keys(page, " ");
};

/** By name: the questions, then what is done to the first to get to the screen. */
const SCREENS = {
  "yes or no": [[YES_NO]],
  "yes or no, answered before": [[YES_NO, TEXT], press("button"), press(".back"), vanishes(".back")],
  "five numbers": [[scale(5)]],
  "seven numbers": [[scale(7)]],
  "ten numbers, one chosen": [[scale(10)], choose(6)],
  "faces, one chosen": [[scale(5, { look: "faces" })], choose(4)],
  "stars, some chosen": [[scale(5, { look: "stars" })], choose(2)],
  "labels, one chosen": [[scale(5, { look: "labels", labels: STEPS })], choose(3)],
  "one of some, one chosen": [[CHOICE], choose(1)],
  "some of some, something else chosen": [[{ ...CHOICE, many: true, other: OTHER }], press("label:last-child")],
  message: [[MESSAGE, TEXT]],
  text: [[TEXT]],
  "text, as long as it may be": [[{ ...TEXT, limit: 10 }], write("0123456789"), appears("#count")],
  "text, nothing written": [[TEXT], press(".send"), appears("#mistake")],
  "optional, with a way back": [[YES_NO, { ...TEXT, optional: true }], press("button"), appears("textarea")],
  thanks: [[YES_NO], press("button"), vanishes("button:not(.close)")],
  "seven numbers at the top": [[scale(7)]],
  "yes or no in the page": [[YES_NO]],
  "a tab": [[YES_NO]],
  "a tab, pressed": [[scale(7)], press("[part=tab]"), appears(".away [part=tab]")],
};

/** Where those stand that are not in the lower corner. */
const LAYOUTS = {
  "seven numbers at the top": { corner: "topEnd" },
  "yes or no in the page": { inline: { selector: "main" } },
  "a tab": { tab: { label: { en: "Was it easy?", ar: "هل كان الأمر سهلاً؟" } } },
  "a tab, pressed": { tab: {} },
};

/** The names of all screens. */
export const NAMES = Object.keys(SCREENS);

const idOf = (name) => `s${NAMES.indexOf(name)}`;

/** Of all screens. */
export const SURVEYS = NAMES.map((name) => {
  const questions = SCREENS[name][0].map((question, place) => ({ id: `q${place}`, ...question }));
  return shown({ id: idOf(name), template: undefined, questions, layout: LAYOUTS[name] });
});

/** Brings a screen up, and at once to rest. */
export async function bringUp(page, name) {
  const [, ...steps] = SCREENS[name];
  await show(page, idOf(name));
  await part(page, "h2");
  for (const step of steps) await step(page);
  await run(page, () => window.nudge.card.getAnimations().forEach((it) => it.finish()));
}

/** Takes it away again. */
export async function takeAway(page) {
  await run(page, () => window.nudge.find(".close").click());
  await gone(page);
}

/**
 * A page of a help center that is itself accessible, in English or in Arabic; light until it is made
 * dark. Texts have a little room at their ends: Firefox measures them in inexact numbers, and axe
 * says nothing of one that is a thousandth of a pixel wider than its paragraph.
 */
export const accessiblePage = (lang) =>
  watched({
    lang,
    body: `<style>
:root { color-scheme: light; }
:root.dark { color-scheme: dark; }
body { margin: 24px; font: 16px/1.5 sans-serif; background: Canvas; color: CanvasText; }
h1, p { padding-inline: 2px; }
input, button { font: inherit; background: Canvas; color: CanvasText; border: 1px solid; }
</style>
<header><a href="#main" style="color: inherit">Acme</a></header>
<main id="main"><h1>Help</h1><p>How to get money back.</p><form><label>Search <input></label> <button>Go</button></form></main>`,
  }).replace("<html", lang === "ar" ? '<html dir="rtl"' : "<html");
