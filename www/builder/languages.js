/** The languages that a definition is written in, the main one first. */

/** Where a text may stand that has one wording for each language. */
const TEXTS = new Set(["text", "thanks", "other", "label"]);

/** `others` are those that somebody is about to write in. */
export function languagesOf(document, others) {
  const found = new Set([document.defaultLocale ?? "en"]);
  for (const survey of Array.isArray(document.surveys) ? document.surveys : []) collect(survey, found);
  return [...found, ...others.filter((it) => !found.has(it))];
}

function collect(value, found, isText = false) {
  if (typeof value !== "object" || value === null) return;
  if (isText && !Array.isArray(value)) for (const tag of Object.keys(value)) found.add(tag);
  for (const [key, inner] of Object.entries(value)) {
    const isLabel = key === "labels" && Array.isArray(inner);
    if (isLabel) for (const it of inner) collect(it, found, true);
    else collect(inner, found, TEXTS.has(key) && typeof inner === "object");
  }
}
