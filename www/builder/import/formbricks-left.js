/** What a Formbricks survey has beside its questions' words and answers: each is named where it is left out. */
import { plain } from "./common.js";

const isOn = (it) => Boolean(it?.enabled ?? it);
const isSome = (list) => (list?.length ?? 0) > 0;
const says = (text) => Boolean(plain(typeof text === "object" ? Object.values(text ?? {})[0] : text));

/** Whether a question has it, and what is said then. */
const OF_QUESTIONS = [
  [(it) => it.shuffleOption && it.shuffleOption !== "none", "its answers stand in their order, never at random."],
  [(it) => it.inputType && it.inputType !== "text", "what is written is not checked to be of its kind (e-mail, number and the like)."],
  [(it) => it.charLimit?.enabled && it.charLimit.min, "the fewest characters that it asked for were left out."],
  [(it) => isSome(it.validation?.rules), "what an answer has to be like is not checked."],
  [(it) => says(it.placeholder), "the words in its empty field were left out."],
  [(it) => it.isColorCodingEnabled, "the colours of its points were left out."],
  [(it) => it.imageUrl || it.videoUrl, "its picture or film was left out."],
  [(it) => it.choices?.some((one) => one.imageUrl), "pictures of its answers were left out."],
  [(it) => it.choices?.some((one) => one.id === "none"), "an answer that rules out the others does not here."],
];

export function leftOfQuestion(it, name, notes) {
  for (const [has, words] of OF_QUESTIONS) if (has(it)) notes.push(`${name}: ${words}`);
}

const OF_SURVEYS = [
  [(it) => it.blocks?.some((block) => says(block.buttonLabel) || says(block.backButtonLabel)), "The words of its buttons were left out: the nudge has its own."],
  [(it) => it.welcomeCard?.enabled && (says(it.welcomeCard.subheader) || says(it.welcomeCard.html)), "The text below its welcome was left out."],
  [(it) => it.endings?.some((end) => says(end.subheader) || says(end.buttonLabel)), "The text and the button below its thanks were left out."],
  [(it) => it.redirectUrl || it.endings?.some((end) => end.type === "redirectToUrl"), "Where it led to at its end was left out."],
  [(it) => it.autoClose, "It does not close by itself."],
  [(it) => it.autoComplete, "It does not end after so many answers."],
  [(it) => it.publishOn || it.closeOn, "The dates between which it was asked were left out."],
  [(it) => isOn(it.singleUse) || it.pin || it.isVerifyEmailEnabled || isOn(it.recaptcha) || it.isSingleResponsePerEmailEnabled, "What kept others from answering (single use, PIN, e-mail, reCAPTCHA) was left out."],
  [(it) => isSome(it.followUps), "Follow-ups by e-mail were left out."],
  [(it) => it.type === "link", "It had an address of its own; here it is asked on a page."],
];

export function leftOfSurvey(survey, notes) {
  for (const [has, words] of OF_SURVEYS) if (has(survey)) notes.push(words);
}
