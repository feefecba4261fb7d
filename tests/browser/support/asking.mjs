/**
 * Surveys that only their audience decides on: each is triggered by an event of its own name, and
 * may be shown at any time.
 */
import { definition, survey } from "./definitions.mjs";

/** A definition that posts nothing, with a survey for each of these audiences, by its id. */
export const definitionOf = (audiences, more) => definition(Object.entries(audiences).map(([id, audience]) => surveyOf(id, audience)), { endpoint: undefined, ...more });

export const surveyOf = (id, audience, more) => survey({ event: { name: id } }, { id, template: "resolution", audience, ...more });

/** The ids of those that are asked here and now, in their order. Each nudge is closed again. */
export async function askedOf(page, audiences) {
  const asked = [];
  for (const id of Object.keys(audiences)) {
    if (await isAsked(page, id)) asked.push(id);
    await page.evaluate(() => document.querySelector("effortlet-nudge")?.shadowRoot.querySelector(".close").click());
  }
  return asked;
}

/**
 * Whether a survey is asked when its event comes. Browsers grant locks in the order they are asked
 * for, so when ours is granted the widget's claim was answered.
 */
export const isAsked = (page, id) =>
  page.evaluate(async (id) => {
    await window.effortlet("track", id);
    await navigator.locks.request("test", () => {});
    return !!document.querySelector("effortlet-nudge");
  }, id);
