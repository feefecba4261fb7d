/** When to ask. */
import type { Comparisons } from "./audience.js";
import type { Duration } from "./definition.js";
import type { Never, One } from "./shape.js";

/** The moment to ask: one trigger, some that are combined, or a sequence. */
export type Trigger = (One<Triggers> & Never<"seq" | "within">) | Sequence;

interface Triggers extends SingleTriggers {
  /** At least one has come. */
  any: Trigger[];
  /** Each has come on this page, in whatever order. */
  all: Trigger[];
  /** It has not come. */
  not: Trigger;
}

/** What comes one after the other on one page; one happening is never two parts. */
export interface Sequence extends Never<keyof Triggers> {
  seq: [SequencePart, SequencePart, ...SequencePart[]];
  /** How long after the first part the last one may come; any time by default. */
  within?: Duration;
}

/** One trigger, or any of some. */
export type SequencePart = One<SingleTriggers & { any: One<SingleTriggers>[] }>;

interface SingleTriggers {
  /** The visitor is about to leave the page. */
  exitIntent: ExitIntent;
  /** So much of the page was seen. */
  scroll: Scroll;
  /**
   * Something was pressed. Without a selector and a text: what is marked with the survey's id, as
   * in `data-effortlet="help-center"`.
   */
  click: Click;
  /** What a visitor does in the help center. Counts are of one session, in one tab. */
  helpCenter: One<HelpCenterKinds> & Delayed;
  /** Something that the page tells. */
  event: EventTrigger;
  /** A section was left for another page, and not entered again for 8 seconds. Going to another site is not seen. */
  sectionLeave: {
    /** A name of `sections`, or what stands for `:section` in a path; any by default. */
    section?: string;
  };
  /** Time on the page, while it is visible. */
  time: One<TimeKinds>;
  /**
   * The page's address has `?effortlet=` and the survey's id, as a message links to it; with
   * `&effortlet-rating=6` the first rating is chosen, and to be confirmed.
   */
  link: { [key: string]: never };
}

export interface ExitIntent {
  /** How near to the top the pointer has to leave, 0 to 200 CSS pixels; 0 by default. */
  edge?: number;
  /** Whether leaving by the top of a frame counts, where the widget is in one; false by default. */
  frames?: boolean;
  /** What counts where there is no pointer; nothing by default. */
  touch?: TouchGesture | TouchGesture[];
}

/**
 * No browser tells that a visitor of a touch screen is about to leave; these are guesses.
 * `fastScrollUp`: quickly back towards the top, after some reading. `tabReturn`: back after 5 seconds
 * to 30 minutes elsewhere.
 */
export type TouchGesture = "fastScrollUp" | "tabReturn";

/** Only the visitor's own scrolling counts, once a page. */
export type Scroll = ScrollGoal & {
  /**
   * What counts on a page that is too short to scroll: having been there (`dwell`, the default),
   * being there, or nothing.
   */
  short?: "dwell" | "immediate" | "never";
  /** How long, with signs of life; 15 seconds by default. */
  dwell?: Duration;
};

type ScrollGoal =
  | (Never<"px" | "element"> & {
      /** Above 0, up to 100. */
      percent: number;
      /**
       * Of the page's height, down to where the window ends (`viewed`, the default), or of the way
       * that can be scrolled.
       */
      of?: "viewed" | "progress";
      container?: Container;
    })
  | (Never<"percent" | "of" | "element"> & {
      /** CSS pixels that the page was scrolled from its top, 1 to 1000000. */
      px: number;
      container?: Container;
    })
  | (Never<"percent" | "of" | "px" | "container"> & {
      /** A CSS selector; the end of what it finds first has come into view. */
      element: string;
    });

/** A CSS selector of what scrolls; by default the page, or what scrolls in most of its window. */
type Container = string;

interface Delayed {
  /** How long after it the survey is asked; at once by default. */
  delay?: Duration;
}

interface Deferred extends Delayed {
  /** Asks on the next page, if that is opened within half an hour; false by default. */
  defer?: boolean;
}

export interface Click extends Deferred {
  /** A CSS selector. */
  selector?: string;
  /**
   * What stands on it, however it is spaced and in capital or small letters; on links, buttons and
   * fields where no selector is given.
   */
  text?: string;
}

interface HelpCenterKinds {
  /** Any page of it. */
  visited: true;
  /** So many different articles, 1 to 100. */
  articles: number;
  /** So many different searches, 1 to 100. */
  searches: number;
  /**
   * The results of a search were left alone for so long, above 0, `true` being 20 seconds; or left
   * for anything but an article.
   */
  searchWithoutClick: true | Duration;
  /** So many articles in a row, 1 to 100, were left within 30 seconds for a list of articles or a search. */
  pingPong: number;
  /** The contact page, after so many different articles, 1 to 100. */
  contactAfter: number;
  /** So long on an article, above 0, with signs of life. */
  dwell: Duration;
  /** An error page of it, or a search that has found no article. */
  deadEnd: true;
}

export type EventTrigger = Deferred & {
  /** As in `track(name)`. From the DOM without white space. */
  name: string;
  /**
   * What its properties have to be, by name: those of `track(name, properties)`, the `detail` of an
   * event of the DOM, an entry of the data layer.
   */
  where?: Comparisons;
  /**
   * The name of another event, from the same source or told with `track`: takes back what was
   * counted, and a survey that waits.
   */
  cancelOn?: string;
  /** Where it comes from besides `track`: events of the page's DOM, or what it pushes to `dataLayer`. */
  from?: "track" | "dom" | "dataLayer";
} & (
  | {
      /** So many times on one page, 1 to 100; 1 by default. */
      count?: number;
      within?: undefined;
    }
  | {
      /** At least 2. */
      count: number;
      /** In so long, above 0; for as long as the page is open by default. */
      within?: Duration;
    }
);

interface TimeKinds {
  /** So long, above 0, with signs of life: each counts for 15 seconds. */
  activeTime: Duration;
  /** So long, above 0, without any. */
  idle: Duration;
}
