/** A rating as a radio group. A press answers; keys only move, and Enter or the button answers. */
import { make } from "../dom.js";
import { NEXT, RATE } from "../happened.js";
import { listen } from "../listener.js";
import { NAMED } from "./parts.js";

export function askScale({ points: count, low, high, chosen }, { of }, tell) {
  const rate = (rating) => tell(RATE, "", rating);
  const ends = { 1: low, [count]: high };
  const points = Array.from({ length: count }, (_, index) => {
    const value = index + 1;
    // Such as "7 of 7, Strongly agree".
    const name = `${value} ${of} ${count}${ends[value] ? `, ${ends[value]}` : ""}`;
    const input = make("input", { type: "radio", name: "rating", value, checked: value === chosen, "aria-label": name });
    // Keys make clicks too; only a press of a pointer has a count.
    listen(input, "click", ({ detail }) => detail && rate(value));
    return make("label", { part: "point" }, input, make("span", HIDDEN, value));
  });
  return {
    field: make("div", { role: "radiogroup", ...NAMED }, ...points),
    legend: low && make("p", { class: "ends", ...HIDDEN }, make("span", {}, low), make("span", {}, high)),
    send({ target }) {
      const { value } = target.elements.rating;
      value ? rate(+value) : tell(NEXT);
    },
  };
}

/** Said already, by the names of the points. */
const HIDDEN = { "aria-hidden": true };
