/** The first real act of the visitor. */
import { listen } from "../listener.js";

export function watchAttention(tell, signal) {
  let acted = false;
  const act = ({ isTrusted }) => {
    if (isTrusted && !acted) tell("interacted");
    acted ||= isTrusted;
  };
  listen(window, "pointerdown keydown wheel touchstart", act, signal);
}
