/** A few options, of which one or some are chosen. A press on the only one that may be answers. */
import { make } from "../dom.js";
import { NEXT, PICK } from "../happened.js";
import { listen } from "../listener.js";
import { give } from "../view/focus.js";
import { NAMED } from "../view/parts.js";

/**
 * @param {{labels: string[], chosen: number, written: string, many: boolean, other: boolean, limit: number}} choice
 * What stands on each option; those chosen before, a bit for each, and what was written of something
 * else; whether several may be, whether the last one is for something else, and the most characters.
 */
export function askChoice({ labels, chosen, written, many, other, limit }, tell) {
  const last = other ? labels.length - 1 : -1;
  const own = make("input", { class: "own", part: "text", maxlength: limit, value: written, "aria-label": labels.at(-1), hidden: true });
  const options = labels.map((label, index) => {
    const input = make("input", { type: many ? "checkbox" : "radio", name: "option", value: index, checked: !!(chosen & (1 << index)) });
    // Keys make clicks too, and choosing by them moves no focus; only a press of a pointer has a count.
    listen(input, "click", ({ detail }) => {
      reveal();
      if (!detail) return;
      if (index === last) give(own);
      else if (!many) send();
    });
    return make("label", { part: "option", class: many ? "many" : "one" }, input, make("span", {}, label));
  });
  const inputs = options.map(({ firstChild }) => firstChild);
  const picked = () => inputs.reduce((bits, { checked }, index) => bits | (checked << index), 0);
  const reveal = () => {
    own.hidden = !inputs[last]?.checked;
  };
  const send = () => {
    const bits = picked();
    bits ? tell(PICK, own.hidden ? "" : own.value, bits) : tell(NEXT);
  };
  reveal();
  const group = make("div", { role: many ? "group" : "radiogroup", class: "column", ...NAMED }, ...options);
  return { field: group, legend: own, send };
}
