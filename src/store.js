/** What is remembered of a visitor: displays and outcomes, and the articles of this session. */
import { quiet } from "./quiet.js";
import { openShelf } from "./shelf.js";

const NAME = "effortlet";

export function openStore() {
  const lasting = openShelf("localStorage");
  const passing = openShelf("sessionStorage");
  const read = quiet((shelf) => JSON.parse(shelf.get(NAME)));

  const rememberSession = (session) => passing.put(NAME, JSON.stringify(session));

  return {
    /** What all tabs know by now, as JSON. What cannot be read is as good as forgotten. */
    read: () => JSON.stringify({ ...read(lasting), session: read(passing) }),

    remember({ session, ...memory }) {
      lasting.put(NAME, JSON.stringify(memory));
      rememberSession(session);
    },

    rememberSession,
  };
}
