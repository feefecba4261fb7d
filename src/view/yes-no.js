/** Two buttons; pressing one answers. */
import { make } from "../dom.js";
import { NAMED, button } from "./parts.js";

export function askYesNo({ chosen }, labels, tell) {
  const choice = (label, yes) =>
    button(label, { part: "choice", "aria-pressed": chosen === yes }, () => tell("choose", "", +yes));
  return make("div", { role: "group", ...NAMED }, choice(labels.yes, true), choice(labels.no, false));
}
