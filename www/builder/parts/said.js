/** What a folded part says in a few words. */
import { at } from "../places.js";
import { kindOf, sentenceOf } from "./tree.js";

const JOINED = { any: " or ", all: " and ", seq: ", then " };

export function treeSaid(kind, value) {
  if (!value || typeof value !== "object") return "";
  const [combination] = Object.keys(JOINED).filter((it) => Array.isArray(value[it]));
  if (combination) return value[combination].map((it) => treeSaid(kind, it)).filter(Boolean).join(JOINED[combination]);
  if (value.not) return `not ${treeSaid(kind, value.not)}`;
  const it = kindOf(kind, value);
  if (!it) return "";
  const told = it.field && at(value, [it.kind, it.field]);
  const [before, after = ""] = sentenceOf(it, kind.words);
  return [before, told === true ? "" : told, after].filter(Boolean).join(" ");
}

export function frequencySaid(frequency) {
  const rules = frequency?.rules?.length ?? 0;
  const preset = frequency?.preset === "none" ? "By rules of your own" : "Politely";
  return rules ? `${preset}, ${rules} ${rules === 1 ? "rule" : "rules"}` : preset;
}
