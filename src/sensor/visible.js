/** Whether the document can be seen. */
import { listen } from "../listener.js";

export function watchVisibility(tell, undo) {
  const report = () => tell("visible", "", +!document.hidden);
  report();
  undo.push(listen(document, "visibilitychange", report));
}
