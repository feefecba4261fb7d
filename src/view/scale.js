/** A rating as a radio group. A press answers; keys only move, and Enter or the button answers. */
import { make } from "../dom.js";
import { listen } from "../listener.js";
import { NAMED } from "./parts.js";

export function askScale({ points: count, low, high, chosen }, { of }, tell) {
  const rate = (rating) => tell("rate", "", rating);
  const inputs = Array.from({ length: count }, (_, index) => {
    // Such as "7 of 7, Strongly agree".
    const meaning = [low, high][[0, count - 1].indexOf(index)];
    const name = `${index + 1} ${of} ${count}${meaning ? `, ${meaning}` : ""}`;
    return make("input", { type: "radio", name: "rating", "aria-label": name });
  });
  const points = inputs.map((input, index) => {
    const rating = index + 1;
    input.checked = rating === chosen;
    // Keys make clicks too; only a press of a pointer has a count.
    listen(input, "click", ({ detail }) => detail && rate(rating));
    return make("label", { part: "point" }, input, make("span", { "aria-hidden": true }, `${rating}`));
  });
  return {
    field: make("div", { role: "radiogroup", ...NAMED }, ...points),
    legend: low && make("p", { class: "ends", "aria-hidden": true }, make("span", {}, low), make("span", {}, high)),
    send() {
      const index = inputs.findIndex((input) => input.checked);
      index < 0 ? tell("next") : rate(index + 1);
    },
  };
}
