/** What all imports need: plain texts, ids, scales, and notes of what could not be taken over as it was. */

/** Points that a rating may have here. */
const POINTS = [5, 7, 10];
const MOST_OPTIONS = 20;

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** Markup is no text here. */
export const plain = (text) =>
  String(text ?? "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name) => ENTITIES[name])
    .replace(/\s+/g, " ")
    .trim();

/** An id of its own among those taken, of a name in any letters. */
export function idFor(name, taken, otherwise) {
  const short = plain(name).normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 40).replace(/^-+|-+$/g, "");
  const base = short && !["end", "other"].includes(short) ? short : otherwise;
  const free = (count) => (taken.has(`${base}-${count}`) ? free(count + 1) : `${base}-${count}`);
  const id = taken.has(base) ? free(2) : base;
  taken.add(id);
  return id;
}

/** One text for all languages, or those of each: `texts` are by language, the first being the main one. */
export function textOf(texts) {
  const told = Object.entries(texts).map(([tag, text]) => [tag, plain(text)]).filter(([, text]) => text);
  return told.length > 1 ? Object.fromEntries(told) : told[0]?.[1];
}

const EASY = /\b(easy|easily|agree|satisf|likely|good|great|yes)/i;
const HARD = /\b(difficult|hard|disagree|dissatisf|unlikely|not\b|bad|poor|no\b)/i;
const first = (text) => (typeof text === "object" ? Object.values(text)[0] : (text ?? ""));

/** A rating. `labels` are those of both ends or of each point. */
export function rating(question, points, labels, name, notes) {
  const next = POINTS.find((it) => it >= points) ?? 10;
  const shown = labels.every(Boolean) && (labels.length === 2 || labels.length === next) ? labels : [labels[0], labels.at(-1)];
  const isLow = EASY.test(first(shown[0])) && !HARD.test(first(shown[0])) && HARD.test(first(shown[1]));
  if (next !== points) notes.push(`${name}: ${points} points became ${next}, so older ratings cannot be compared with new ones.`);
  const scale = { points: next, ...(shown.every(Boolean) && { labels: shown }), ...(isLow && { easyIs: "low" }) };
  return { ...question, kind: "effort", scale };
}

/** A choice; what has room for words of one's own is `other`. Nothing where there is nothing to choose. */
export function choice(question, options, { isMany, other, name, notes }) {
  if (other && options.length === 1) {
    notes.push(`${name}: its open answer became one without room for words, since a choice is among two.`);
    return choice(question, [...options, other], { isMany, name, notes });
  }
  if (options.length === 1) {
    notes.push(`${name}: its only answer, “${first(options[0])}”, became yes or no.`);
    return { ...question, kind: "yesNo" };
  }
  if (options.length === 0) {
    notes.push(other ? `${name}: its only answer, which is open, became a text.` : `${name}: was left out, it has no answers to choose from.`);
    return other && { ...question, kind: "text" };
  }
  const taken = new Set();
  const all = options.map((text, index) => ({ id: idFor(first(text), taken, `option-${index + 1}`), text }));
  if (all.length > MOST_OPTIONS) notes.push(`${name}: of ${all.length} options the first ${MOST_OPTIONS} were taken.`);
  const kept = all.slice(0, MOST_OPTIONS);
  return { ...question, kind: "choice", options: kept, ...(isMany && { many: true }), ...(other && { other }) };
}

export const isYesNo = (texts) => texts.length === 2 && /^yes\b/i.test(first(texts[0])) && /^no\b/i.test(first(texts[1]));

/** Branches lead on, never back, and to a question that is there. What was left out is nothing. */
export function onward(made, notes) {
  const questions = made.filter(Boolean);
  const isLater = (index, to) => to === "end" || questions.findIndex((it) => it.id === to) > index;
  return questions.map(({ branch, ...question }, index) => {
    const kept = (branch ?? []).filter((it) => isLater(index, it.to));
    if (branch && kept.length < branch.length) notes.push(`Question ${question.id}: a way that led back, or to what was left out, was left out too.`);
    return kept.length ? { ...question, branch: kept } : question;
  });
}

/** What others call a position, as a corner. */
export const CORNERS = { left: "bottomStart", right: "bottomEnd", top_left: "topStart", top_right: "topEnd", bottomLeft: "bottomStart", bottomRight: "bottomEnd", topLeft: "topStart", topRight: "topEnd" };

export const isColor = (text) => /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(text ?? "");

/** One condition, or all of some. */
export const together = (name, parts) => (parts.length > 1 ? { [name]: parts } : parts[0]);

/** An object without what is undefined. */
export const told = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
