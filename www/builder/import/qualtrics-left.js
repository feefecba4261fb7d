/** What a Qualtrics survey has beside its questions' words and answers: each is named where it is left out. */
import { plain } from "./common.js";

const PICTURE = /<(img|video|audio|iframe|embed|object)\b/i;
const given = (it) => it !== undefined && it !== null && it !== "" && it !== false;
const choicesOf = (it) => [...Object.values(it.Choices ?? {}), ...Object.values(it.Answers ?? {})].filter(given);
const isSome = (type) => given(type) && type !== "None";

/** Whether a question has it, and what is said then. */
const OF_QUESTIONS = [
  [(it) => given(it.QuestionJS), "its JavaScript was left out."],
  [(it) => given(it.GraphicID) || PICTURE.test(it.QuestionText), "its picture was left out."],
  [(it) => choicesOf(it).some((one) => PICTURE.test(one.Display)), "pictures of its answers were left out."],
  [(it) => isSome(it.Randomization?.Type) || given(it.Randomization?.TotalRandSubset), "its answers stand in their order, never at random."],
  [(it) => given(it.DynamicChoices), "answers that it takes from another question were left out."],
  [(it) => given(it.ChoiceGroups), "the groups of its answers were left out."],
  [(it) => choicesOf(it).some((one) => given(one.ExclusiveAnswer)), "an answer that rules out the others does not here."],
  [(it) => choicesOf(it).some((one) => given(one.DisplayLogic)), "answers that logic shows are always there."],
  [(it) => isSome(it.Validation?.Settings?.Type), "what an answer has to be like is not checked."],
  [(it) => it.QuestionType === "Matrix" && Object.values(it.Choices ?? {}).some((one) => given(one?.TextEntry)), "room for words in its rows was left out."],
];

export function leftOfQuestion(it, name, notes) {
  for (const [has, words] of OF_QUESTIONS) if (has(it)) notes.push(`${name}: ${words}`);
  const open = it.QuestionType === "MC" ? Object.values(it.Choices ?? {}).filter((one) => given(one?.TextEntry)) : [];
  if (open.length > 1) notes.push(`${name}: of its ${open.length} open answers only “${plain(open[0].Display)}” has room for words.`);
}

/** What stands in the flow beside blocks, by its type. */
const OF_FLOW = {
  EmbeddedData: "Embedded data of the survey flow was left out.",
  WebService: "A web service of the survey flow was left out.",
  Authenticator: "The authenticator of the survey flow was left out.",
  Quota: "Quotas were left out.",
  EndSurvey: "Ends of the survey flow, and where they lead to, were left out.",
  TableOfContents: "The table of contents was left out.",
  ReferenceSurvey: "A survey that the flow refers to was left out.",
};

export function leftOfFlow(flow, notes) {
  for (const it of flow) {
    if (OF_FLOW[it.Type]) notes.push(OF_FLOW[it.Type]);
    leftOfFlow(it.Flow ?? [], notes);
  }
}

export function leftOfBlocks(blocks, notes) {
  for (const { Description: name, Options: options } of blocks) {
    if (isSome(options?.Looping)) notes.push(`Block ${plain(name)}: it is asked once, and does not loop.`);
    if (given(options?.RandomizeQuestions) && options.RandomizeQuestions !== "false") notes.push(`Block ${plain(name)}: its questions stand in their order, never at random.`);
  }
}

/** Elements of the file, by their kind. */
export function leftOfFile(elements, notes) {
  const options = elements.find((it) => it.Element === "SO")?.Payload;
  if (plain(options?.Header) || plain(options?.Footer)) notes.push("The survey's header and footer were left out.");
  if (plain(options?.EOSMessage)) notes.push("The message at the end was left out: the nudge says its own thank-you.");
  if (elements.some((it) => it.Element === "QG" && it.Payload?.Quotas?.length)) notes.push("Quotas were left out.");
}
