/** What more than one kind of question is made of. */
import { make } from "../dom.js";
import { listen } from "../listener.js";

/** What a field is named and described by; what is not there describes nothing. */
export const NAMED = { "aria-labelledby": "title", "aria-describedby": "hint mistake" };

/** A button that does one thing. */
export function button(label, attributes, call) {
  const it = make("button", { type: "button", ...attributes }, label);
  listen(it, "click", call);
  return it;
}
