/** What a visitor is busy with, so that a nudge would be in the way. */
import { now } from "./clock.js";
import { listen } from "./listener.js";
import { quiet } from "./quiet.js";

/** Milliseconds without a key until somebody has typed. */
const PAUSE = 3000;

/** Popovers that stay until they are closed are part of the page. */
const MODAL = ":is(dialog:modal,[popover]:not([popover=manual]):popover-open,[aria-modal=true])";

export function openManners() {
  let typed = 0;
  const typing = () => now() - typed < PAUSE;

  /** By the numbers of `manners.rs`, from 1. A browser may not know one of them. */
  const checks = [
    () => [...document.querySelectorAll(MODAL), ...attended().filter((it) => it.matches(MODAL))].some(isSeen),
    () => document.fullscreenElement,
    typing,
    () => !getSelection().isCollapsed,
    () => [...document.querySelectorAll("video")].some((it) => !it.paused && !it.muted && it.volume),
    () => matchMedia("(pointer: coarse)").matches && attended()[0].matches(":read-write"),
  ].map(quiet);

  return {
    typing,

    /** Notices typing, until the signal. Some editors let no `input` follow. */
    watch: (signal) => listen(document, "beforeinput", () => (typed = now()), signal),

    /** The first that holds, 0 for none. Reads the layout, so never inside an event. */
    occupied: () => checks.findIndex((check) => check()) + 1,
  };
}

/** What has the focus and all that it is in, inside out, through open shadow roots. */
function attended() {
  let it = document.activeElement;
  while (it.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
  const path = [];
  for (; it; it = it.assignedSlot ?? it.parentElement ?? it.getRootNode().host) path.push(it);
  return path;
}

/** Many pages leave a dialog in place and fade it out or push it aside; of some only the parts have a size. */
function isSeen(it) {
  const { width, height, left, right, top, bottom } = it.getBoundingClientRect();
  const isInside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  // Safari before 17.4 does not say more than whether there is a box.
  const shown = it.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? it.getClientRects().length;
  return shown && (isInside || !(width * height));
}
