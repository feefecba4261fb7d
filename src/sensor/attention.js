/** The first real act of the visitor. */
import { INTERACTED } from "../happened.js";
import { listen } from "../listener.js";

export function watchAttention(tell, signal) {
  let acted = false;
  const act = ({ isTrusted }) => {
    if (isTrusted && !acted) tell(INTERACTED);
    acted ||= isTrusted;
  };
  listen(window, "pointerdown keydown wheel touchstart", act, signal);
}
