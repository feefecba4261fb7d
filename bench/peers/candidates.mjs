/**
 * What is measured side by side. Each is in the lightest form that its makers publish and that shows a
 * survey, on a page that defines `go()` for it: the call that has a survey shown.
 *
 * `card` and `choice` are expressions for the page: what has the question, and what is pressed to answer.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "../../tests/browser/support/paths.mjs";
import * as backends from "./backends.mjs";
import { bundle } from "./bundle.mjs";

/** Of what an ordinary help center would have; none of these happens by itself, except the event `go`. */
const TRIGGERS = {
  any: [{ exitIntent: {} }, { scroll: { percent: 100 } }, { click: { selector: "[data-share], .cta" } }, { helpCenter: { articles: 100 } }, { event: { name: "go" } }],
};

const QUESTION = {
  id: "effort",
  kind: "effort",
  text: "How easy was it to solve your problem?",
  scale: { points: 7, labels: ["Very difficult", "Very easy"] },
};

const SURVEY = { id: "resolution", questions: [QUESTION], triggers: TRIGGERS, frequency: { preset: "none" } };

/** What our script reads; `more` changes and adds fields of its survey. */
export const definitionOf = (more) => ({ version: 1, organization: "Acme", endpoint: "/v1/responses", surveys: [{ ...SURVEY, ...more }] });

const OURS = "document.querySelector('effortlet-nudge')?.shadowRoot";
const POSTHOG = "document.querySelector('[class^=PostHogSurvey]')?.shadowRoot";
const SPRIG = "document.querySelector('#ul-frame')?.contentDocument";
const SENTRY = "document.querySelector('#sentry-feedback')?.shadowRoot";

/** As if somebody had written a word into it. */
const WRITTEN = "document.execCommand('insertText', false, 'Clearer')";

/** The name of a package with its version. */
const named = (name) => `${name} ${versionOf(name)}`;

const versionOf = (name) => JSON.parse(readFileSync(join(import.meta.dirname, "node_modules", name, "package.json"))).version;

/** The same page with nothing on it; what it costs is taken off all others. */
const blank = { id: "blank", title: "The page alone", backend: backends.anything, tags: "", files: {} };

export async function candidates() {
  const [reference, posthog, sprig, surveyjs, sentry] = await Promise.all(["reference", "posthog", "sprig", "surveyjs", "sentry"].map(bundle));
  posthog.files[`/static/${versionOf("posthog-js")}/surveys.js`] = file(readFileSync(join(import.meta.dirname, "node_modules/posthog-js/dist/surveys.js")), ".js");
  return [
    blank,
    { id: "reference", title: "Written by hand", what: "this repository, clients/reference.js", ...reference, backend: backends.anything, card: "document.querySelector('#reference h2')", choice: "document.querySelector('#reference div').children[5]" },
    effortlet(),
    { id: "posthog", title: "PostHog", what: named("posthog-js"), ...posthog, backend: backends.posthog, polls: 1000, card: `${POSTHOG}?.querySelector('.survey-question')`, choice: `${POSTHOG}.querySelectorAll('.ratings-number')[5]` },
    { id: "sprig", title: "Sprig", what: named("@sprig-technologies/sprig-browser"), ...sprig, backend: backends.sprig, card: `${SPRIG}?.querySelector('.ul-card--likert')`, choice: `${SPRIG}.querySelectorAll('.likert-number')[5]` },
    { id: "surveyjs", title: "SurveyJS", what: `${named("survey-core")}, ${named("survey-js-ui")}`, ...surveyjs, backend: backends.anything, card: "document.querySelector('.sd-rating')", choice: "document.querySelectorAll('.sd-rating__item')[5]" },
    { id: "sentry", title: "Sentry’s form", what: named("@sentry/browser"), ...sentry, backend: backends.anything, card: `${SENTRY}?.querySelector('textarea')`, choice: `${SENTRY}.querySelector('button[type=submit]')`, prepare: WRITTEN },
  ];
}

/** The built widget as the collector serves it: the loader and the definition are asked for anew, the rest is kept. */
export function effortlet(definition = definitionOf()) {
  const scripts = readdirSync(DIST).filter((name) => /\.(js|wasm)$/.test(name));
  const files = scripts.map((name) => [`/effortlet/${name}`, file(readFileSync(join(DIST, name)), name, name === "effortlet.js" ? "revalidate" : "keep")]);
  files.push(["/effortlet.json", file(Buffer.from(JSON.stringify(definition)), ".json", "revalidate")]);
  return {
    id: "effortlet",
    title: "Effortlet",
    what: "this repository, dist/",
    tags: '<script>go = () => effortlet("track", "go")</script><script src="/effortlet/effortlet.js" data-definition="/effortlet.json" async></script>',
    files: Object.fromEntries(files),
    backend: backends.effortlet,
    card: `${OURS}?.querySelector('section')`,
    choice: `${OURS}.querySelectorAll('label')[5]`,
  };
}

const TYPES = { js: "text/javascript", css: "text/css", json: "application/json", wasm: "application/wasm" };

function file(body, name, cache = "keep") {
  return { body, type: TYPES[name.split(".").at(-1)], cache };
}
