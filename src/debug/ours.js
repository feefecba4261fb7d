/** Whether what happens in the page happens to the panel, so that it is none of its visitor's acts. */
import { listen } from "./listener.js";

/** All that sensors take for an act. */
const ACTS = "pointermove pointerdown keydown wheel touchstart touchmove click mouseout";

/** Has to be asked for before any sensor listens, so that this hears of each event first. */
export function followActs(name, signal) {
  let ours = false;
  const look = (event) => {
    ours = event.composedPath().some(({ localName }) => localName === name);
  };
  listen(window, ACTS, look, signal);
  return () => ours;
}
