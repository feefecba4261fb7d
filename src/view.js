/**
 * Shows a screen and tells what the visitor does with it.
 *
 * One element at the end of the body, with an open shadow root. Never moves the focus when it
 * appears by itself, never touches the page's own styles or scroll position.
 */
import { after } from "./clock.js";
import { make } from "./dom.js";
import { CLOSE } from "./happened.js";
import { listen } from "./listener.js";
import { wordsFor } from "./locale.js";
import { quiet } from "./quiet.js";
import { show } from "./view/card.js";
import { followFocus, give } from "./view/focus.js";
import STYLE from "./view/style.css";

/** Milliseconds a live region must have been in the page before a change in it is announced. */
const SETTLE = 150;

/** Written from right to left (CLDR, the ones with more than a million readers online). */
const RIGHT_TO_LEFT = /^(ar|fa|he|ur|yi)\b/;

/** @param {object} words The nudge's own, in the page's language. */
export function openView(tell, words) {
  let mounted;

  return {
    render(screen) {
      const labels = wordsFor(screen, words);
      mounted ??= mount(screen, labels, tell);
      const { root, form } = mounted;
      const hadFocus = root.activeElement;
      const next = show(form, screen, labels, tell);
      if (hadFocus) give(next);
    },

    close() {
      mounted?.close();
      mounted = undefined;
    },
  };
}

function mount({ language, title }, labels, tell) {
  const form = make("form", { method: "dialog" });
  const dir = RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
  // Of the card, not of the host, where a page's style sheet could turn it around.
  const card = make("section", { part: "card", popover: "manual", dir, "aria-label": labels.region }, form);
  // The live region stands in the page itself, where assistive technology finds it.
  const live = make("div", { role: "status" });
  const host = make("effortlet-nudge", { lang: language }, live);
  const root = host.attachShadow({ mode: "open" });
  root.append(card, make("slot", {}));
  const giveBack = followFocus(root, card);
  listen(card, "keydown", ({ key, isComposing }) => key === "Escape" && !isComposing && tell(CLOSE));
  document.body.append(host);
  quiet(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    // Without popovers, which came later, the style sheet's z-index has to do.
    card.showPopover();
  })();
  import("./shown.js").then(({ attend }) => attend(card), () => {});
  after(SETTLE, () => live.append(`${labels.region}: ${title}`));
  const close = () => {
    giveBack();
    host.remove();
  };
  return { root, form, close };
}
