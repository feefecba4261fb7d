/**
 * Page views: the document that was loaded, and every route of a single-page app after it.
 *
 * Never writes history.
 */
import { after } from "../clock.js";
import { listen } from "../listener.js";

/** @param {(page: string) => void} tell Its path, its address, and where its visitor came from. */
export function watchRoute(tell, signal) {
  /** What the last page view was known by. */
  let key;

  /** Tells, unless only a fragment changed that leads within the page. */
  const look = () => {
    const { pathname: path, search, hash } = location;
    const before = key;
    key = path + search + (/^#[/!]/.test(hash) ? hash : "");
    if (key !== before) tell([path, location.href, document.referrer].join("\n"));
  };
  /** After the router of the page has done its part, so that the title is the new one. */
  const lookSoon = () => after(0, look);

  look();
  // An element of that id is no Navigation API. What does its work is a file that only a browser
  // without it loads.
  if (window.navigation?.currentEntry) listen(navigation, "currententrychange", lookSoon, signal);
  else import("./history.js").then((module) => module.followHistory(lookSoon, signal), () => {});
  // A page that comes back from the back-forward cache is a page view of its own.
  const reload = (event) => {
    if (!event.persisted) return;
    key = undefined;
    lookSoon();
  };
  listen(window, "pageshow", reload, signal);
}
