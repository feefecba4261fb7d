/** `loader/findings.js`: what holds a survey back, as a team reads it. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { describe } from "../../loader/findings.js";

const NEVER = 2 ** 63;
const [FALSE, UNKNOWN, TRUE] = [0, 1, 2];
const [UNKNOWN_AUDIENCE, AUDIENCE, TRIGGERS] = [2, 3, 4];
const GO = { event: { name: "go" } };

/** `found` of each trigger, then of each condition: what is known of it, and what was found. */
function hold(number, { triggers = GO, audience, moments = [[TRUE, 1]], conditions = [], until = NEVER } = {}) {
  return describe({ survey: "help-center", hold: number, until, triggers, audience }, [...moments], [...conditions]).hold;
}

/** By their numbers in `src/output.rs`. */
const HOLDS = [
  [0, undefined],
  [1, "a nudge is on display on this page; wait until it is gone"],
  [UNKNOWN_AUDIENCE, 'audience: only where the page says yes to "open" (not known)'],
  [AUDIENCE, 'audience: only where the page says yes to "open" (found no)'],
  [TRIGGERS, 'triggers: waiting for the event "go"'],
  [5, "frequency: a first visit is left alone for its first 10 seconds"],
  [6, "frequency: a survey was shown before, and the rule on shown keeps quiet"],
  [7, "frequency: it was answered before, and the rule on answered keeps quiet"],
  [8, "frequency: it was answered in part before, and the rule on partial keeps quiet"],
  [9, "frequency: it was closed without an answer before, and the rule on dismissed keeps quiet"],
  [10, "frequency: it was shown and not touched before, and the rule on ignored keeps quiet"],
  [11, "frequency: it was put off before, and the rule on snoozed keeps quiet"],
  [12, "triggers: they came while something else held it back, such as a nudge in another tab; bring them about again"],
  [13, "triggers: they have come; wait for their delay"],
  [14, "manners: a dialog or a popover is open; close it"],
  [15, "manners: something fills the screen; leave it"],
  [16, "manners: the visitor typed in the last 3 seconds; wait"],
  [17, "manners: words are selected; click elsewhere"],
  [18, "manners: a video is playing with its sound on; pause it"],
  [19, "manners: a field of a touch screen has the focus, and its keyboard is open; leave the field"],
  [20, "triggers: they have come, and it is put off to the next page; open another one"],
];

for (const [number, words] of HOLDS) {
  test(`hold ${number} is said: ${words}`, () => {
    const audience = { condition: { name: "open" } };
    const conditions = [[number === UNKNOWN_AUDIENCE ? UNKNOWN : FALSE, number === AUDIENCE ? "false" : ""]];
    assert.equal(hold(number, { audience, conditions, moments: [[FALSE, 0]], until: 0 }), words);
  });
}

