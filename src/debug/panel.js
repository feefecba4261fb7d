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
import { sides } from "./side.js";
import FRAME from "./frame.css";
import PARTS from "./parts.css";

export const NAME = "effortlet-debug";

/** Milliseconds between two drawings at least, and at most. */
const SOON = 250;
const LATER = 1000;

/**
 * @param {() => Promise<{ content: Node[], needed: Element[] }>} draw What stands in the panel now, and what of the
 * page has to be clicked.
 * @param {Object<string, Function>} acts What buttons do, by name.
 * @param {{ isFolded: boolean, keep: (isFolded: boolean) => void }} before Whether it is folded at first, and what is
 * told of that as the page is left or the panel closed.
 */
export function openPanel(draw, acts, before) {
  const end = new AbortController();
  const { signal } = end;
  const section = make("section", { popover: "manual", "aria-label": "Effortlet debug" });
  const host = make(NAME, { lang: "en", dir: "ltr" });
  const root = host.attachShadow({ mode: "open" });
  root.append(section);
  const side = sides();
  let folded = Boolean(before.isFolded);
  let timer;
  let isSoon = false;

  /** Where the page has put another body in place of the one we were in, or never had us. */
  const mount = quiet(() => {
    document.body.append(host);
    section.showPopover();
  });

  async function drawNow() {
    isSoon = false;
    const { content, needed } = await draw(folded);
    if (signal.aborted) return;
    if (!host.isConnected) mount();
    section.classList.toggle("folded", folded);
    patchChildren(section, content);
    side.choose(section, needed);
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
    own[name] ? own[name]() : acts[name](...values);
    redraw();
  };

  /** What buttons do that are about the panel itself. */
  const own = {
    fold() {
      folded = !folded;
    },
    move: side.move,
  };

  quiet(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(FRAME + PARTS);
    root.adoptedStyleSheets = [sheet];
  })();
  listen(section, "click", press, signal);
  listen(document, "visibilitychange", redraw, signal);
  listen(window, "pagehide", () => before.keep(folded), signal);
  redraw();

  return {
    soon,
    close() {
      before.keep(folded);
      end.abort();
      clearTimeout(timer);
      host.remove();
    },
  };
}
