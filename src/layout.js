/**
 * Where few nudges stand: in another corner, in an element of the page, folded to a tab, or next to
 * what was clicked. What has no such place is in the corner.
 */
import { make } from "./dom.js";
import { CLOSE } from "./happened.js";
import STYLE from "./layout.css";
import { listen } from "./listener.js";
import { adopt } from "./sheet.js";
import { drop, give } from "./view/focus.js";

/** By the numbers of the engine: the classes of the card. */
const CLASSES = ["", "start", "top", "top start", "inline", "tab", "tab start", "beside"];
const INLINE = 4;
const TABS = [5, 6];
const BESIDE = 7;

/** Between the card and what it stands next to, and around both, in CSS pixels. */
const GAP = 8;

/** The most that the question after the first one adds to the height of a card. */
const GROWTH = 120;

export function openLayout(tell) {
  /** What was clicked last, of all that is waited for. */
  let clicked;
  /** The card that has been given its place. */
  let placed;
  let ended;

  return {
    /** The visitor has opened it by a press. Safari leaves the focus where it was then. */
    enter() {
      give(clicked);
      import("./shown.js").then((shown) => shown.enter(), () => {});
    },

    clicked(element) {
      clicked = element;
    },

    /**
     * Of the nudge on display, whenever it shows a screen.
     *
     * @param {number} place By the numbers of the engine.
     * @param {string} text The selector of what it stands in, or what stands on the tab.
     * @param {boolean} last Whether nothing more is asked.
     */
    stand(place, text, last) {
      const root = document.querySelector("effortlet-nudge").shadowRoot;
      const card = root.querySelector("section");
      ended = last;
      if (!place || card === placed) return;
      placed = card;
      adopt(STYLE, root);
      card.className = CLASSES[place];
      if (place === INLINE) standIn(document.querySelector(text), card);
      if (TABS.includes(place)) fold(card, text, () => ended, tell);
      if (place === BESIDE) standBeside(clicked, card);
    },
  };
}

/** An element that has gone meanwhile leaves the card in the corner. */
function standIn(element, card) {
  if (!element) return card.classList.remove("inline");
  card.removeAttribute("popover");
  element.append(card.getRootNode().host);
}

/** Leaves a button on the card, and moves what is asked to a panel that it opens. */
function fold(card, label, isOver, tell) {
  const name = card.getAttribute("aria-label");
  const form = card.querySelector("form");
  const button = make("button", { type: "button", part: "tab", "aria-haspopup": "dialog" }, label || name);
  const side = card.classList.contains("start") ? "start " : "";
  const panel = make(
    "section",
    { part: "card", popover: "manual", role: "dialog", class: `${side}away`, dir: card.dir, "aria-label": name },
    form,
  );
  const turn = (open) => {
    // The card takes what had the focus before it for where the visitor came from.
    drop(card.getRootNode());
    card.classList.toggle("away", open);
    panel.classList.toggle("away", !open);
    give(open ? form.querySelector("h2") : button);
  };
  card.append(button);
  card.after(panel);
  panel.showPopover?.();
  import("./shown.js").then(({ attend }) => attend(panel), () => {});
  listen(button, "click", () => turn(true));
  listen(panel, "keydown", ({ key, isComposing }) => {
    if (key === "Escape" && !isComposing) isOver() ? tell(CLOSE) : turn(false);
  });
}

/** Below it, or above it where there is more room; nowhere near it without enough. */
function standBeside(element, card) {
  const { top, bottom, left, right, width } = element?.getBoundingClientRect() ?? {};
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = card;
  const needed = offsetHeight + GROWTH;
  const under = clientHeight - bottom - 2 * GAP;
  const over = top - 2 * GAP;
  if (!width || Math.max(under, over) < needed) return card.classList.remove("beside");
  const below = under >= needed;
  const start = card.dir === "rtl" ? right - offsetWidth : left;
  const x = Math.max(GAP, Math.min(start, clientWidth - offsetWidth - GAP));
  // Measured from the beginning of the page, with which it scrolls.
  const values = {
    top: below ? `${scrollY + bottom + GAP}px` : "auto",
    bottom: below ? "auto" : `${clientHeight - scrollY - top + GAP}px`,
    left: `${scrollX + x}px`,
  };
  for (const [side, value] of Object.entries(values)) card.style.setProperty(`--_${side}`, value);
}
