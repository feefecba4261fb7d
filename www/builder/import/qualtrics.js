/** A Qualtrics survey file (QSF): its blocks in the order of the flow, each question as one of ours. */
import { choice, idFor, isYesNo, onward, plain, rating, textOf, told } from "./common.js";
import { leftOfBlocks, leftOfFile, leftOfFlow, leftOfQuestion } from "./qualtrics-left.js";

const POINTS = [5, 7, 10];
const MANY = ["MAVR", "MAHR", "MACOL", "MSB"];
/** What stands on the ends of a scale that is told by its labels. */
const SCALED = /agree|easy|difficult|satisf|likely|effort/i;

export const isQualtrics = (it) => Array.isArray(it?.SurveyElements) && Boolean(it.SurveyEntry);

export function fromQualtrics({ SurveyEntry: entry, SurveyElements: elements }, notes) {
  const main = (entry.SurveyLanguage ?? "EN").toLowerCase();
  const payload = (kind) => elements.find((it) => it.Element === kind)?.Payload;
  const asked = new Map(elements.filter((it) => it.Element === "SQ" && it.Payload).map((it) => [it.Payload.QuestionID ?? it.PrimaryAttribute, it.Payload]));
  const blocks = Object.values(payload("BL") ?? {}).filter((it) => it.Type !== "Trash");
  const flow = flowed(payload("FL")?.Flow ?? []);
  const inOrder = [...flow.ids.map((id) => blocks.find((it) => it.ID === id)).filter(Boolean), ...blocks.filter((it) => !flow.ids.includes(it.ID))];
  if (flow.isBranched) notes.push("Branches of the survey flow were left out: all blocks are asked, in their order.");
  leftOfFlow(payload("FL")?.Flow ?? [], notes);
  leftOfBlocks(inOrder, notes);
  leftOfFile(elements, notes);
  const taken = new Set();
  const questions = inOrder.flatMap((block) => block.BlockElements ?? []).filter((it) => it.Type === "Question").flatMap(({ QuestionID, SkipLogic }) => {
    const it = asked.get(QuestionID);
    if (!it) {
      notes.push(`Question ${QuestionID}: was left out, the file names it and does not have it.`);
      return [];
    }
    const name = `Question ${it.DataExportTag ?? QuestionID}`;
    if (SkipLogic || it.DisplayLogic) notes.push(`${name}: its display and skip logic was left out.`);
    if (/\$\{/.test(it.QuestionText)) notes.push(`${name}: text that is piped in (\${…}) stands as it was written.`);
    leftOfQuestion(it, name, notes);
    return question(it, { main, name, notes, taken });
  });
  notes.push("A survey file does not say when to ask: it comes before leaving, or after 75 % of the page.");
  return told({
    id: idFor(entry.SurveyName, new Set(), "survey"),
    questions: onward(questions, notes),
    triggers: { any: [{ exitIntent: {} }, { scroll: { percent: 75 } }] },
  });
}

/** Ids of blocks as the flow comes to them, whatever they are in. */
function flowed(flow) {
  const ids = [];
  let isBranched = false;
  for (const it of flow) {
    if (it.ID) ids.push(it.ID);
    if (it.Type === "Branch" || it.Type === "BlockRandomizer") isBranched = true;
    const inner = flowed(it.Flow ?? []);
    ids.push(...inner.ids);
    isBranched ||= inner.isBranched;
  }
  return { ids, isBranched };
}

function question(it, { main, name, notes, taken }) {
  const translated = Array.isArray(it.Language) ? {} : (it.Language ?? {});
  const others = (pick) => Object.fromEntries(Object.entries(translated).map(([tag, told]) => [tag.toLowerCase(), pick(told)]));
  const say = (text, pick) => textOf({ [main]: text, ...others(pick) });
  const listed = (order, list, key) => (order?.length ? order : Object.keys(list ?? {})).map((id) => ({ id: String(id), ...list?.[id], text: say(list?.[id]?.Display, (told) => told?.[key]?.[id]?.Display) }));
  const isOptional = it.Validation?.Settings?.ForceResponse !== "ON";
  const base = told({
    id: idFor(it.DataExportTag, taken, "question"),
    text: say(it.QuestionText, (told) => told?.QuestionText),
    optional: isOptional ? true : undefined,
  });
  const choices = listed(it.ChoiceOrder, it.Choices, "Choices").filter((one) => one.text);
  switch (it.QuestionType) {
    case "DB":
      return [{ ...told({ ...base, optional: undefined }), kind: "message" }];
    case "TE":
      if (it.Selector === "FORM") notes.push(`${name}: a form of ${choices.length} lines became one text.`);
      return [{ ...base, kind: "text" }];
    case "MC":
      return [chosen(it, base, choices, name, notes)];
    case "Matrix":
      return matrix(base, choices, listed(it.AnswerOrder, it.Answers, "Answers"), { it, name, notes, taken });
    default:
      notes.push(`${name}: was left out, there is no question of the kind ${it.QuestionType} here.`);
      return [];
  }
}

function chosen(it, base, choices, name, notes) {
  const texts = choices.map((one) => one.text);
  if (it.Selector === "NPS") {
    notes.push(`${name}: 0 to 10 became 1 to 10, so older ratings cannot be compared with new ones.`);
    return rating(base, 10, [undefined, undefined], name, notes);
  }
  const isMany = MANY.includes(it.Selector);
  if (!isMany && isYesNo(texts)) return { ...base, kind: "yesNo" };
  if (!isMany && isScale(texts)) {
    notes.push(`${name}: ${texts.length} labelled answers became a rating.`);
    return rating(base, texts.length, texts, name, notes);
  }
  const open = choices.find((one) => one.TextEntry);
  return choice(base, choices.filter((one) => one !== open).map((one) => one.text), { isMany, other: open?.text, name, notes });
}

const mainOf = (text) => (typeof text === "object" ? Object.values(text)[0] : text);

const isScale = (texts) => POINTS.includes(texts.length) && [texts[0], texts.at(-1)].every((text) => SCALED.test(plain(mainOf(text))));

/** A question for each row. */
function matrix(base, rows, columns, { it, name, notes, taken }) {
  const texts = columns.map((one) => one.text);
  if (it.Selector !== "Likert" || !texts.every(Boolean)) {
    notes.push(`${name}: was left out, there is no such matrix here.`);
    return [];
  }
  const isMany = it.SubSelector === "MultipleAnswer";
  if (texts.length === 1) {
    notes.push(`${name}: its ${rows.length} rows with one column, “${plain(mainOf(texts[0]))}”, became a choice of many.`);
    return [choice(base, rows.map((row) => row.text), { isMany: true, name, notes })];
  }
  notes.push(`${name}: its ${rows.length} rows became a question each.`);
  return rows.map((row, index) => {
    const id = index ? idFor(it.DataExportTag, taken, "question") : base.id;
    const own = { ...base, id, text: row.text };
    return !isMany && POINTS.includes(texts.length) ? rating(own, texts.length, texts, name, notes) : choice(own, texts, { isMany, name, notes });
  });
}
