/** What the editions that know everything need from JavaScript, beside what the ordinary one does. */
import ASK from "../src/view/choice-and-look.css";
import LAYOUT from "../src/view/layout.css";

export { followDataLayer } from "../src/fallback/data-layer.js";

export const styles = [ASK, LAYOUT];
