/** Style sheets beside the nudge's own. */
import { quiet } from "./quiet.js";

/** By root, the texts of those that it has. */
const adopted = new WeakMap();

/** Adds a style sheet to the nudge on display, or to another root, once. */
export const adopt = quiet((style, root = document.querySelector("effortlet-nudge").shadowRoot) => {
  const styles = adopted.get(root) ?? new Set();
  if (styles.has(style)) return;
  adopted.set(root, styles.add(style));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
});
