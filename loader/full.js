/**
 * The edge of the edition that knows all of targeting: what it has to be told, and what it listens
 * to besides. A file of its own, `full.js` beside `module.js`: only sites whose definitions ask for
 * more than most load it.
 *
 * Never decides: it finds out what audiences and triggers name, and reports it.
 */
import { after, cancel } from "../src/clock.js";
import { LEADS, LEAVING, RECALLED, TOLD } from "../src/happened.js";
import { listen } from "../src/listener.js";
import { openAsk } from "../src/ask.js";
import { openLayout } from "../src/layout.js";
import { readLeads } from "../src/full/leads.js";
import { report, watchDataLayer, watchEvents } from "../src/full/event.js";
import { readFacts } from "../src/full/facts.js";
import { watchEnds } from "../src/full/end.js";
import { watchMarks } from "../src/full/mark.js";
import { openRecollection } from "../src/full/recollection.js";
import { watchSwipes } from "../src/full/swipe.js";
import { openTheme } from "../src/theme.js";
import { says } from "../src/full/words.js";

/** Milliseconds after which a route of an app has what it is about. */
const RENDERED = 1000;

/**
 * @param {(what: number, text?: string, ...numbers: number[]) => void} tell
 * @param {() => object} context What the page told of its visitor, by now.
 * @param {object} conditions What the page has to say to audiences, by name.
 * @param {{render: (screen: object) => void}} view
 */
export function openFull(tell, context, conditions, view) {
  const { recall, recallSession, rememberHistory, rememberTrail } = openRecollection();
  /** What audiences ask for: a number for where it comes from and a name, one after the other. */
  let asked = [];
  /** What has to stand on what is clicked. */
  let texts = [];
  /** Will look at what the page leads to. */
  let look;

  const dress = openTheme(view);
  const layout = openLayout(tell);
  const facts = () => readFacts(asked, context(), conditions);

  return {
    facts,
    recall,
    /** By the numbers of `src/output.rs`, after those of `runtime.js`. */
    effects: [
      // Ask.
      () => tell(TOLD, JSON.stringify([0, ...facts()])),
      rememberHistory,
      rememberTrail,
      // Inspect.
      () => {
        look = after(RENDERED, () => tell(LEADS, ...readLeads()));
      },
      openAsk(view, tell, layout),
    ],

    /** A page view begins. Other tabs, and pages that this one comes back from, have remembered more. */
    turn() {
      cancel(look);
      tell(RECALLED, JSON.stringify([0, recallSession(), 0, ...recall()]));
    },

    /** The page tells of an event. */
    track: (name, properties) => report(tell, name, properties),

    /** Whether what a selector of clicks has found is meant. */
    isMeant(target, position) {
      const meant = !texts[position] || says(target, texts[position]);
      if (meant) layout.clicked(target);
      return meant;
    },

    /** After the page view was told, since what happened before belongs to it. */
    sense([marks, leaving, swipes], lists, acts, signal) {
      let ends, dom, dataLayer, theme;
      [texts, ends, dom, dataLayer, asked, theme] = lists.map(([, ...list]) => list);
      dress(theme);
      if (marks) watchMarks(tell, signal, layout);
      if (leaving) listen(window, "pagehide", () => tell(LEAVING), signal);
      if (swipes) watchSwipes(acts, tell, signal);
      if (ends.length) watchEnds(ends, acts, signal);
      if (dom.length) watchEvents(dom, tell, signal);
      if (dataLayer.length) watchDataLayer(dataLayer, tell, signal);
    },
  };
}