test("every hold of the engine has words", () => {
  const output = readFileSync(new URL("../../src/output/asked.rs", import.meta.url), "utf8");
  const [place] = /fn place\([\s\S]*?\n}\n/.exec(output);
  const rules = readFileSync(new URL("../../crates/effortlet-core/src/frequency.rs", import.meta.url), "utf8");
  const manners = readFileSync(new URL("../../crates/effortlet-core/src/manners.rs", import.meta.url), "utf8");
  const manyOf = (text) => +/const ALL: \[Self; (\d+)\]/.exec(text)[1];
  const numbers = [...place.matchAll(/=> (\d+)( \+ u32::from\(\*?(\w+))?/g)].flatMap(([, first, , of]) =>
    Array.from({ length: of === "outcome" ? manyOf(rules) : of ? manyOf(manners) : 1 }, (_, more) => +first + more),
  );
  assert.deepEqual(numbers.toSorted((one, other) => one - other), HOLDS.slice(1).map(([number]) => number));
});

test("a rule that no moment ends says so", () => {
  const endless = "frequency: it was answered before, and the rule on answered keeps quiet for this session, or for good";
  assert.equal(hold(7), endless);
  assert.equal(hold(5), "frequency: a first visit is left alone for its first 10 seconds");
});

test("until is a moment in RFC 3339, where there is one", () => {
  const told = (until) => describe({ survey: "a", hold: 13, until, triggers: GO }, [[TRUE, 1]], []).until;
  assert.deepEqual([told(Date.UTC(2026, 2, 2, 12)), told(NEVER)], ["2026-03-02T12:00:00.000Z", undefined]);
});

test("a trigger says when its survey is shown, where that is not at once", () => {
  const said = (terms) => describe({ survey: "a", hold: 0, until: 0, triggers: { event: { name: "go", ...terms } } }, [[TRUE, 1]], []).triggers.later;
  const all = [{}, { delay: "5s" }, { defer: true }, { delay: "2h", defer: true }].map(said);
  assert.deepEqual(all, [undefined, "shown 5 s later", "shown on the next page", "shown 2 h later, on the next page"]);
});

const TOUCH = { touch: ["fastScrollUp", "tabReturn"] };

/** Each trigger, what was found of it, and what the survey waits for. */
const WAITING = [
  [{ exitIntent: {} }, 0, "exit intent (the pointer has not left by the top)"],
  [{ exitIntent: { edge: 20 } }, 1, "exit intent up to 20 px below the top (it left with a button held)"],
  [{ exitIntent: {} }, 2, "exit intent (it left from a field or a list, or while one had the focus)"],
  [{ exitIntent: {} }, 3, "exit intent (it left while something was expanded)"],
  [{ exitIntent: {} }, 4, "exit intent (it left from a context menu)"],
  [{ exitIntent: {} }, 5, "exit intent (it left while another window had the focus)"],
  [{ exitIntent: {} }, 6, "exit intent (it left out of a frame)"],
  [{ exitIntent: {} }, 7, "exit intent (it left before the page was visible for 5 seconds)"],
  [{ exitIntent: {} }, 8, "exit intent (it left before the visitor did anything else)"],
  [{ exitIntent: {} }, 9, "exit intent (it left after it had rested)"],
  [{ exitIntent: {} }, 10, "exit intent (it left slowly)"],
  [{ exitIntent: {} }, 11, "exit intent (it left by the top)"],
  [{ exitIntent: {} }, 12, "exit intent (it came back)"],
  [{ exitIntent: TOUCH }, 0, "exit intent or, on a touch screen, scrolling up fast or coming back from elsewhere (the pointer has not left by the top)"],
  [{ scroll: { percent: 75 } }, 40.04, "scrolling to 75 % (so far 40 %)"],
  [{ scroll: { percent: 75, of: "progress" } }, 0, "scrolling to 75 % of the way (so far 0 %)"],
  [{ scroll: { px: 800, container: ".main" } }, 12.4, "scrolling to 800 px in .main (so far 12 px)"],
  [{ scroll: { element: "#end" } }, 61, "the end of #end to come into view (so far 61 %)"],
  [{ click: { selector: ".cta", delay: "2s" } }, "", "a click on .cta"],
  [{ click: { text: "Share" } }, "", 'a click on "Share"'],
  [{ click: { selector: "button", text: "Share" } }, "", 'a click on button that says "Share"'],
  [{ click: {} }, "", "a click on what is marked with data-effortlet"],
  [{ helpCenter: { visited: true } }, 0, "a page of the help center"],
  [{ helpCenter: { articles: 3 } }, 1, "3 different articles (so far 1 article)"],
  [{ helpCenter: { searches: 2 } }, 1, "2 different searches (so far 1 search)"],
  [{ helpCenter: { searchWithoutClick: true } }, 7, "a search that is left, or looked at for 20 s, without opening an article (so far 7 s)"],
  [{ helpCenter: { pingPong: 2 } }, 1, "2 quick ways from an article back to a list (so far once)"],
  [{ helpCenter: { contactAfter: 1 } }, 0, "the contact page after 1 article (so far 0 articles)"],
  [{ helpCenter: { dwell: "1m" } }, 12.34, "1 min spent on an article (so far 12.3 s)"],
  [{ helpCenter: { deadEnd: true } }, "", "an error page, or a search that finds nothing"],
  [{ event: { name: "go", count: 3, within: "10m" } }, 2, 'the event "go" 3 times within 10 min (so far 2 times)'],
  [{ event: { name: "go", where: { plan: ["a", "b"], total: { atLeast: 5 } } } }, 0, 'the event "go" where plan is "a" or "b" and total is at least 5'],
  [{ sectionLeave: { section: "billing" } }, "", 'leaving the section "billing" (in no section)'],
  [{ sectionLeave: {} }, "a b", 'leaving a section (in the section "a b")'],
  [{ time: { activeTime: "30s" } }, 4, "30 s of activity (so far 4 s)"],
  [{ time: { idle: "500ms" } }, 0.25, "500 ms without activity (so far 0.3 s)"],
  [{ link: {} }, "https://a.example/", "a link with ?effortlet=help-center (https://a.example/)"],
];

for (const [triggers, found, words] of WAITING) {
  test(`a survey waits for ${words}`, () => {
    assert.equal(hold(TRIGGERS, { triggers, moments: [[FALSE, found]] }), `triggers: waiting for ${words}`);
  });
}

/** Each condition, what was found of it, and whom the survey is for. */
const ONLY_WHERE = [
  [{ page: { path: ["/a/**", "/b"], url: { contains: "x" } } }, "https://a.example/", 'the page\'s path is /a/** or /b and address contains "x" (found https://a.example/)'],
  [{ page: { kind: "article", query: { q: "x" } } }, "https://a.example/, home", 'the page\'s kind is "article" and parameter q is "x" (found https://a.example/, home)'],
  [{ sample: { percent: 5 } }, 42.37, "the visitor falls in the sample of 5 % (found place 42.4 of 100)"],
  [{ referrer: { startsWith: "https://a" } }, "", 'the referrer starts with "https://a" (found nothing)'],
  [{ entry: { path: "/a" } }, "https://a.example/b", "the first page's path is /a (found https://a.example/b)"],
  [{ utm: { source: "mail" } }, "https://a.example/", 'utm_source is "mail" (found https://a.example/)'],
  [{ visitor: { is: "new" } }, 2, "the visitor is new (found 2 visits)"],
  [{ visitor: { pageViews: { atLeast: 3 } } }, 1, "the number of pages in this visit is at least 3 (found 1 page)"],
  [{ visitor: { days: { atMost: 3 } } }, 4, "the number of days since the first visit is at most 3 (found 4 days)"],
  [{ language: ["en", "ro"] }, "ru", "the visitor's language is en or ro (found ru)"],
  [{ device: { width: { atLeast: 800 } } }, 375, "the window's width in px is at least 800 (found 375 px)"],
  [{ device: { pointer: "fine", hover: true } }, "coarse", 'the pointer is "fine" and the device can hover (found coarse)'],
  [{ time: { hours: ["09:00", "17:00"], weekdays: ["mon", "fri"] } }, 120, "the time is 09:00 to 17:00 and the day is mon or fri (found a clock 2 h ahead of UTC)"],
  [{ time: { from: "2026-01-01", until: "2026-02-01" } }, -210, "the date is 2026-01-01 or later and the date is 2026-02-01 or earlier (found a clock 3.5 h behind UTC)"],
  [{ timeZone: { matches: "^Europe" } }, "Asia/Tokyo", "the time zone matches /^Europe/ (found Asia/Tokyo)"],
  [{ traits: { plan: "pro" } }, "free", 'the trait plan is "pro" (found free)'],
  [{ cookie: { beta: { present: true } } }, "", "the cookie beta is there (found nothing)"],
  [{ localStorage: { seen: { present: false } } }, "1", "localStorage seen is not there (found 1)"],
  [{ sessionStorage: { a: 1 } }, 2, "sessionStorage a is 1 (found 2)"],
  [{ global: { "app.user": true } }, "false", "window.app.user is true (found false)"],
  [{ element: { selector: ".vip" } }, "false", "the page has an element .vip (found none)"],
  [{ answered: { survey: "a", question: "effort", value: { atMost: 3 }, within: "30d" } }, 6, "the answer to effort of a is at most 3 within 30 days (found 6)"],
  [{ condition: { name: "open" } }, "false", 'the page says yes to "open" (found no)'],
];

for (const [audience, found, words] of ONLY_WHERE) {
  test(`a survey is for visits where ${words}`, () => {
    assert.equal(hold(AUDIENCE, { audience, conditions: [[FALSE, found]] }), `audience: only where ${words}`);
  });
}

test("every trigger and every condition that the engine reads has words", () => {
  const core = new URL("../../crates/effortlet-core/src/", import.meta.url);
  const combined = ["all", "any", "not", "seq", "within"];
  const keysOf = (file) => {
    const [, full] = /const KEYS: &\[&str\] = if [^{]+\{\s*&\[([^\]]+)\]/.exec(readFileSync(new URL(file, core), "utf8"));
    return [...full.matchAll(/"(\w+)"/g)].map(([, key]) => key).filter((key) => !combined.includes(key)).sort();
  };
  const said = (rows) => [...new Set(rows.map(([tree]) => Object.keys(tree)[0]))].sort();
  assert.deepEqual(said(WAITING), keysOf("trigger/read.rs"));
  assert.deepEqual(said(ONLY_WHERE), keysOf("audience.rs"));
});

const CTA = { click: { selector: ".cta" } };
const SCROLL = { scroll: { percent: 75 } };
const PAGE = { page: { path: "/a" } };
const OPEN = { condition: { name: "open" } };

/** Trees: the first thing of all, each of any, and what must not be. */
const COMBINED = [
  ["the first of all that lacks", { triggers: { all: [GO, CTA, SCROLL] }, moments: [[TRUE, 1], [FALSE, ""], [FALSE, 9]] }, "triggers: waiting for a click on .cta"],
  ["each of any", { triggers: { any: [GO, SCROLL] }, moments: [[FALSE, 0], [FALSE, 9]] }, 'triggers: waiting for the event "go", or scrolling to 75 % (so far 9 %)'],
  ["the next of a sequence", { triggers: { seq: [GO, CTA], within: "1h" }, moments: [[TRUE, 1], [FALSE, ""]] }, "triggers: waiting for a click on .cta"],
  ["what must not have come", { triggers: { all: [GO, { not: CTA }] }, moments: [[TRUE, 1], [TRUE, ""]] }, "triggers: not after a click on .cta, which has come"],
  ["what was not read yet", { triggers: SCROLL, moments: [[UNKNOWN, 0]] }, "triggers: waiting for scrolling to 75 % (nothing was read yet)"],
  ["what is not known in a not", { triggers: { not: SCROLL }, moments: [[UNKNOWN, 0]] }, "triggers: not after scrolling to 75 %, which may still come"],
  ["a condition that must not hold", { audience: { not: PAGE }, conditions: [[TRUE, "https://a.example/a"]] }, "audience: not where the page's path is /a (found https://a.example/a)"],
  ["each of any condition", { audience: { any: [PAGE, OPEN] }, conditions: [[FALSE, "/b"], [UNKNOWN, ""]] }, 'audience: only where the page\'s path is /a (found /b), or where the page says yes to "open" (not known)'],
  ["each of all that must not be", { audience: { not: { all: [PAGE, OPEN] } }, conditions: [[TRUE, "/a"], [TRUE, "true"]] }, 'audience: not where the page\'s path is /a (found /a), or not where the page says yes to "open"'],
  ["a sample that is not drawn", { audience: { sample: { percent: 5 } }, conditions: [[UNKNOWN, ""]] }, "audience: only where the visitor falls in the sample of 5 % (drawn when the triggers come)"],
];

for (const [what, given, words] of COMBINED) {
  test(`of a tree is said ${what}`, () => {
    assert.equal(hold(given.audience ? AUDIENCE : TRIGGERS, given), words);
  });
}

test("every survey of a good definition is said in words, whatever it leaves out", () => {
  const folder = new URL("../definitions/good/", import.meta.url);
  const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8").replace(/^\ufeff/, ""));
  for (const { id, triggers, audience } of texts.flatMap((text) => JSON.parse(text).surveys)) {
    const findings = () => Array.from({ length: 50 }, () => [FALSE, ""]);
    const told = describe({ survey: id, hold: TRIGGERS, until: NEVER, triggers, audience }, findings(), findings());
    const words = JSON.stringify(told, (key, value) => (key === "terms" ? undefined : value));
    assert.doesNotMatch(words, /null|undefined|NaN|\[object|and and| and"|"wants":""/, words);
  }
});
