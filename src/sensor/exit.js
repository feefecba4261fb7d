/** The pointer leaving the window, and how it left. */
import { LEFT, RETURNED } from "../happened.js";
import { hear, listen } from "../listener.js";
import { after, now } from "../clock.js";
import { quiet } from "../quiet.js";

/** Milliseconds for which a context menu explains a departure. */
const MENU = 1000;

/** Milliseconds until a window's new size is laid out. */
const PAUSE = 100;

/** Fields and lists that open beyond the page's edge, or that somebody is busy with. */
const EDITABLE = "input,select,textarea,[contenteditable]";

/** Milliseconds for which the place of the pointer says something. */
const FRESH = 200;

export function watchExit(tell, signal) {
  /** The last two moves, whose places and times are read when the pointer leaves: there are many. */
  let before = { timeStamp: 0 };
  let last = before;
  let menu = 0;
  /** The window's. Measured by a timer, never inside an event: it asks for the layout. */
  let width;

  const measure = () =>
    after(PAUSE, () => {
      width = innerWidth;
    });
  measure();

  // Listening anew after a while would cost more than this, and so would a guard: it cannot throw.
  const move = (event) => {
    before = last;
    last = event;
  };
  hear(document, "mousemove", move, signal);
  const open = () => {
    menu = now();
  };
  listen(document, "contextmenu", open, signal);
  // Not mouseout and mouseover, of which there are four at every paragraph that scrolls by beneath the
  // pointer: these two do not bubble, so the root hears of its own alone.
  const atRoot = (name, call) => hear(document.documentElement, name, quiet(call), signal, false);
  atRoot("mouseleave", ({ clientX: x, clientY: y, timeStamp: at, buttons }) => {
    // By a side.
    if (x < 0 || x >= width) return;
    // Over the last two ways, or the last one after a rest.
    const from = at - before.timeStamp <= FRESH ? before : last;
    const speed = (from.clientY - y) / Math.max(at - from.timeStamp, 1);
    tell(LEFT, "", y, speed, at - last.timeStamp, distraction(buttons, last.target, now() - menu < MENU));
  });
  atRoot("mouseenter", () => tell(RETURNED));
  const resized = () => {
    // The pointer left for the window's own edge or buttons, or the window left the pointer.
    tell(RETURNED);
    measure();
  };
  listen(window, "resize", resized, signal);
}

/** The first that holds, counted from 1; 0 for none. */
function distraction(dragging, over, menuOpened) {
  const editing = [document.activeElement, over].some((it) => it?.closest?.(EDITABLE));
  const expanded = document.querySelector("[aria-expanded=true]");
  const unfocused = !document.hasFocus();
  const framed = parent !== window;
  return [dragging, editing, expanded, menuOpened, unfocused, framed].findIndex(Boolean) + 1;
}
