/**
 * Every kind of screen that a visitor meets, in English and in Arabic: each is asked by an event of
 * its own name.
 */
import { definition, pageWith } from "./definitions.mjs";
import { nudge } from "./visitor.mjs";

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

const press = (selector) => (card) => card.locator(selector).first().click();
/** A press on a point would answer; keys only choose. */
const choose = (nth) => async (card) => {
  await card.locator("input").nth(nth).focus();
  await card.page().keyboard.press("Space");
};
const goBack = (answer) => async (card) => {
  await answer(card);
  await press(".back")(card);
  await card.locator(".back").waitFor({ state: "detached" });
};

/** By the name of the event: the questions, and what is done to the first to get to the screen. */
const SCREENS = {
  "yes or no": [[YES_NO]],
  "yes or no, answered before": [[YES_NO, TEXT], goBack(press("button"))],
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
  "text, nothing written": [[TEXT], async (card) => {
    await press(".send")(card);
    await card.locator("#mistake").waitFor();
  }],
  "optional, with a way back": [[YES_NO, { ...TEXT, optional: true }], async (card) => {
    await press("button")(card);
    await card.locator("textarea").waitFor();
  }],
  thanks: [[YES_NO], async (card) => {
    await press("button")(card);
    await card.locator("button").nth(1).waitFor({ state: "detached" });
  }],
};

/** The names of all screens. */
export const NAMES = Object.keys(SCREENS);

/** Of all screens. */
export const SURVEYS = definition(
  NAMES.map((name, index) => ({
    id: `s${index}`,
    questions: SCREENS[name][0].map((question, place) => ({ id: `q${place}`, ...question })),
    triggers: { event: { name } },
    frequency: { preset: "none" },
  })),
  { endpoint: undefined },
);

/** Brings a screen up, on a page whose clock runs or stands. */
export async function bringUp(page, name) {
  await page.evaluate((name) => window.effortlet("track", name), name);
  const card = nudge(page);
  await card.getByRole("heading").waitFor();
  await SCREENS[name][1]?.(card);
  return card;
}

/** Takes it away again. */
export async function takeAway(page) {
  await nudge(page).locator(".close").click();
  await page.locator("effortlet-nudge").waitFor({ state: "detached" });
}

/** A page of a help center that is itself accessible, in English or in Arabic. */
export const accessiblePage = (lang, scheme = "light dark") =>
  pageWith({
    lang,
    body: `<style>:root { color-scheme: ${scheme}; } body { margin: 24px; font: 16px/1.5 sans-serif; background: Canvas; }</style>
<header><a href="#main">Acme</a></header>
<main id="main"><h1>Help</h1><p>How to get money back.</p><form><label>Search <input></label> <button>Go</button></form></main>`,
  }).replace("<html", lang === "ar" ? '<html dir="rtl"' : "<html");
