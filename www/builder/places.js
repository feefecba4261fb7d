/**
 * Places in a document, as lists of names and indexes, and as the reader spells them: `surveys[0].scale.points`.
 * Never changes a document: each change gives another one.
 */

/** What is optional as a whole: it goes with the last thing in it. */
const SHELLS = new Set(["scale", "theme", "dark", "privacy", "frequency", "rules", "questions", "branch", "when", "labels", "origins"]);
const ROOT_SHELLS = new Set(["page", "helpCenter", "sections"]);

export const spelled = (place) =>
  place.map((part, index) => (typeof part === "number" ? `[${part}]` : index ? `.${part}` : part)).join("");

/** As it was before it was spelled. A name with a dot in it is taken for two. */
export const parts = (place) => [...place.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) => (index === undefined ? name : Number(index)));

export const at = (document, place) => place.reduce((value, part) => value?.[part], document);

/** The document with `value` at a place; undefined takes away what is there. What is missing on the way is made. */
export function put(document, place, value) {
  const [part, ...rest] = place;
  if (part === undefined) return value;
  const copy = Array.isArray(document) || (document === undefined && typeof part === "number") ? [...(document ?? [])] : { ...document };
  const inner = put(copy[part], rest, value);
  if (inner !== undefined) copy[part] = inner;
  else if (Array.isArray(copy)) copy.splice(part, 1);
  else delete copy[part];
  return copy;
}

/** As `put` without a value; an optional whole that has nothing left in it goes too. */
export function take(document, place) {
  const less = put(document, place, undefined);
  const parent = place.slice(0, -1);
  return isShell(parent) && isEmpty(at(less, parent)) ? take(less, parent) : less;
}

export const isBelow = (place, whole) => place === whole || (place.startsWith(whole) && /^[.[]/.test(place.slice(whole.length)));

const isShell = (place) => SHELLS.has(place.at(-1)) || (place.length === 1 && ROOT_SHELLS.has(place[0]));
const isEmpty = (value) => Object.keys(value ?? {}).length === 0;
