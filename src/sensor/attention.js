/** Signs of life: whether somebody is there, and by what they act. */
import { now } from "../clock.js";
import { ACTED } from "../happened.js";
import { listen, sample } from "../listener.js";

/** Milliseconds between two that are told, unless somebody acts by other means; as the engine has it. */
const PAUSE = 5000;

/** Milliseconds between two that are heard of what goes on and on. */
const GLANCE = 1500;

/**
 * A moving pointer is 0, a press, key or wheel turn 1, a touch 2, as the engine has it. Not told by
 * mousemove: browsers make one of each tap (Touch Events, "Interaction with Mouse Events and click").
 */
const MEANS = { pointermove: 0, touchstart: 2, touchmove: 2 };

/** Gives when the visitor last did more than move a pointer, in milliseconds. */
export function watchAttention(tell, signal) {
  const attention = { acted: 0 };
  let last = [];

  const act = ({ isTrusted, pointerType, type }) => {
    // What a finger presses is told as a touch.
    if (!isTrusted || pointerType === "touch") return;
    const means = MEANS[type] ?? 1;
    const at = now();
    if (means) attention.acted = at;
    if (means === last[0] && Math.abs(at - last[1]) < PAUSE) return;
    last = [means, at];
    tell(ACTED, "", means);
  };

  listen(window, "pointerdown keydown touchstart", act, signal);
  sample(window, "wheel touchmove", GLANCE, act, signal);
  sample(window, "pointermove", PAUSE, act, signal);
  return attention;
}
