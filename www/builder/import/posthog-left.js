/** What a PostHog survey has beside its questions' words and answers: each is named where it is left out. */

const isSome = (list) => (list?.length ?? 0) > 0;

/** Whether a question has it, and what is said then. */
const OF_QUESTIONS = [
  [(it) => it.buttonText, "the words of its button were left out: the nudge has its own."],
  [(it) => isSome(it.validation), "what an answer has to be like is not checked."],
];

export function leftOfQuestion(it, name, notes) {
  for (const [has, words] of OF_QUESTIONS) if (has(it)) notes.push(`${name}: ${words}`);
}

const OF_SURVEYS = [
  [({ appearance }) => appearance.placeholder, "The words in its empty fields were left out."],
  [({ appearance }) => appearance.submitButtonText || appearance.thankYouMessageCloseButtonText, "The words of its buttons were left out: the nudge has its own."],
  [({ appearance }) => appearance.displayIntroScreen, "Its introduction was left out."],
  [({ appearance }) => appearance.autoDisappear, "The thanks go by themselves, as they do in any survey here."],
  [({ appearance }) => appearance.borderColor || appearance.ratingButtonColor || appearance.ratingButtonActiveColor || appearance.fontFamily, "Colours of borders and ratings, and the font, were left out."],
  [({ current_iteration: iteration, iteration_count: count }) => iteration > 1 || count > 1, "It was asked again in rounds; say how often in its frequency."],
  [({ responses_limit: limit }) => limit, "It does not end after so many answers."],
];

export function leftOfSurvey(survey, notes) {
  const whole = { ...survey, appearance: survey.appearance ?? {} };
  for (const [has, words] of OF_SURVEYS) if (has(whole)) notes.push(words);
}
