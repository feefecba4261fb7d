/** What the reader says of a definition, for people who have a form before them and know no JSON. */
import { valueName } from "./words.js";

/** How the reader's expectation begins or what it is, and what there is to do. */
const PLAIN = [
  [/^a list of questions, or a template/, () => "Add a question, or choose a template."],
  [/^a list of surveys/, () => "Add a survey."],
  [/^a list of options|^2 to 20 options/, () => "Add 2 to 20 options."],
  [/^text that is not blank$|^text, or an object with one text/, () => "Write a text."],
  [/^text, because a survey names (.*)$/, (name) => `Write a text: a question says ${name}.`],
  [/^an id of 1 to 64/, () => "Write 1 to 64 letters, digits, hyphens and underscores."],
  [/^an object with all, any, not, exitIntent/, () => "Add a moment at which it asks."],
  [/^help-center, .*effort-10$/, () => "There is no template of this name. Choose one of the list."],
  [/^at least one (condition|of is|of path|of hours|name)/, () => "Add at least one."],
  [/^at least two conditions/, () => "Add at least two."],
  [/^the id of a later question, or "end"/, () => "Choose a later question, or the end."],
  [/^the id of an earlier question/, () => "Choose an earlier question."],
  [/^no other key than (.*?)(; did you mean (.*)\?)?$/, (all, _, meant) => (meant ? `This name is not known. Is it ${meant}?` : `This name is not known. Known are ${all}.`)],
  [/^(an? (?!list|object|single)|text|pixels|two |names)(.*)/, (first, rest) => `Write ${first}${rest}.`],
];

/** What there is to do about `says`, which begins with “expected” where it is of the reader's tables. */
export function plainly(says) {
  const [, wanted] = /^expected ([^]*)$/.exec(says) ?? [];
  if (wanted === undefined) return capital(says);
  for (const [pattern, words] of PLAIN) {
    const found = pattern.exec(wanted);
    if (found) return words(...found.slice(1));
  }
  return `Expected ${wanted}.`;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * What the tables say of a field, in the form's words: what may be chosen by its name, and nothing of kinds that the
 * field is not there for.
 */
export function hintOf({ description = "", enum: values = [] }) {
  const words = values.filter((it) => typeof it === "string");
  const named = words.reduce((text, it) => text.replace(new RegExp(`\\b${it}(?=[:)])`, "g"), () => valueName(it)), description);
  return named.replace(/\bTrue:/gi, "Yes:").replace(/\bFalse:/gi, "No:").replace(/ ?Only for the kinds? [^.]*\.$/, "");
}

/** Where a field is, by what stands over it: “When › after % of the page was seen”. */
export function whereIs(element) {
  const words = [
    element.closest("[data-part]")?.querySelector("h2"),
    element.closest(".question")?.querySelector("h3"),
    element.closest(".sentence")?.querySelector("p"),
    element.matches(".question, .sentence") ? undefined : element.querySelector(":scope > label, :scope > legend"),
  ].map((it) => it?.textContent.replace(/\s+/g, " ").trim());
  return [...new Set(words.filter(Boolean))].join(" › ");
}
