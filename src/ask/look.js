/** A scale of faces, of stars, or of buttons that each say what they mean. */
import { draw, fill } from "../dom.js";
import { askScale } from "../view/scale.js";

const STARS = 2;
const LABELS = 3;

/** By the numbers of the engine. */
const CLASSES = ["", "faces", "stars", "column"];

/**
 * @param {{look: number, upward: boolean, leftToRight: boolean, labels: string[], points: number}} scale
 * What the points look like, whether the highest means little effort, whether the lowest is the left
 * one in every language, and what each of them means, where a team says so.
 */
export function askLook({ look, upward, leftToRight, labels, ...scale }, words, tell) {
  const it = askScale(scale, words, tell);
  it.field.className = CLASSES[look];
  if (leftToRight) [it.field, it.legend].forEach((part) => part?.setAttribute("dir", "ltr"));
  [...it.field.children].forEach((point, index) => {
    const [input, shown] = point.children;
    const label = labels[index];
    if (label) input.setAttribute("aria-label", `${index + 1} ${words.of} ${scale.points}, ${label}`);
    if (look === LABELS) fill(shown, label);
    else if (look) {
      const ease = (upward ? index : scale.points - 1 - index) / (scale.points - 1);
      fill(shown, look === STARS ? star() : face(ease));
    }
  });
  // Each button says it itself.
  return look === LABELS ? { ...it, legend: undefined } : it;
}

const picture = (...children) => draw("svg", { viewBox: "0 0 24 24", width: 26, height: 26 }, ...children);

const star = () => picture(draw("path", { d: "M12 2.8l2.8 5.9 6.4.8-4.7 4.4 1.2 6.4L12 17.2l-5.7 3.1 1.2-6.4L2.8 9.5l6.4-.8z" }));

/** `ease` from 0, a mouth whose ends hang, to 1, one that smiles. */
function face(ease) {
  const ends = 17 - ease * 3;
  const middle = 11.5 + ease * 8;
  return picture(
    draw("circle", { cx: 12, cy: 12, r: 10 }),
    draw("path", { d: `M8.5 8.5v1.5M15.5 8.5v1.5M7.5 ${ends}Q12 ${middle} 16.5 ${ends}` }),
  );
}
