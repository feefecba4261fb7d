/**
 * How many characters a text has, once they come near to the most it may have. Numbers alone, which
 * need no translation.
 */
import { make } from "./dom.js";
import { listen } from "./listener.js";

/** Shares of the limit: from the first on it is shown; whoever hears it is told at each. */
const TOLD = [0.8, 0.9, 1];

export function count(card) {
  const { host } = card.getRootNode();
  const live = host.querySelector("[role=status]");
  let told = 0;
  listen(card, "input", ({ target: field }) => {
    const { maxLength: limit, value } = field;
    if (!(limit > 0)) return;
    const numbers = new Intl.NumberFormat(host.lang || undefined);
    const reached = TOLD.filter((share) => value.length >= share * limit).length;
    const text = reached ? `${numbers.format(value.length)} / ${numbers.format(limit)}` : "";
    const counter = counterOf(field, text);
    if (counter) counter.textContent = text;
    if (reached > told) live.textContent = text;
    told = reached;
  });
}

/** Stands under the field, and describes it. */
function counterOf(field, text) {
  const { nextElementSibling: next } = field;
  if (next?.id === "count") return next;
  if (!text) return undefined;
  // A fraction is written from left to right in every language.
  const counter = make("p", { id: "count", class: "count", dir: "ltr" });
  field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} count`.trim());
  field.after(counter);
  return counter;
}
