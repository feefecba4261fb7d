/** Free text. Enter makes a new line; Control or Command with Enter sends. */
import { make } from "../dom.js";
import { WRITE } from "../happened.js";
import { listen } from "../listener.js";
import { NAMED } from "./parts.js";

export function askText({ text, limit }, tell) {
  const field = make("textarea", { part: "text", rows: 3, maxlength: limit, ...NAMED }, text);
  listen(field, "keydown", ({ key, ctrlKey, metaKey }) => {
    if (key === "Enter" && (ctrlKey || metaKey)) field.form.requestSubmit();
  });
  return { field, send: () => tell(WRITE, field.value) };
}
