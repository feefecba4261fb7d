/** What is remembered of a visitor's way, and of the visitor, where an audience or a trigger asks. */
import { quiet } from "../quiet.js";
import { openShelf } from "../shelf.js";

const VISITOR = "effortlet:visitor";
const TRAIL = "effortlet:trail";

/** As `store.js` has it. */
const SESSION = "effortlet";

// A tab that a page has opened begins with a copy of what that page's tab remembers (HTML Standard,
// 7.3.1.1), but it is another one. As this file is loaded, so once.
quiet(() => {
  const [loaded] = performance.getEntriesByType("navigation");
  if (opener && history.length === 1 && loaded?.type !== "reload") openShelf("sessionStorage").remove(TRAIL);
})();

export function openRecollection() {
  const lasting = openShelf("localStorage");
  const passing = openShelf("sessionStorage");
  const read = quiet((shelf, name) => JSON.parse(shelf.get(name)));

  return {
    /** What cannot be read is as good as forgotten. */
    recall: () => [read(lasting, VISITOR), read(passing, TRAIL)],
    recallSession: () => read(passing, SESSION),
    rememberHistory: (...values) => lasting.put(VISITOR, JSON.stringify(values)),
    rememberTrail: (...values) => passing.put(TRAIL, JSON.stringify(values)),
  };
}
