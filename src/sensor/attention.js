/** The first real act of the visitor. */
import { listen } from "../listener.js";

export function watchAttention(tell, undo) {
  const stop = listen(window, "pointerdown keydown wheel touchstart", (event) => {
    if (event.isTrusted) {
      stop();
      tell("interacted");
    }
  });
  undo.push(stop);
}
