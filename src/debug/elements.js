/**
 * What a trigger needs on the page, and whether it is there now.
 *
 * Says it only where there is nothing, beside what was found of the trigger. Never says that it will not come.
 */
import { quiet } from "../fallback/quiet.js";

const NOTHING = "nothing on this page is that now";

/** @param {object[]} explanations As `explain` gives them. */
export const withElements = (explanations) =>
  explanations.map((it) => ({ ...it, triggers: looked(it.triggers, it.survey) }));

function looked(it, survey) {
  if (it.parts) return { ...it, parts: it.parts.map((part) => looked(part, survey)) };
  const selector = SELECTORS[it.name]?.(it.terms, survey);
  if (!selector || has(document, selector) !== false) return it;
  return { ...it, found: [it.found, NOTHING].filter(Boolean).join(", ") };
}

/** What has to be clicked so that a trigger comes or a nudge is answered, as far as it is on the page now. */
export const toBeClicked = (explanations) => [
  ...explanations.flatMap(({ triggers, survey }) => leaves(triggers).flatMap(({ name, terms }) => (name === "click" ? all(SELECTORS.click(terms, survey)) : []))),
  ...[document.querySelector("effortlet-nudge")?.shadowRoot?.querySelector("section")].filter(Boolean),
];

export const leaves = ({ parts, ...leaf }) => (parts ? parts.flatMap(leaves) : [leaf]);

const all = (selector) => [...(selector ? quiet(() => document.querySelectorAll(selector))() ?? [] : [])];

/** Clicks are heard through open shadow roots, and words may stand on anything. */
const SELECTORS = {
  click: ({ selector, text }, survey) => (selector || text ? selector : `[data-effortlet="${survey}"]`),
  scroll: ({ element, container }) => element ?? container,
};

/** Undefined where it cannot be asked. */
const has = quiet((root, selector) =>
  Boolean(root.querySelector(selector)) || [...root.querySelectorAll("*")].some(({ shadowRoot }) => shadowRoot && has(shadowRoot, selector)),
);
