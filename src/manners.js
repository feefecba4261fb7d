/** What a visitor is busy with, so that a nudge would be in the way. */
import { after, cancel, now } from "./clock.js";
import { listen } from "./listener.js";
import { quiet } from "./quiet.js";

/** Milliseconds without typing, or without any of the events, until a moment is quiet. */
const REST = 3000;

/** What may be the end of what holds a nudge back. */
const ENDS = "focusout fullscreenchange toggle close pause ended selectionchange pointerup keyup resize";

/** Popovers that stay until they are closed are part of the page. */
const MODAL = ":is(:modal,[popover]:not([popover=manual]):popover-open,[aria-modal=true])";

export function openManners() {
  let typed = 0;
  const typing = () => now() - typed < REST;

  /** By the numbers of `manners.rs`, from 1. A browser may not know one of them. */
  const checks = [
    () => [...document.querySelectorAll(MODAL), ...attended().map((it) => it.closest(MODAL))].some(isSeen),
    () => document.fullscreenElement,
    typing,
    () => !getSelection().isCollapsed,
    () => [...document.querySelectorAll("video")].some((it) => !it.paused && !it.muted),
    () => matchMedia("(pointer: coarse)").matches && attended().some((it) => it.matches(":read-write")),
  ].map(quiet);

  return {
    /** Notices typing, until the signal. */
    watch: (signal) => listen(document, "input", () => (typed = now()), signal),

    /** The first that holds, 0 for none. Reads the layout, so never inside an event. */
    occupied: () => checks.findIndex((check) => check()) + 1,

    /** Calls once, when the visitor may have done with it. Gives what ends the waiting. */
    whenQuiet(call) {
      const end = new AbortController();
      let timer;
      const wait = () => {
        cancel(timer);
        timer = after(REST, () => {
          stop();
          call();
        });
      };
      const stop = () => {
        cancel(timer);
        end.abort();
      };
      listen(document, ENDS, wait, end.signal);
      if (typing()) wait();
      return stop;
    },
  };
}

/** What has the focus, through open shadow roots, the outermost first. */
function attended() {
  const path = [];
  for (let it = document.activeElement; it; it = it.shadowRoot?.activeElement) path.push(it);
  return path;
}

const isSeen = (it) => it?.getClientRects().length;
