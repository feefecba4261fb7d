import { quiet } from "../fallback/quiet.js";
import { leaves } from "./elements.js";

/** What the page has as the widget begins to listen. */
export const pageNow = quiet(() => ({ isFramed: window.parent !== window, hasDataLayer: Array.isArray(window.dataLayer) }));

/**
 * What cannot come on pages such as this one, in a sentence each; none where all can.
 *
 * Never takes a page that a survey is not for as a sign, nor what another page of the site may have: an element may
 * come later, a section stand on the next page.
 *
 * @param {object} state What `loader/debug.js` knows; `page` is what the page had as the widget began to listen.
 */
export function never({ explanations = [], overview, seen, definition, page }) {
  if (!overview) return [];
  const site = { ...page, isKnown: isKnown(overview, seen), sections: Object.keys(definition?.sections ?? {}) };
  const asked = explanations.filter(({ audience }) => audience?.is !== "false");
  return asked.flatMap(({ survey, triggers }) =>
    leaves(triggers).flatMap((leaf) => {
      const why = REASONS[leaf.name]?.(leaf, site);
      return why ? [`${survey} waits for ${leaf.wants}, ${why}`] : [];
    }),
  );
}

/** Whether a page of this visit was one of the help center, as far as is remembered. */
function isKnown({ kind, section }, [, session, , way]) {
  const [, ...articles] = session ?? [];
  return kind !== "other" || Boolean(section) || articles.length > 0 || Boolean(way?.[INSIDE]);
}

/** Where the way has the section that its visitor is in. */
const INSIDE = 6;

/** By kind of trigger. */
const REASONS = {
  exitIntent: ({ terms }, { isFramed }) =>
    isFramed && !terms.frames && !terms.touch && 'which does not count in a frame. Say "frames": true if it should',
  event: ({ terms }, { hasDataLayer }) =>
    terms.from === "dataLayer" &&
    !hasDataLayer &&
    "and there was no dataLayer when the widget began to listen. Make it before the widget's tag, or tell the event with effortlet(\"track\")",
  helpCenter: ({ found, terms }, { isKnown }) =>
    !isKnown && (terms.articles ? `so far ${found}` : "and so far no page was known for one of the help center. If this page is one, name its address in helpCenter of the definition"),
  sectionLeave: ({ terms: { section } }, { isKnown, sections }) =>
    !isKnown &&
    !(section ? sections.includes(section) : sections.length) &&
    "and so far no page was known for one of a section. If this page is in one, name its address in sections of the definition",
};
