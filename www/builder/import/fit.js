/** As many questions, and as many characters in each text, as one response has room for. The reader knows the same limits. */

/** Characters of all answers together, those of each option and answer beside its text, and of a text where nothing is said. */
const MOST = 12_500;
const EACH = 45;
const USUAL = 2_000;

/** Shorter texts than these are none. */
const LEAST = 100;

const isOpen = (it) => it.kind === "text" || (it.kind === "choice" && it.other !== undefined);
const fixed = (it) => EACH * (it.kind === "choice" ? it.options.length + (isOpen(it) ? 2 : 0) : 1);

export function fit(questions, name, notes) {
  const open = questions.filter(isOpen).length;
  const left = MOST - questions.reduce((sum, it) => sum + fixed(it), 0);
  if (left >= open * USUAL) return questions;
  if (left < open * LEAST) return fit(shorter(questions, name, notes), name, notes);
  const limit = Math.floor(left / open);
  notes.push(`Survey ${name}: a text may have ${limit} characters, so that all answers fit in one response.`);
  return questions.map((it) => (isOpen(it) ? { ...it, limit } : it));
}

/** Without the last one; it is noted once how many there were. */
function shorter(questions, name, notes) {
  const note = `Survey ${name}: its last questions were left out, since all answers have to fit in one response.`;
  if (!notes.includes(note)) notes.push(note);
  return questions.slice(0, -1);
}
