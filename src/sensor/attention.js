/** Signs of life: whether somebody is there, and by what they act. */
import { ACTED } from "../happened.js";
import { listen } from "../listener.js";

/** Milliseconds between two that are told, unless somebody acts by other means. */
const PAUSE = 1000;

/**
 * A moving pointer is 0, a press, key or wheel turn 1, a touch 2, as the engine has it. Not told by
 * mousemove: browsers make one of each tap (Touch Events, "Interaction with Mouse Events and click").
 */
const MEANS = { pointermove: 0, touchstart: 2, touchmove: 2 };

export function watchAttention(tell, signal) {
  let last = [];
  const act = ({ isTrusted, pointerType, timeStamp, type }) => {
    if (!isTrusted || pointerType === "touch") return;
    const means = MEANS[type] ?? 1;
    if (means === last[0] && timeStamp - last[1] < PAUSE) return;
    last = [means, timeStamp];
    tell(ACTED, "", means);
  };
  listen(window, "pointermove pointerdown keydown wheel touchstart touchmove", act, signal);
}
