/**
 * What somebody has not written yet is no mistake. What is empty is told of once they went on from it, or want to
 * publish; what is written wrongly, and what came from elsewhere, at once.
 */
import { at, parts } from "./places.js";

const isEmpty = (value) => value === undefined || value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

/** What lacks elsewhere lacks because of a survey: nobody would look for it there. */
const isOfSurvey = (place) => place.startsWith("surveys[");

/** `changed` is told when there may be more to tell of. */
export function patience(changed) {
  const left = new Set();
  let isAll = true;
  let isHolding = false;
  let isPressed = false;

  /**
   * Later, since the page may be just being drawn, which takes away what has the focus. And not while a button of the
   * pointer is down: what is pressed would move away below it.
   */
  function tell() {
    if (isPressed) addEventListener("pointerup", () => setTimeout(changed), { once: true, capture: true });
    else setTimeout(changed);
  }

  for (const [name, is] of [["pointerdown", true], ["pointerup", false], ["pointercancel", false]]) {
    addEventListener(name, () => (isPressed = is), { capture: true });
  }

  return {
    /** Another definition: all of it is told of. */
    begin() {
      left.clear();
      isAll = true;
    },
    /** Somebody wants it to be whole. */
    urge() {
      isAll = true;
      changed();
    },
    /** Somebody went on from a field, and from what is around it unless they stay in that. */
    leave({ target, relatedTarget }) {
      const before = left.size;
      for (let it = target.closest("[data-place]"); it; it = it.parentElement.closest("[data-place]")) {
        if (it.contains(relatedTarget)) break;
        left.add(it.dataset.place);
        if (!relatedTarget) break;
      }
      if (left.size > before && isHolding) tell();
    },
    /** Those of the problems that are to be told of now. */
    told(document, problems) {
      if (isAll) for (const { place } of problems) left.add(place);
      isAll = false;
      const isHeld = ({ place, element }) => isOfSurvey(place) && !left.has(place) && !left.has(element?.dataset.place) && isEmpty(at(document, parts(place)));
      const told = problems.filter((it) => !isHeld(it));
      isHolding = told.length < problems.length;
      return told;
    },
  };
}
