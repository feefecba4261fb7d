/** Events that the page has for others: of its DOM, and of its data layer. */
import { EVENT } from "../happened.js";
import { listen } from "../listener.js";
import { quiet } from "../quiet.js";

/** An event happened, whatever its properties are. */
export const report = (tell, name, properties) => tell(EVENT, [name, written(properties)].join("\n"));

/** What cannot be read is as good as not said. */
const written = quiet((properties) => JSON.stringify(properties, (key, it) => (key ? flat(it) : it)));

/** Of what is in them only that it is there: it may be all of the page, in circles. */
function flat(it) {
  if (typeof it === "bigint") return `${it}`;
  return Object(it) === it ? {} : it;
}

/** Wherever they are dispatched, since the window hears of each first. */
export function watchEvents(names, tell, signal) {
  for (const name of new Set(names)) {
    listen(window, name, ({ detail }) => report(tell, name, detail), signal);
  }
}

/** Each data layer that is followed, and who is told of what is pushed there, each until its signal. */
const followed = new Map();

/** `dataLayer` as Google's tag manager has it: an array that the page pushes to. Never makes one. */
export const watchDataLayer = quiet((names, tell, signal) => {
  const layer = window.dataLayer;
  if (!Array.isArray(layer)) return;
  const follow = quiet((entry) => {
    const [name, properties] = eventOf(entry);
    if (names.includes(name)) report(tell, name, properties);
  });
  if (!followed.has(layer)) {
    const followers = new Map();
    followed.set(layer, followers);
    const { push } = layer;
    // Once, and called through; never unwrapped, since somebody else may have wrapped it again.
    layer.push = function (...entries) {
      const result = push.apply(this, entries);
      followers.forEach((ended, follow) => (ended.aborted ? followers.delete(follow) : entries.forEach(follow)));
      return result;
    };
    // What happened on this page before the widget was there.
    [...layer].forEach(follow);
  }
  followed.get(layer).set(follow, signal);
});

/** `{ event: "name", … }`, or the arguments of `gtag("event", "name", { … })`. */
const eventOf = (entry) => (entry?.[0] === "event" ? [entry[1], entry[2]] : [entry?.event, entry]);
