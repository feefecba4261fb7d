/** Compiled, never run: what a team writes against the package's types, right and wrong. */
import { Effortlet as InReact, useEffortlet as useInReact } from "effortlet/react";
import { Effortlet as InVue, useEffortlet as useInVue } from "effortlet/vue";
import { start as startModule } from "effortlet/module.js";
import { h } from "vue";
import { condition, consent, explain, export as exportKept, forget, identify, show, start, stop, track } from "effortlet";
import type { Audience, Consent, Definition, Explanation, HelpCenter, Question, Started, Survey, Trigger, TriggerName } from "effortlet";

const definition: Definition = {
  version: 1,
  organization: "Acme",
  endpoint: { url: "https://collect.example/v1/responses", format: "text", credentials: "omit" },
  defaultLocale: "en",
  sections: { billing: ["/help/billing/**"] },
  helpCenter: { preset: "helpScout", root: "/help", home: "/help/", article: "/help/:section/:article" },
  surveys: [
    {
      id: "help-center",
      template: "help-center",
      questions: [{ id: "found", text: { en: "Found it?", ro: "Ați găsit?" } }],
      triggers: {
        any: [
          { exitIntent: {} },
          { scroll: { percent: 75, short: "dwell", dwell: "15s" } },
          { click: { selector: ".cta", delay: "2s" } },
          { all: [{ helpCenter: { articles: 2 } }, { not: { event: { name: "solved" } } }] },
        ],
      },
      audience: { all: [{ page: { path: "/help/**" } }, { sample: { percent: 25 } }] },
      frequency: { preset: "polite", rules: [{ scope: "all", on: "shown", max: 1, per: "session" }] },
    },
    {
      id: "own",
      questions: [
        { id: "found", kind: "yesNo", text: "Found?", branch: [{ when: { is: "no" }, to: "sought" }] },
        { id: "effort", kind: "effort", text: "Easy?", scale: { points: 7, labels: ["No", "Yes"] },
          branch: [{ when: { band: "easy" }, to: "end" }, { when: { atLeast: 3, atMost: 4 }, to: "sought" }] },
        { id: "sought", kind: "text", text: "What?", optional: true, limit: 500 },
      ],
      triggers: { event: { name: "supportResolved" } },
    },
  ],
};

const src = "https://ces.acme.example/effortlet.js";
const started: Promise<Started> = start({ src, definition, endpoint: "/v1/responses", locale: "ro" });
const startedByTag: Promise<Started>[] = [start(), start({ definition: new URL("https://acme.example/effortlet.json") })];
const startedByFile: Promise<Started> = startModule(definition, { endpoint: "/v1/responses", locale: "ro" });
const shown: Promise<boolean> = show("help-center");
const done: Promise<void>[] = [
  stop(),
  track("solved"),
  track("closed", { minutes: 5, plan: "pro", tags: ["refund"] }),
  identify({ plan: "pro" }),
  consent("pending"),
  condition("isPro", () => document.body.classList.contains("pro")),
  condition("isKnown", () => undefined),
];
const asked: Promise<Started> = start({ src, integrity: "sha384-…", consent: "denied", redact: ({ page }) => void (page.title = "") });
const isErased: Promise<boolean> = forget();
const kept: Promise<unknown> = exportKept().then((it) => it?.localStorage["effortlet"]);
// @ts-expect-error: it is one of three
const neither: Consent = "refused";
const why: Promise<string | undefined> = explain("help-center").then(whyNot);
const fromTheTag: Promise<boolean | undefined> | undefined = window.effortlet?.("show", "help-center");
window.effortlet?.("consent", "granted");
const keptToo: Promise<unknown> | undefined = window.effortlet?.("export");
window.effortlet?.("condition", "isPro", () => true);
window.effortlet?.("track", "closed", { minutes: 5 });

const components = [InReact({ src, definition }), h(InVue, { src, definition, consent: "pending" })];
const calls: Promise<boolean | void>[] = [useInReact().track("solved"), useInReact({ src }).forget(), useInVue(() => ({ src })).show("a"), useInVue({ src }).stop()];
// @ts-expect-error: the definition is one of the options
start(definition);
// @ts-expect-error: an address is a text or a URL
start({ src: 5 });
// @ts-expect-error: it is one of three
InReact({ src, consent: "refused" });
// @ts-expect-error: there is no such option
h(InVue, { src: 5 });
// @ts-expect-error: there is no such call
useInVue().trak("solved");

function whyNot(it?: Explanation): string | undefined {
  const first = it?.triggers.parts?.find(({ name, is }) => name === "exitIntent" && is !== "true");
  return it?.hold ?? first?.found ?? first?.wants ?? it?.audience?.parts?.[0]?.found;
}

window.addEventListener("effortlet:answered", ({ detail }) => {
  const value: string | number = detail.value;
  console.log(detail.survey, detail.question, value);
});

