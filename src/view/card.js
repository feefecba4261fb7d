/** One screen inside the card: the title, what is asked, and the ways on. */
import { fill, make } from "../dom.js";
import { BACK, CLOSE, SKIP } from "../happened.js";
import { button } from "./parts.js";
import { askScale } from "./scale.js";
import { askText } from "./text.js";
import { askYesNo } from "./yes-no.js";

/**
 * Fills the form, and gives the element that the focus belongs to now.
 *
 * The form itself stays: browsers warn about one that is gone while it is being sent. Outside of
 * a dialog it goes nowhere (HTML Standard, 4.10.22.3).
 */
export function show(form, screen, labels, tell) {
  const { title, body, optional, back, mistake } = screen;
  const act = (name, what, label = labels[name], attributes) =>
    button(label, { class: name, ...attributes }, () => tell(what));
  const { field, legend, send } = ask(body, labels, tell);
  // A rating answers by itself; its button is for those who move by keys.
  const way = body.text ? "send" : "next";
  const heading = make("h2", { id: "title", part: "title", tabindex: -1 }, title || labels.thanks);
  const ways = make(
    "div",
    { class: "ways" },
    back && act("back", BACK),
    optional && act("skip", SKIP),
    send && make("button", { class: way, part: "button" }, labels[way]),
  );

  form.onsubmit = send;
  fill(
    form,
    heading,
    optional && make("p", { id: "hint" }, labels.optional),
    field,
    legend,
    mistake && make("p", { id: "mistake", role: "alert" }, labels[mistake]),
    ways,
    act("close", CLOSE, "×", { "aria-label": labels.close }),
  );
  return (mistake && form.querySelector("input,textarea")) || heading;
}

/** The field, a legend under it, and what sends the answer; nothing for the last words. */
function ask({ yesNo, effort, text, rare }, labels, tell) {
  if (yesNo) return { field: askYesNo(yesNo, labels, tell) };
  if (effort) return askScale(effort, labels, tell);
  // What only the full edition asks it brings itself.
  return text ? askText(text, tell) : (rare?.(labels) ?? {});
}
