/**
 * Page views: the document that was loaded, and every route of a single-page app after it.
 *
 * Never writes history.
 */
import { after } from "../clock.js";
import { listen } from "../listener.js";

/** @param {(path: string) => void} tell */
export function watchRoute(tell, undo) {
  /** What the last page view was known by. */
  let key;
  let cancel;

  /** Tells, unless only a fragment changed that leads within the page. */
  const look = () => {
    const { pathname: path, search, hash } = location;
    const before = key;
    key = path + search + (/^#[/!]/.test(hash) ? hash : "");
    if (key !== before) tell(path);
  };
  /** After the router of the page has done its part, so that the title is the new one. */
  const lookSoon = () => {
    cancel?.();
    cancel = after(0, look);
  };

  look();
  undo.push(
    () => cancel?.(),
    // An element of that id is no Navigation API.
    window.navigation?.currentEntry
      ? listen(navigation, "currententrychange", lookSoon)
      : followHistory(lookSoon, undo),
    // A page that comes back from the back-forward cache is a page view of its own.
    listen(window, "pageshow", (event) => {
      if (event.persisted) {
        key = undefined;
        lookSoon();
      }
    }),
  );
}

/** Who is told of what the page does to its history. */
const followers = new Set();
let wrapped = false;

/**
 * For browsers without the Navigation API. Wrapped once and called through; never unwrapped, since
 * somebody else may have wrapped it again.
 */
function followHistory(call, undo) {
  undo.push(listen(window, "popstate hashchange", call));
  if (!wrapped) {
    wrapped = true;
    for (const name of ["pushState", "replaceState"]) {
      const own = history[name];
      history[name] = function (...values) {
        const result = own.apply(this, values);
        followers.forEach((follow) => follow());
        return result;
      };
    }
  }
  followers.add(call);
  return () => followers.delete(call);
}
