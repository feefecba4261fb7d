// Shows answers while they come in: the parts of the page that have changed are taken from a fresh one.
// What somebody is in, has opened or has marked stays as it is.

import { localize } from "./zone.js";

/** How long a page is left as it is at least, in milliseconds. */
const PAUSE = 2000;

const FOCUSABLE = "a, button, summary";

const { live } = document.querySelector("script[data-live]").dataset;
let after = Number(new URLSearchParams(live.split("?")[1]).get("after"));
let source;
let isBusy = false;
let isStale = false;

function listen() {
  source = new EventSource(`${live.split("?")[0]}?after=${after}`);
  source.addEventListener("changed", (event) => {
    after = Number(event.lastEventId);
    refresh();
  });
}

async function refresh() {
  isStale = isBusy;
  if (isBusy) return;
  isBusy = true;
  try {
    await show();
  } finally {
    setTimeout(() => {
      isBusy = false;
      if (isStale) refresh();
    }, PAUSE);
  }
}

async function show() {
  const reply = await fetch(location.href);
  // Whoever is no longer logged in keeps what is on the screen.
  if (reply.redirected) return source.close();
  if (!reply.ok) return;
  const fresh = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("main");
  localize(fresh);
  const now = [...document.querySelector("main").children];
  const next = [...fresh.children];
  if (now.length !== next.length) {
    if (!now.some(isInUse)) document.querySelector("main").replaceChildren(...next);
    return;
  }
  now.forEach((part, index) => replace(part, next[index]));
}

function replace(part, next) {
  const opened = [...part.querySelectorAll("details")].map((it) => it.open);
  next.querySelectorAll("details").forEach((it, index) => (it.open = opened[index] ?? it.open));
  if (part.isEqualNode(next) || isInUse(part)) return;
  const focused = [...part.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  part.replaceWith(next);
  if (focused >= 0) next.querySelectorAll(FOCUSABLE)[focused]?.focus({ preventScroll: true });
}

/** Whether somebody types or chooses in it, or has marked some of its text. */
function isInUse(part) {
  const selection = getSelection();
  const isMarked = !selection.isCollapsed && part.contains(selection.anchorNode);
  return isMarked || (part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea"));
}

// A tab that nobody sees leaves its connection to the others: browsers have six for one address.
document.addEventListener("visibilitychange", () => {
  source?.close();
  if (!document.hidden) listen();
});
if (!document.hidden) listen();
