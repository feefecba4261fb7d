/** Two buttons; pressing one answers. */
import { make } from "../dom.js";
import { CHOOSE } from "../happened.js";
import { NAMED, button } from "./parts.js";

export function askYesNo({ chosen }, labels, tell) {
  const choice = (word) =>
    button(labels[word], { part: "choice", "aria-pressed": chosen === word }, () => tell(CHOOSE, "", +(word === "yes")));
  return make("div", { role: "group", ...NAMED }, choice("yes"), choice("no"));
}
