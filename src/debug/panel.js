/**
 * The panel: one element at the end of the body, with an open shadow root.
 *
 * Redrawn by timers while it is open and the page can be seen; nothing else in the widget is. Never
 * moves the focus, announces nothing by itself, and changes in place, so that what is read, selected
 * or pressed stays where it is.
 */
import { make } from "./dom.js";
import { listen } from "./listener.js";
import { quiet } from "../fallback/quiet.js";
import { patchChildren } from "./patch.js";
import FRAME from "./frame.css";
import PARTS from "./parts.css";

export const NAME = "effortlet-debug";

/** Milliseconds between two drawings at least, and at most. */
const SOON = 250;
const LATER = 1000;

/**
 * @param {() => Promise<Node[]>} draw What stands in the panel now.
 * @param {Object<string, Function>} acts What buttons do, by name.
 */
export function openPanel(draw, acts) {
  const end = new AbortController();
  const { signal } = end;
  const section = make("section", { popover: "manual", "aria-label": "Effortlet debug" });
  const host = make(NAME, { lang: "en", dir: "ltr" });
  const root = host.attachShadow({ mode: "open" });
  root.append(section);
  let folded = false;
  let far = false;
  let timer;
  let isSoon = false;

  /** Where the page has put another body in place of the one we were in, or never had us. */
  const mount = quiet(() => {
    document.body.append(host);
    section.showPopover();
  });

  async function drawNow() {
    isSoon = false;
    const drawn = await draw(folded);
    if (signal.aborted) return;
    if (!host.isConnected) mount();
    // The nudge is on the left where its language is written from the right.
    far ||= document.querySelector("effortlet-nudge")?.shadowRoot.querySelector("section").dir === "rtl";
    section.className = [folded && "folded", far && "far"].filter(Boolean).join(" ");
    patchChildren(section, drawn);
    // What happened while it was drawn is not in it.
    drawBy(isSoon ? SOON : LATER);
  }

  const redraw = () => drawNow().catch(() => {});

  /** While nobody sees it, nothing is drawn but what was pressed. */
  function drawBy(span) {
    clearTimeout(timer);
    if (!folded && !document.hidden && !signal.aborted) timer = setTimeout(redraw, span);
  }

  const soon = () => {
    if (isSoon) return;
    isSoon = true;
    drawBy(SOON);
  };

  const press = (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (!act) return;
    const [name, ...values] = JSON.parse(act);
    if (name === "fold") folded = !folded;
    else acts[name](...values);
    redraw();
  };

  quiet(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(FRAME + PARTS);
    root.adoptedStyleSheets = [sheet];
  })();
  listen(section, "click", press, signal);
  listen(document, "visibilitychange", redraw, signal);
  redraw();

  return {
    soon,
    close() {
      end.abort();
      clearTimeout(timer);
      host.remove();
    },
  };
}
