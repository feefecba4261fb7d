/** Whether the document can be seen. */
import { listen } from "../listener.js";

export function watchVisibility(tell, signal) {
  const report = () => tell("visible", "", +!document.hidden);
  report();
  listen(document, "visibilitychange", report, signal);
}
