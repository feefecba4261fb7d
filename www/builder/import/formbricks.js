/** A Formbricks survey, as its API gives it (packages/types/surveys), with blocks or, as it was before, questions. */
import { choice, CORNERS, idFor, isColor, onward, plain, rating, textOf, together, told } from "./common.js";
import { leftOfQuestion, leftOfSurvey } from "./formbricks-left.js";

export const isFormbricks = (it) => elementsOf(it).length > 0 && elementsOf(it).every((element) => element?.type && element.headline !== undefined);

const blocksOf = (it) => it?.blocks?.length ? it.blocks : (it?.questions ?? []).map((question) => ({ id: question?.id, elements: [question], logic: question?.logic, logicFallback: question?.logicFallback }));
const elementsOf = (it) => (Array.isArray(it?.blocks) || Array.isArray(it?.questions) ? blocksOf(it).flatMap((block) => block?.elements ?? []) : []);

export function fromFormbricks(survey, notes, theme) {
  const main = survey.languages?.find((it) => it.default)?.language?.code ?? "en";
  const say = (text) => (typeof text === "object" && text !== null ? textOf(Object.fromEntries(Object.entries(text).map(([tag, it]) => [tag === "default" ? main : tag, it]))) : plain(text) || undefined);
  const blocks = blocksOf(survey);
  const made = blocks.flatMap((block) => block.elements.map((element) => ({ block, element, question: question(element, say, notes) }))).filter((it) => it.question);
  const firstOf = (target) => made.find((it) => it.block.id === target)?.question.id ?? (survey.endings?.some((it) => it.id === target) ? "end" : target);
  const questions = made.map(({ block, element, question: it }) => {
    const branch = element === block.elements.at(-1) ? ways(block, element, it, firstOf, notes) : [];
    return branch.length ? { ...it, branch } : it;
  });
  if (survey.welcomeCard?.enabled) {
    const text = say(survey.welcomeCard.headline);
    if (text) questions.unshift({ id: "welcome", kind: "message", text });
  }
  const color = survey.styling?.brandColor?.light;
  if (isColor(color)) theme.accent = color;
  leftOfSurvey(survey, notes);
  if (survey.segment?.filters?.length) notes.push("Its segment was left out: say whom to ask in its audience.");
  if (survey.variables?.length || survey.hiddenFields?.fieldIds?.length) notes.push("Variables and hidden fields were left out.");
  if ((survey.endings?.length ?? 0) > 1) notes.push("Of its endings the first was taken.");
  return told({
    id: idFor(survey.name, new Set(), "survey"),
    questions: onward(questions, notes),
    thanks: say(survey.endings?.find((it) => it.type !== "redirectToUrl")?.headline),
    triggers: triggers(survey, notes),
    audience: survey.displayPercentage ? { sample: { percent: Number(survey.displayPercentage) } } : undefined,
    frequency: frequency(survey),
    layout: CORNERS[survey.projectOverwrites?.placement] ? { corner: CORNERS[survey.projectOverwrites.placement] } : undefined,
  });
}

function question(element, say, notes) {
  const name = `Question ${element.id}`;
  const base = told({ id: idFor(element.id, new Set(), "question"), text: say(element.headline), optional: element.required ? undefined : true });
  if (element.subheader && say(element.subheader)) notes.push(`${name}: its description was left out.`);
  leftOfQuestion(element, name, notes);
  const labels = [say(element.lowerLabel), say(element.upperLabel)];
  const looks = { smiley: "faces", star: "stars" };
  switch (element.type) {
    case "openText":
      return { ...base, kind: "text", ...(element.charLimit?.enabled && element.charLimit.max && { limit: Math.min(5000, element.charLimit.max) }) };
    case "ces":
    case "csat":
    case "rating": {
      const made = rating(base, element.range, labels, name, notes);
      return looks[element.scale] ? { ...made, scale: { ...made.scale, look: looks[element.scale] } } : made;
    }
    case "nps":
      notes.push(`${name}: 0 to 10 became 1 to 10, so older ratings cannot be compared with new ones.`);
      return rating(base, 10, labels, name, notes);
    case "multipleChoiceSingle":
    case "multipleChoiceMulti": {
      const other = element.choices.find((it) => it.id === "other");
      const options = element.choices.filter((it) => it !== other).map((it) => say(it.label));
      return choice(base, options, { isMany: element.type === "multipleChoiceMulti", other: other && say(other.label), name, notes });
    }
    case "cta": {
      const { optional: _, ...message } = base;
      if (element.buttonUrl) notes.push(`${name}: its link to ${element.buttonUrl} was left out.`);
      return { ...message, kind: "message" };
    }
    case "consent":
      notes.push(`${name}: a consent became yes or no.`);
      return { ...base, kind: "yesNo" };
    default:
      notes.push(`${name}: was left out, there is no question of the kind ${element.type} here.`);
      return undefined;
  }
}

const COMPARED = {
  equals: (value) => ({ is: value }),
  isGreaterThan: (value) => ({ atLeast: value + 1 }),
  isGreaterThanOrEqual: (value) => ({ atLeast: value }),
  isLessThan: (value) => ({ atMost: value - 1 }),
  isLessThanOrEqual: (value) => ({ atMost: value }),
  isSkipped: () => ({ skipped: true }),
};

function ways({ logic = [], logicFallback }, element, made, firstOf, notes) {
  const found = (logic ?? []).flatMap(({ conditions, actions }) => {
    const jump = actions?.find((it) => /^jumpTo/.test(it.objective));
    const [condition, ...more] = conditions?.conditions ?? [];
    const isOwn = condition?.leftOperand?.value === element.id;
    const value = condition?.rightOperand?.value;
    const option = element.choices?.findIndex((it) => it.id === value);
    const when = condition?.operator === "isSubmitted" ? null : COMPARED[condition?.operator]?.(option >= 0 ? (made.options?.[option]?.id ?? "other") : Number(value) || value);
    if (!jump || more.length || !isOwn || when === undefined) {
      notes.push(`Question ${element.id}: a rule of its logic was left out.`);
      return [];
    }
    return [when ? { when, to: firstOf(jump.target) } : { to: firstOf(jump.target) }];
  });
  return logicFallback ? [...found, { to: firstOf(logicFallback) }] : found;
}

function triggers(survey, notes) {
  const delay = survey.delay ? `${survey.delay}s` : undefined;
  const found = (survey.triggers ?? []).flatMap(({ actionClass: action }) => {
    const { type, elementSelector = {} } = action?.noCodeConfig ?? {};
    if (type === "exitIntent") return [{ exitIntent: {} }];
    if (type === "fiftyPercentScroll") return [{ scroll: { percent: 50 } }];
    if (type === "click") return [{ click: told({ selector: elementSelector.cssSelector || undefined, text: elementSelector.innerHtml || undefined, delay }) }];
    if (action && type !== "pageView") return [{ event: told({ name: action.key ?? action.name, delay }) }];
    return [];
  });
  if (found.length) return together("any", found);
  notes.push(`It came as soon as its page was open; here it comes after ${delay ?? "5s"} of active time.`);
  return { time: { activeTime: delay ?? "5s" } };
}

function frequency({ displayOption, displayLimit, recontactDays }) {
  const most = { displayOnce: 1, displaySome: displayLimit }[displayOption];
  const rules = [most && { on: "shown", max: most }, recontactDays && { scope: "all", on: "shown", quiet: `${recontactDays}d` }].filter(Boolean);
  return rules.length ? { preset: "polite", rules } : undefined;
}
