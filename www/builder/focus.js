/** Where keys go on: with what was begun or moved, and when what had the focus is taken away or cannot be pressed any more. */
import { isBelow, spelled } from "./places.js";

const CONTROLS = "input, select, textarea, button, summary";

const isReachable = (it) => !it.disabled && it.checkVisibility();
const reachable = (around, selector) => [...around.querySelectorAll(selector)].filter(isReachable);
const isLost = (focused) => !focused.isConnected || focused.disabled;

export function keepingFocus(root, draw) {
  const focused = document.activeElement;
  const around = [];
  for (let it = focused; it && it !== root; it = it.parentElement) around.push(it);
  draw();
  if (!isLost(focused) || ![document.body, focused].includes(document.activeElement)) return;
  (sameOf(root, focused) || besideOf(focused) || withinPlaceOf(root, around) || leftOf(root, around))?.focus();
}

/** What is called the same, as is the next row's once a row is gone. */
const sameOf = (root, { name }) => name && reachable(root, `[name="${CSS.escape(name)}"]`)[0];

/** What is disabled has others beside it. */
const besideOf = (focused) => focused.isConnected && reachable(focused.parentElement, "button")[0];

/** What stands at the same place now. */
function withinPlaceOf(root, around) {
  const place = around.find((it) => it.dataset.place)?.dataset.place;
  return place && controlAt(root, (it) => it === place);
}

/** The last button that is left around it. */
const leftOf = (root, around) => reachable(around.find((it) => it.isConnected) ?? root, "button").at(-1);

/** The first control of a place; what takes it away only where there is no other. */
function controlAt(root, isMeant) {
  const element = [...root.querySelectorAll("[data-place]")].find((it) => isMeant(it.dataset.place));
  const controls = element ? reachable(element, CONTROLS) : [];
  return controls.find((it) => !it.matches(".remove")) ?? controls[0];
}

/** Goes on with what was just begun at a place, which a sentence may say in its own kind. */
export function goOn(place) {
  const control = controlAt(document, (it) => isBelow(it, spelled(place)));
  control?.focus();
  if (control?.matches("input, textarea")) control.select();
}

/** Goes on at the first of these names that can be pressed. */
export const goOnAt = (...names) => names.map((name) => reachable(document, `[name="${CSS.escape(name)}"]`)[0]).find(Boolean)?.focus();
