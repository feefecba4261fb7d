/** Compiled, never run: what a team writes against the package's types, right and wrong. */
import { explain, identify, show, start, stop, track } from "effortlet";
import type { Definition, HelpCenter, Question, Started, Survey, Trigger } from "effortlet";

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

const started: Promise<Started> = start(definition, { endpoint: "/v1/responses", locale: "ro" });
const shown: Promise<boolean> = show("help-center");
const done: Promise<void>[] = [stop(), track("solved"), identify({ plan: "pro" })];
const why: Promise<string | undefined> = explain("help-center").then((it) => it?.hold ?? it?.triggers[0]?.[1]);
const fromTheTag: Promise<boolean | undefined> | undefined = window.effortlet?.("show", "help-center");

window.addEventListener("effortlet:answered", ({ detail }) => {
  const value: string | number = detail.value;
  console.log(detail.survey, detail.question, value);
});

const triggers: Trigger = { exitIntent: {} };
// @ts-expect-error: a scale has 5, 7 or 10 points
const six: Question = { id: "a", kind: "effort", text: "Easy?", scale: { points: 6 } };
// @ts-expect-error: there is no such preset
const unknown: HelpCenter = { preset: "helpscout" };
// @ts-expect-error: a help center is under one path
const scattered: HelpCenter = { root: ["/help", "/docs"] };
// @ts-expect-error: only a text has a limit
const limited: Question = { id: "a", kind: "yesNo", text: "Found?", limit: 5 };
// @ts-expect-error: there is no such trigger
const hover: Trigger = { hover: {} };
// @ts-expect-error: a duration needs its unit
const soon: Trigger = { event: { name: "x", delay: "2" } };
// @ts-expect-error: a survey has a template or questions
const empty: Survey = { id: "a", triggers };
// @ts-expect-error: a fact is a text, a number or a flag
identify({ plan: { name: "pro" } });
// @ts-expect-error: there is no such method
window.effortlet?.("trak", "solved");

export { done, empty, fromTheTag, hover, limited, scattered, shown, six, soon, started, unknown, why };
