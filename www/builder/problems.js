/** What the real reader says of the definition, at the fields that it is about. */
import { isBelow } from "./places.js";
import { plainly } from "./plain.js";

/** The place that a problem begins with, and what is said of it. */
export function parsed(message) {
  const end = message.search(/: (?=expected )/);
  const cut = end < 0 ? message.indexOf(": ") : end;
  return { place: message.slice(0, Math.max(cut, 0)), says: plainly(message.slice(cut + 2)) };
}

/** Each problem with the element of its field, or of the nearest that is around it. */
export function located(root, problems) {
  const places = problems.length ? [...root.querySelectorAll("[data-place]")] : [];
  return problems.map((problem) => {
    const around = places.filter((it) => isBelow(problem.place, it.dataset.place));
    const element = around.reduce((best, it) => (best && best.dataset.place.length >= it.dataset.place.length ? best : it), undefined);
    return { ...problem, element };
  });
}

/** Says each problem at its field. */
export function put(root, problems) {
  const told = new Map();
  for (const { element, says } of problems) {
    const room = element?.querySelector("[data-problem]");
    if (room) told.set(room, [...(told.get(room) ?? []), says]);
  }
  const controls = controlsOf(root);
  const wrong = new Set();
  for (const room of root.querySelectorAll("[data-problem]")) {
    const control = controls.get(room.id);
    say(room, control, told.get(room) ?? written(control));
    if (room.textContent) for (let it = room.closest("details"); it; it = it.parentElement.closest("details")) wrong.add(it);
  }
  for (const details of root.querySelectorAll("details")) details.toggleAttribute("data-wrong", wrong.has(details));
}

/** A mistake in a field of JSON is known here alone. */
const written = (control) => [control?.dataset.mistake].filter(Boolean);

/** The controls by what describes them, of which the first counts. */
function controlsOf(root) {
  const controls = new Map();
  for (const control of root.querySelectorAll("[aria-describedby]")) {
    for (const id of control.getAttribute("aria-describedby").split(" ")) if (!controls.has(id)) controls.set(id, control);
  }
  return controls;
}

function say(room, control, texts) {
  const text = texts.join(" ");
  if (room.textContent !== text) room.textContent = text;
  if (text) control?.setAttribute("aria-invalid", "true");
  else control?.removeAttribute("aria-invalid");
}

/** Opens what the field is folded into, and goes there. */
export function goTo(element) {
  for (let it = element; it; it = it.parentElement) if (it.localName === "details") it.open = true;
  const room = element.querySelector("[data-problem]");
  const control = (room && controlsOf(document).get(room.id)) ?? element.querySelector("input, select, textarea, button");
  control?.scrollIntoView({ block: "center" });
  control?.focus();
}
