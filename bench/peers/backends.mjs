/**
 * Stand-ins for the servers that peers ask, with as much as their code reads of an answer: found by
 * reading the published packages at the versions of `package.json`. They answer at once, from the
 * same machine; a real server's distance comes on top of what is measured.
 */
const QUESTION = "How easy was it to solve your problem?";
const EASY = "Very easy";
const DIFFICULT = "Very difficult";

/**
 * PostHog asks for `/array/TOKEN/config.js`, which says by `surveys` whether there are any, loads
 * `/static/surveys.js` of its own package then, and reads `/api/surveys/` and `/flags/`.
 */
const POSTHOG_SURVEY = {
  id: "stand-in",
  name: "stand-in",
  type: "popover",
  start_date: "2026-01-01T00:00:00Z",
  end_date: null,
  questions: [
    { id: "effort", type: "rating", display: "number", scale: 7, question: QUESTION, lowerBoundLabel: DIFFICULT, upperBoundLabel: EASY, skipSubmitButton: true },
  ],
  appearance: { displayThankYouMessage: true, thankYouMessageHeader: "Thank you for your feedback!" },
  conditions: { events: { values: [{ name: "go" }], repeatedActivation: true } },
};

const POSTHOG_CONFIG = { surveys: true, supportedCompression: ["gzip-js"], sessionRecording: false, autocapture_opt_out: true, heatmaps: false, defaultIdentifiedOnly: true };

export function posthog(path) {
  if (path === "/array/phc_stand_in/config.js") {
    const text = `(window._POSTHOG_REMOTE_CONFIG ??= {})["phc_stand_in"] = { config: ${JSON.stringify(POSTHOG_CONFIG)}, siteApps: [] };`;
    return { text, type: "text/javascript" };
  }
  if (path === "/api/surveys/") return { json: { surveys: [POSTHOG_SURVEY] } };
  if (path.startsWith("/flags/")) return { json: { flags: {}, errorsWhileComputingFlags: false } };
  return { json: { status: 1 } };
}

/**
 * Sprig reads `/sdk/1/environments/ID/config` on each page, and posts each event to
 * `/sdk/1/visitors/ID/events`, whose answer is the survey to show, made out to that visitor.
 */
const sprigSurvey = (visitor) => ({
  vid: visitor,
  surveyId: 1,
  responseGroupUid: "stand-in",
  locale: "en",
  productConfig: { framePosition: "bottomRight" },
  questions: [
    {
      name: 1,
      surveyId: 1,
      type: "likert",
      props: { message: QUESTION, labels: { left: DIFFICULT, right: EASY }, options: [], routingOptions: [], properties: { range: "7", required: true, scaleLabelType: "number", ratingIcons: [] } },
    },
  ],
  endCard: { headline: "Thank you for your feedback!", subheader: "" },
});

export function sprig(path) {
  const [, visitor] = /^\/sdk\/1\/visitors\/([^/]+)\/events$/.exec(path) ?? [];
  if (visitor) return { json: sprigSurvey(visitor) };
  if (path.endsWith("/config")) return { json: { interactiveEvents: [], pageUrlEvents: [], dismissOnPageChange: false } };
  return { json: {} };
}

/** Ours: a response is acknowledged by its id and revision, as the collector does. */
export function effortlet(path, body) {
  const taken = [JSON.parse(body || "[]")].flat();
  return { json: { responses: taken.map(({ id, rev }) => ({ id, rev })) } };
}

export const anything = () => ({ json: {} });
