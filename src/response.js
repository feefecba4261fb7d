/** A response as it is posted, of what the engine says about it. README shows one. */

const STATES = ["partial", "complete", "dismissed"];

/**
 * @param {object} page Where it was shown: url and title.
 * @param {object} context What the page told of its visitor.
 * @param {any[]} said In the order of `src/output.rs`: five values for each answer come last.
 */
export function compose(page, context, said) {
  const [id, rev, state, survey, surveyVersion, trigger, locale, section, article, shownAt, answeredAt, ...given] = said;
  const answers = [];
  while (given.length) {
    const [question, kind, value, points, easyIs] = given.splice(0, 5);
    answers.push({ question, kind, value, ...(points && { points, easyIs: easyIs % 2 ? "low" : "high", ...(easyIs > 1 && { order: "leftToRight" }) }) });
  }
  return {
    schema: 1,
    id,
    rev,
    state: STATES[state],
    survey,
    surveyVersion,
    trigger,
    locale,
    answers,
    page: { ...page, section: section || undefined, article: article || undefined },
    timing: { shownAt: moment(shownAt), answeredAt: moment(answeredAt) },
    context,
  };
}

/** What a page told of its visitor: texts, finite numbers and flags; what else is told is left out. */
export const factsOf = (told) => Object.fromEntries(Object.entries(told).filter(isFact));

const isFact = ([, fact]) => ["string", "boolean"].includes(typeof fact) || Number.isFinite(fact);

/** In RFC 3339; nothing for one that has not come. */
const moment = (at) => (at ? new Date(at).toISOString() : undefined);
