/** Whom to ask, and how often. */
import type { Duration, Pattern } from "./definition.js";
import type { Never, One, Some } from "./shape.js";

/** Who is asked: one condition, or some that are combined. What is not known is not true. */
export type Audience = One<Conditions>;

interface Conditions {
  any: Audience[];
  all: Audience[];
  not: Audience;
  /** The page that is open. */
  page: Some<PageConditions>;
  /** A share of all visitors. 0 shows to nobody, 100 to everyone; the same visitor always falls on the same side. */
  sample: { percent: number };
  /** The address that the visit came from; nothing for one that was typed. */
  referrer: TextComparison;
  /** The first page of the visit. */
  entry: Some<AddressConditions>;
  /** The `utm_` parameters of the first page, by the rest of their names. */
  utm: Some<Record<"source" | "medium" | "campaign" | "term" | "content", Comparison>>;
  visitor: Some<VisitorConditions>;
  /**
   * The language wanted first, of `locale`, the page and the browser; `"pt"` is any Portuguese,
   * `"pt-BR"` that of Brazil.
   */
  language: string | string[];
  device: Some<DeviceConditions>;
  /** By the visitor's own clock; all of it holds. */
  time: Some<TimeConditions>;
  /** The name of the visitor's time zone, such as `"Europe/Chisinau"`. */
  timeZone: TextComparison;
  /** What the page told with `identify`. */
  traits: Comparisons;
  cookie: Comparisons;
  localStorage: Comparisons;
  sessionStorage: Comparisons;
  /**
   * Values of the page's scripts, by their path of own properties from `window`, such as
   * `"app.user.plan"`. Nothing is called.
   */
  global: Comparisons;
  /** A CSS selector finds something. */
  element: { selector: string };
  /** An answer that was given in this browser. */
  answered: Answered;
  /** What a function says that the page has named with `condition`. */
  condition: { name: string };
}

interface AddressConditions {
  path: Pattern | Pattern[];
  /** The whole address. */
  url: TextComparison;
  /** Parameters of the query, by name. */
  query: Comparisons;
}

interface PageConditions extends AddressConditions {
  /** `other` is no page of the help center. */
  kind: PageKind | PageKind[];
  section: TextComparison;
  article: TextComparison;
  /** The language that the address names. */
  locale: TextComparison;
}

export type PageKind = "home" | "category" | "section" | "article" | "search" | "contact" | "other";

interface VisitorConditions {
  /** `new` on a first visit; after half an hour without a page another one begins. */
  is: "new" | "returning";
  /** With this one. */
  visits: CountComparison;
  /** In this visit, with this one. */
  pageViews: CountComparison;
  /** Whole days since the first visit. */
  days: CountComparison;
}

interface DeviceConditions {
  /** How exactly it points: a mouse, a finger, or not at all. */
  pointer: "fine" | "coarse" | "none";
  /** Whether it can point without pressing. */
  hover: boolean;
  /** Of the window, in CSS pixels. */
  width: CountComparison;
}

interface TimeConditions {
  /** From a time of day until another one, not included; over midnight where that is the earlier one. */
  hours: [from: TimeOfDay, until: TimeOfDay];
  /** Each once. */
  weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
  /** The first day. */
  from: Day;
  /** The last day. */
  until: Day;
}

/** `"00:00"` to `"23:59"`. */
export type TimeOfDay = `${number}:${number}`;

/** `"2026-12-01"`. */
export type Day = `${number}-${number}-${number}`;

export interface Answered {
  /** The id of a survey; any by default. */
  survey?: string;
  /** The id of a question. */
  question: string;
  /** A rating, 1 being the low end of its scale, or `yes` or `no`. */
  value: Comparison;
  /** Not longer ago than this, above 0. */
  within?: Duration;
}

/** One comparison for each name, at least one. */
export interface Comparisons {
  [name: string]: Comparison;
}

export type Value = string | number | boolean;

/**
 * What is said of a value that is found: it is this one, or one of these, or all of an object holds.
 *
 * Capital and small letters differ. A number is also the text that spells it, such as the value
 * `"3"` of a cookie, and a flag the text `"true"` or `"false"`. Of nothing holds only `present: false`.
 */
export type Comparison = Value | Value[] | Some<TextComparisons<Value> & CountComparisons> | Absent;

/** What is said of something that is always a text, and not blank. */
export type TextComparison = string | string[] | Some<TextComparisons<string>> | Absent;

/** What is said of something that is always a number, 0 or more. */
export type CountComparison = number | number[] | Some<CountComparisons & { is: number | number[] }>;

interface TextComparisons<It> {
  is: It | It[];
  contains: string;
  startsWith: string;
  /**
   * A regular expression that matches somewhere in the text: as JavaScript's with the flag `u`, but
   * without look-around, back-references, named groups, and escapes of letters other than `\b`,
   * `\d`, `\n`, `\r`, `\s`, `\t` and `\w`. Takes time in proportion to the text.
   */
  matches: string;
  /** Something is found. */
  present: true;
}

interface CountComparisons {
  atLeast: number;
  /** Not below `atLeast`. */
  atMost: number;
}

/** Nothing is found. */
interface Absent extends Never<Exclude<keyof TextComparisons<Value> | keyof CountComparisons, "present">> {
  present: false;
}

export interface Frequency {
  /**
   * `polite`, the default: nothing in the first 10 seconds of a first visit, one nudge a session,
   * 24 hours between any two, quiet after an outcome. `none`: only the rules given here.
   */
  preset?: "polite" | "none";
  /** Each takes the place of the preset's rules of the same `scope` and `on`. */
  rules?: FrequencyRule[];
}

/** Has `quiet`, `max` or both. */
export interface FrequencyRule {
  /** Counts this survey alone, or all of them; this one by default. */
  scope?: "survey" | "all";
  on: "shown" | "answered" | "partial" | "dismissed" | "ignored" | "snoozed";
  /** How long nothing is shown afterwards. */
  quiet?: Duration;
  /** How many times at most, 1 to 50, ever or in `per`. */
  max?: number;
  per?: "session" | Duration;
}
