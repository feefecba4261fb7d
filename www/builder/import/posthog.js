/** A PostHog survey, as its API gives it (posthog-js, `posthog-surveys-types.ts`), as one of ours. */
import { choice, CORNERS, idFor, isColor, onward, plain, rating, textOf, together, told } from "./common.js";
import { leftOfQuestion, leftOfSurvey } from "./posthog-left.js";

const TYPES = ["open", "link", "rating", "single_choice", "multiple_choice"];

export const isPostHog = (it) => Array.isArray(it?.questions) && it.questions.length > 0 && it.questions.every((question) => TYPES.includes(question?.type));

/** What a rating's answers are called when a way depends on them, by its points. */
const BUCKETS = {
  5: { negative: { atMost: 2 }, neutral: { is: 3 }, positive: { atLeast: 4 } },
  7: { negative: { atMost: 3 }, neutral: { is: 4 }, positive: { atLeast: 5 } },
  10: { detractors: { atMost: 6 }, passives: { atLeast: 7, atMost: 8 }, promoters: { atLeast: 9 } },
};

export function fromPostHog(survey, notes, theme) {
  const appearance = survey.appearance ?? {};
  const conditions = survey.conditions ?? {};
  const taken = new Set();
  const ids = survey.questions.map((it, index) => idFor(it.question, taken, `question-${index + 1}`));
  const questions = survey.questions.map((it, index) => question(it, ids, index, notes));
  for (const [key, color] of [["surface", appearance.backgroundColor], ["accent", appearance.submitButtonColor], ["onAccent", appearance.submitButtonTextColor]]) {
    if (isColor(color)) theme[key] = color;
    else if (color) notes.push(`The colour ${color} was left out: only #rgb and #rrggbb are colours here.`);
  }
  leftOfSurvey(survey, notes);
  if (appearance.shuffleQuestions) notes.push("Questions were asked in any order; here they are asked in theirs.");
  if (survey.linked_flag_key || survey.linked_flag || survey.targeting_flag_key || survey.targeting_flag) notes.push("Feature flags are not known here: say whom to ask in its audience.");
  if (survey.start_date || survey.end_date) notes.push("Its start and end dates were left out.");
  if (appearance.thankYouMessageDescription) notes.push("The text below the thanks was left out.");
  return told({
    id: idFor(survey.name, new Set(), "survey"),
    questions: onward(questions, notes),
    thanks: appearance.displayThankYouMessage === false ? undefined : plain(appearance.thankYouMessageHeader) || undefined,
    triggers: triggers(survey, appearance, conditions, notes),
    audience: audience(conditions, notes),
    frequency: frequency(survey, conditions, notes),
    layout: layout(survey, appearance, notes),
  });
}

/** A text, with its translations where there are some. */
function texts(it, key) {
  const others = Object.entries(it.translations ?? {}).map(([tag, translated]) => [tag, translated?.[key]]);
  return textOf({ en: it[key], ...Object.fromEntries(others) });
}

function question(it, ids, index, notes) {
  const name = `Question ${index + 1}`;
  if (it.description) notes.push(`${name}: its description was left out.`);
  leftOfQuestion(it, name, notes);
  if (it.shuffleOptions) notes.push(`${name}: its options stand in their order.`);
  const base = told({ id: ids[index], text: texts(it, "question"), optional: it.optional ? true : undefined });
  const made = { open: open, link, rating: rated, single_choice: chosen, multiple_choice: chosen }[it.type](it, base, name, notes);
  if (!made) return undefined;
  const branch = ways(it, made, ids, notes);
  return branch ? { ...made, branch } : made;
}

const open = (_, base) => ({ ...base, kind: "text" });

function link(it, { optional: _, ...base }, name, notes) {
  notes.push(`${name}: became a message; its link${it.link ? ` to ${it.link}` : ""} was left out.`);
  return { ...base, kind: "message" };
}

function rated(it, base, name, notes) {
  if (it.scale === 2) {
    notes.push(`${name}: thumbs became yes or no.`);
    return { ...base, kind: "yesNo" };
  }
  if (it.scale === 10) notes.push(`${name}: 0 to 10 became 1 to 10, so older ratings cannot be compared with new ones.`);
  const made = rating(base, it.scale, [texts(it, "lowerBoundLabel"), texts(it, "upperBoundLabel")], name, notes);
  return it.display === "emoji" ? { ...made, scale: { ...made.scale, look: "faces" } } : made;
}

function chosen(it, base, name, notes) {
  const options = it.choices.map((text, index) => textOf({ en: text, ...Object.fromEntries(Object.entries(it.translations ?? {}).map(([tag, told]) => [tag, told?.choices?.[index]])) }));
  const other = it.hasOpenChoice ? options.at(-1) : undefined;
  return choice(base, other ? options.slice(0, -1) : options, { isMany: it.type === "multiple_choice", other, name, notes });
}

