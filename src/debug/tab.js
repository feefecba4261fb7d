/**
 * What a tab remembers of the preview from page to page: that somebody looks on, which `loader/looked-at.js` looks
 * for under the same name, whether the panel is folded, and what was done.
 *
 * Never throws: where storage refuses, the preview ends with its page.
 */
import { quiet } from "../fallback/quiet.js";

const NAME = "effortlet:debug";

/** Nothing where nothing was kept that can be read. */
export const recall = quiet(() => JSON.parse(sessionStorage.getItem(NAME)));

export const keep = quiet((state) => sessionStorage.setItem(NAME, JSON.stringify(state)));

export const forget = quiet(() => sessionStorage.removeItem(NAME));

/** On the page after nobody sleeps, by the note that the loader looks at. */
export const stayAwake = quiet((note) => localStorage.removeItem(note));
