/**
 * The objects of a definition, in the order in which the reference has them: where the schema describes
 * each, and where one stands in a whole definition, by which the reader can be asked about it.
 *
 * Never says what a key means; that is the schema's.
 */

const TRIGGERS = { exitIntent: {} };
const ASKED = { template: "help-center", triggers: TRIGGERS };
const RATING = { id: "rating", kind: "effort", text: "How easy was it?" };
const CHOICE = { id: "topic", kind: "choice", text: "What were you looking for?" };
const OTHER_OPTION = { id: "other-price", text: "Another price" };

const definition = (change) => ({ version: 1, organization: "Acme", surveys: [], ...change });
const survey = (change) => definition({ surveys: [{ id: "help-center", ...ASKED, ...change }] });
const triggers = (value) => survey({ triggers: value });
const audience = (value) => survey({ audience: value });

/** A question has others before it, whose answers it may ask for, and one after it, to which it may lead. */
const question = (value) => survey({
  template: undefined,
  questions: [
    { id: "found", kind: "yesNo", text: "Did you find it?" },
    RATING,
    { id: "note", kind: "text", text: "What was missing?", optional: true },
    value,
    { id: "last", kind: "text", text: "What else?" },
  ],
});

const yesNo = (branch) => question({ id: "solved", kind: "yesNo", text: "Is it solved?", branch: [branch] });

const trigger = (word, def = word) => ({ key: word, of: `#/$defs/${def}`, at: (it) => triggers({ [word]: it }) });

const condition = (word, def = `audience/properties/${word}`) => ({ key: word, of: `#/$defs/${def}`, at: (it) => audience({ [word]: it }) });

/** The schema describes each form by itself, since what fits depends on the kind of the question. */
const WHEN = "What was answered, to this question or by `answer` to an earlier one: `is`, `band`, `skipped`, or one or both of `atLeast` and `atMost`.";

/** How a value is compared, by what is compared: each in a place that takes it. */
const comparison = (title, def, at) => ({ title, of: `#/$defs/${def}/anyOf/1`, at });

export const PAGES = [
  {
    file: "definition",
    title: "The definition",
    objects: [
      { title: "The whole", of: "#", at: (it) => it },
      { key: "page", of: "#/properties/page", at: (page) => definition({ page }) },
      { key: "privacy", of: "#/properties/privacy", at: (privacy) => definition({ privacy }) },
      { key: "endpoint", of: "#/$defs/endpoint", at: (endpoint) => definition({ endpoint }) },
      { key: "helpCenter", of: "#/$defs/helpCenter", at: (helpCenter) => definition({ helpCenter }) },
      { key: "theme", of: "#/$defs/theme", at: (theme) => definition({ theme }) },
      { key: "theme.dark", of: "#/$defs/theme/properties/dark", at: (dark) => definition({ theme: { dark } }) },
    ],
  },
  {
    file: "survey",
    title: "A survey",
    objects: [
      { title: "The whole", of: "#/$defs/survey", at: (it) => definition({ surveys: [it] }) },
      { key: "questions", title: "A question", prefix: "question", of: "#/$defs/question", at: question },
      { key: "scale", of: "#/$defs/scale", at: (scale) => question({ ...RATING, id: "effort", scale }) },
      { key: "options", title: "An option", prefix: "option", of: "#/$defs/question/properties/options/items", at: (it) => question({ ...CHOICE, options: [it, OTHER_OPTION] }) },
      { key: "branch", title: "A branch", of: "#/$defs/branch", at: yesNo },
      { key: "when", about: WHEN, required: [], of: "#/$defs/whenAnswer", also: "#/$defs/branch/properties/when", at: (when) => yesNo({ when, to: "last" }) },
      { key: "frequency", of: "#/$defs/frequency", at: (frequency) => survey({ frequency }) },
      { key: "rules", title: "A rule", prefix: "rule", of: "#/$defs/rule", at: (it) => survey({ frequency: { preset: "none", rules: [it] } }) },
      { key: "layout", of: "#/$defs/layout", at: (layout) => survey({ layout }) },
      { key: "layout.inline", of: "#/$defs/layout/properties/inline", at: (inline) => survey({ layout: { inline } }) },
      { key: "layout.tab", of: "#/$defs/layout/properties/tab", at: (tab) => survey({ layout: { tab } }) },
    ],
  },
  {
    file: "triggers",
    title: "Triggers",
    objects: [
      { key: "triggers", of: "#/$defs/triggers", at: triggers },
      trigger("exitIntent"),
      trigger("scroll"),
      trigger("click"),
      trigger("helpCenter", "helpCenterTrigger"),
      trigger("event"),
      trigger("sectionLeave"),
      trigger("time", "activity"),
    ],
  },
  {
    file: "audience",
    title: "Audience",
    objects: [
      { key: "audience", of: "#/$defs/audience", at: audience },
      condition("page"),
      condition("sample"),
      condition("entry"),
      condition("utm"),
      condition("visitor"),
      condition("device"),
      condition("time", "calendar"),
      condition("element"),
      condition("answered"),
      condition("condition"),
      comparison("A comparison", "comparison", (plan) => audience({ traits: { plan } })),
      comparison("A comparison of texts", "textComparison", (referrer) => audience({ referrer })),
      comparison("A comparison of counts", "countComparison", (visits) => audience({ visitor: { visits } })),
    ],
  },
];