function ways({ branching, type, scale }, made, ids, notes) {
  const to = (target) => (target === "end" ? "end" : (ids[target] ?? "end"));
  if (branching?.type === "end") return [{ to: "end" }];
  if (branching?.type === "specific_question") return [{ to: to(branching.index) }];
  if (branching?.type !== "response_based") return undefined;
  const when = (key) => {
    if (type === "single_choice") return made.options?.[key] ? { is: made.options[key].id } : made.other ? { is: "other" } : undefined;
    return scale === 2 ? { is: key === "positive" ? "yes" : "no" } : BUCKETS[scale]?.[key];
  };
  return Object.entries(branching.responseValues ?? {}).flatMap(([key, target]) => {
    const fits = when(key);
    if (!fits) notes.push(`Question ${made.id}: the way for “${key}” was left out.`);
    return fits ? [{ when: fits, to: to(target) }] : [];
  });
}

function triggers(survey, appearance, conditions, notes) {
  const delay = appearance.surveyPopupDelaySeconds ? `${appearance.surveyPopupDelaySeconds}s` : undefined;
  if (survey.type === "widget" && appearance.widgetType === "selector") return { click: { selector: appearance.widgetSelector } };
  const events = (conditions.events?.values ?? []).filter(({ name }) => name?.trim()).map(({ name, propertyFilters }) => ({ event: told({ name, where: where(propertyFilters, notes), delay }) }));
  const actions = (conditions.actions?.values ?? []).flatMap((action) => action.steps ?? [{ event: action.name }]).map((step) =>
    step.selector || step.text ? { click: told({ selector: step.selector || undefined, text: step.text || undefined, delay }) } : { event: told({ name: step.event ?? "action", delay }) },
  );
  if (actions.length) notes.push("Actions became clicks and events: have the page tell those events.");
  if (conditions.cancelEvents?.values?.length) notes.push("Events that cancelled it were left out.");
  const found = [...events, ...actions];
  if (found.length) return together("any", found);
  notes.push(`It came as soon as its page was open; here it comes after ${delay ?? "5s"} of active time.`);
  return { time: { activeTime: delay ?? "5s" } };
}

function where(filters, notes) {
  const known = Object.entries(filters ?? {}).flatMap(([key, { values = [], operator }]) => {
    if (operator === "exact") return [[key, values.length === 1 ? values[0] : values]];
    if (operator === "icontains" && values.length === 1) return [[key, { contains: values[0] }]];
    notes.push(`The condition on “${key}” (${operator}) was left out.`);
    return [];
  });
  return known.length ? Object.fromEntries(known) : undefined;
}

const DEVICES = { Mobile: "coarse", Tablet: "coarse", Desktop: "fine" };

function audience({ url, urlMatchType = "icontains", selector, deviceTypes = [] }, notes) {
  const way = /regex/.test(urlMatchType) ? "matches" : /icontains/.test(urlMatchType) ? "contains" : "is";
  const page = url && { page: { url: { [way]: url } } };
  const pointers = [...new Set((deviceTypes ?? []).map((it) => DEVICES[it]))].filter(Boolean);
  if (url && way === "contains") notes.push("The address is compared with capital and small letters as they are.");
  const parts = [
    page && (/^(not_|is_not)/.test(urlMatchType) ? { not: page } : page),
    selector && { element: { selector } },
    pointers.length === 1 && { device: { pointer: pointers[0] } },
  ].filter(Boolean);
  if (pointers.length === 1) notes.push("Kinds of devices became how exactly they point: mobile and tablet by finger, desktop by mouse.");
  return together("all", parts);
}

function frequency(survey, { seenSurveyWaitPeriodInDays: days }, notes) {
  const rules = [
    survey.schedule !== "always" && survey.schedule !== "recurring" && { on: "shown", max: 1 },
    days && { scope: "all", on: "shown", quiet: `${days}d` },
  ].filter(Boolean);
  if (survey.schedule === "recurring") notes.push("It came again after some days; here its frequency is the polite one.");
  return rules.length ? { preset: "polite", rules } : undefined;
}

function layout(survey, { widgetType, widgetLabel, position }, notes) {
  if (survey.type === "widget" && widgetType !== "selector") return { tab: told({ label: plain(widgetLabel) || undefined }) };
  if (position === "next_to_trigger") return { beside: {} };
  if (CORNERS[position]) return { corner: CORNERS[position] };
  if (position) notes.push(`Its place (${position}) became the corner where reading ends.`);
  return undefined;
}
