/** What is remembered of a visitor: displays and outcomes, and the articles of this session. */
import { quiet } from "./quiet.js";
import { openShelf } from "./shelf.js";

const NAME = "effortlet";

export function openStore() {
  const lasting = openShelf("localStorage");
  const passing = openShelf("sessionStorage");
  const read = quiet((shelf) => JSON.parse(shelf.get(NAME)));
  const rememberOn = (shelf) => (...values) => shelf.put(NAME, JSON.stringify(values));

  return {
    /** What all tabs know by now. What cannot be read is as good as forgotten. */
    read: () => [read(lasting), read(passing)],

    remember: rememberOn(lasting),
    rememberSession: rememberOn(passing),
  };
}