const triggers: Trigger = { exitIntent: {} };
const kinds: TriggerName[] = ["exitIntent", "scroll", "click", "helpCenter", "event", "sectionLeave", "time", "link"];
// @ts-expect-error: a scale has 5, 7 or 10 points
const six: Question = { id: "a", kind: "effort", text: "Easy?", scale: { points: 6 } };
// @ts-expect-error: there is no such preset
const unknown: HelpCenter = { preset: "helpscout" };
// @ts-expect-error: a help center is under one path
const scattered: HelpCenter = { root: ["/help", "/docs"] };
// @ts-expect-error: only a text has a limit
const limited: Question = { id: "a", kind: "yesNo", text: "Found?", limit: 5 };
// @ts-expect-error: a survey has a template or questions
const empty: Survey = { id: "a", triggers };
// @ts-expect-error: a fact is a text, a number or a flag
identify({ plan: { name: "pro" } });
// @ts-expect-error: properties have names
track("solved", "pro");
// @ts-expect-error: a condition is true, false or not known
condition("isPro", () => "yes");
// @ts-expect-error: there is no such method
window.effortlet?.("trak", "solved");

const refusedTriggers: Trigger[] = [
  // @ts-expect-error: there is no such trigger
  { hover: {} },
  // @ts-expect-error: a duration needs its unit
  { event: { name: "x", delay: "2" } },
  // @ts-expect-error: two triggers are combined by any, all or seq
  { exitIntent: {}, link: {} },
  // @ts-expect-error: there is no such gesture
  { exitIntent: { touch: "swipe" } },
  // @ts-expect-error: a goal is one of percent, px and element
  { scroll: {} },
  // @ts-expect-error: a goal is one of percent, px and element
  { scroll: { percent: 50, px: 900 } },
  // @ts-expect-error: pixels are of no share
  { scroll: { px: 900, of: "progress" } },
  // @ts-expect-error: an element has its place by itself
  { scroll: { element: "#end", container: "main" } },
  // @ts-expect-error: a selector is said by its name
  { click: ".cta" },
  // @ts-expect-error: it is one of these
  { helpCenter: { searches: 2, pingPong: 2 } },
  // @ts-expect-error: nobody waits for what is no dead end
  { helpCenter: { deadEnd: false } },
  // @ts-expect-error: only a click and an event are put off
  { helpCenter: { deadEnd: true, defer: true } },
  // @ts-expect-error: so long for a count
  { event: { name: "error", within: "1m" } },
  // @ts-expect-error: there is no such source
  { event: { name: "error", from: "window" } },
  // @ts-expect-error: a property has a value
  { event: { name: "error", where: { code: null } } },
  // @ts-expect-error: either of them
  { time: { activeTime: "1m", idle: "1m" } },
  // @ts-expect-error: it is the survey's own link
  { link: { survey: "a" } },
  // @ts-expect-error: a sequence has two parts
  { seq: [{ link: {} }] },
  // @ts-expect-error: a part is one trigger, or any of some
  { seq: [{ link: {} }, { not: { link: {} } }] },
  // @ts-expect-error: a part is one trigger, or any of some
  { seq: [{ link: {} }, { any: [{ all: [{ link: {} }] }] }] },
  // @ts-expect-error: nothing stands beside a sequence
  { seq: [{ link: {} }, { link: {} }], exitIntent: {} },
  // @ts-expect-error: so long for a sequence
  { exitIntent: {}, within: "1m" },
];

const refusedAudiences: Audience[] = [
  // @ts-expect-error: there is no such condition
  { country: "md" },
  // @ts-expect-error: two conditions are combined by any or all
  { language: "en", sample: { percent: 5 } },
  // @ts-expect-error: something of the page
  { page: {} },
  // @ts-expect-error: there is no such kind of page
  { page: { kind: "faq" } },
  // @ts-expect-error: an address is a text
  { referrer: { atLeast: 3 } },
  // @ts-expect-error: visits are counted
  { visitor: { visits: "3" } },
  // @ts-expect-error: visits are counted
  { visitor: { visits: { contains: "3" } } },
  // @ts-expect-error: something of the visitor
  { visitor: {} },
  // @ts-expect-error: this is called coarse
  { device: { pointer: "touch" } },
  // @ts-expect-error: a window has two ends
  { time: { hours: ["09:00"] } },
  // @ts-expect-error: a weekday has three letters
  { time: { weekdays: ["Monday"] } },
  // @ts-expect-error: a day has a month
  { time: { from: "tomorrow" } },
  // @ts-expect-error: the rest of their names
  { utm: { utm_source: "mail" } },
  // @ts-expect-error: a comparison says something
  { traits: { plan: {} } },
  // @ts-expect-error: a comparison says it so
  { traits: { plan: { equals: "pro" } } },
  // @ts-expect-error: of nothing holds nothing else
  { traits: { plan: { present: false, is: "pro" } } },
  // @ts-expect-error: an answer to a question
  { answered: { value: 3 } },
  // @ts-expect-error: a question and its answer
  { answered: { question: "effort" } },
  // @ts-expect-error: a function is said by its name
  { condition: "isPro" },
];

export { calls, components, done, empty, fromTheTag, kinds, limited, refusedAudiences, refusedTriggers, scattered, shown, six, started, startedByFile, startedByTag };
export { unknown, why };
