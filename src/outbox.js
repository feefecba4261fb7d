/**
 * Keeps responses on the device until somebody has acknowledged them, each under a name of its
 * own, so that tabs never overwrite each other's.
 *
 * Never knows when to post.
 */
import { quiet } from "./quiet.js";
import { openShelf } from "./shelf.js";

const PREFIX = "effortlet:outbox:";

export function openOutbox() {
  const shelf = openShelf("localStorage");

  /** What this page wrote or posted last, by id: another tab may clear the device meanwhile. */
  const known = {};

  const describe = quiet((text) => {
    const {
      at,
      response: { id, rev, state },
    } = JSON.parse(text);
    return [id, rev, +(state === "complete"), text.length, at];
  });

  return {
    /**
     * Everything that waits, from whatever page: id, revision, whether it is complete, size, and
     * when it was kept. What cannot be read is passed over.
     */
    pending: () =>
      shelf
        .names()
        .filter((name) => name.startsWith(PREFIX))
        .map((name) => describe(shelf.get(name)))
        .filter(Boolean),

    /** Gives what `pending` says of it. */
    keep(at, response) {
      const { id } = response;
      known[id] = JSON.stringify({ at, response });
      shelf.put(PREFIX + id, known[id]);
      return describe(known[id]);
    },

    /** The response as it is kept now; undefined when another tab has had it acknowledged. */
    take: quiet((id) => {
      known[id] = shelf.get(PREFIX + id) ?? known[id];
      return JSON.parse(known[id]).response;
    }),

    /** Unless another tab has kept a later revision since. */
    discard(id) {
      const name = PREFIX + id;
      if (!known[id] || known[id] === shelf.get(name)) shelf.remove(name);
      delete known[id];
    },
  };
}
