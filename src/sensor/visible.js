/** Whether the document can be seen. */
import { VISIBLE } from "../happened.js";
import { listen } from "../listener.js";

export function watchVisibility(tell, signal) {
  const report = () => tell(VISIBLE, "", +!document.hidden);
  report();
  listen(document, "visibilitychange", report, signal);
}
