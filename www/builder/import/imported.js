/** What was pasted or chosen, as a definition, with a note for each thing that is not as it was. */
import { idFor, onward } from "./common.js";
import { fit } from "./fit.js";
import { fromFormbricks, isFormbricks } from "./formbricks.js";
import { fromPostHog, isPostHog } from "./posthog.js";
import { fromQualtrics, isQualtrics } from "./qualtrics.js";

const MAKERS = [
  { name: "PostHog", is: isPostHog, from: fromPostHog },
  { name: "Formbricks", is: isFormbricks, from: fromFormbricks },
  { name: "Qualtrics", is: isQualtrics, from: fromQualtrics },
];

/** @returns `{ definition, notes }`, or `{ mistake }`. */
export function imported(text) {
  let found;
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch ({ message }) {
    return { mistake: `Expected JSON: ${message}` };
  }
  const surveys = [found?.results ?? found?.surveys ?? found?.data ?? found].flat();
  const maker = surveys.length > 0 && MAKERS.find(({ is }) => surveys.every(is));
  try {
    if (maker) return taken(maker, surveys);
  } catch {
    return { mistake: `Expected a whole survey of ${maker.name}: a part of it is missing` };
  }
  if (Array.isArray(found?.surveys)) return { definition: found, notes: [] };
  return { mistake: "Expected a definition, which has a list of surveys, or a survey of PostHog, Formbricks or Qualtrics" };
}

const isEmpty = ({ questions }) => questions.length === 0;

function taken({ name, from }, surveys) {
  const notes = [];
  const theme = {};
  const ids = new Set();
  const whole = surveys.map((survey) => from(survey, notes, theme)).map((survey) => ({ ...survey, questions: onward(fit(survey.questions, survey.id, notes), notes) }));
  for (const { id } of whole.filter(isEmpty)) notes.push(`Survey ${id}: was left out, none of its questions is of a kind that is here.`);
  const made = whole.filter((it) => !isEmpty(it)).map((survey) => ({ ...survey, id: idFor(survey.id, ids, "survey") }));
  if (made.length === 0) return { mistake: `Nothing of it can be asked here. ${[...new Set(notes)].join(" ")}` };
  const isRated = made.some((survey) => survey.questions.some((it) => it.kind === "effort"));
  if (isRated) notes.push("Ratings are of effort here: see in each scale which end is easy.");
  notes.push(`Answers that ${name} has are not taken over.`);
  const look = Object.keys(theme).length ? { theme } : {};
  return { definition: { version: 1, ...look, surveys: made }, notes: [...new Set(notes)] };
}
