/** What the real reader says of the definition, at the fields that it is about. */
import { isBelow } from "./places.js";

/** The place that a problem begins with, and what is said of it. */
export function parsed(message) {
  const end = message.search(/: (?=expected )/);
  const cut = end < 0 ? message.indexOf(": ") : end;
  const says = message.slice(cut + 2);
  return { place: message.slice(0, Math.max(cut, 0)), says: says.charAt(0).toUpperCase() + says.slice(1) };
}

/** Puts each problem where its field is, or the nearest that is around it. Gives what it found, with the element. */
export function put(root, problems) {
  const rooms = [...root.querySelectorAll("[data-place]")];
  const told = new Map();
  const found = problems.map((problem) => {
    const around = rooms.filter((it) => isBelow(problem.place, it.dataset.place));
    const nearest = around.reduce((best, it) => (best && best.dataset.place.length >= it.dataset.place.length ? best : it), undefined);
    const room = nearest?.querySelector("[data-problem]");
    if (room) told.set(room, [...(told.get(room) ?? []), problem.says]);
    return { ...problem, element: nearest };
  });
  for (const room of root.querySelectorAll("[data-problem]")) say(room, told.get(room) ?? written(room));
  for (const details of root.querySelectorAll("details")) {
    details.toggleAttribute("data-wrong", [...details.querySelectorAll("[data-problem]")].some((it) => it.textContent));
  }
  return found;
}

/** A mistake in a field of JSON is known here alone. */
const written = (room) => [controlOf(room)?.dataset.mistake].filter(Boolean);

const controlOf = ({ id }) => document.querySelector(`[aria-describedby~="${CSS.escape(id)}"]`);

function say(room, texts) {
  const text = texts.join(". ");
  if (room.textContent !== text) room.textContent = text;
  const control = controlOf(room);
  if (text) control?.setAttribute("aria-invalid", "true");
  else control?.removeAttribute("aria-invalid");
}

/** Opens what the field is folded into, and goes there. */
export function goTo(element) {
  for (let it = element; it; it = it.parentElement) if (it.localName === "details") it.open = true;
  const room = element.querySelector("[data-problem]");
  const control = (room && controlOf(room)) ?? element.querySelector("input, select, textarea, button");
  control?.scrollIntoView({ block: "center" });
  control?.focus();
}
