/**
 * What a team writes: a definition, as JSON or as an object.
 *
 * In JSON `null` leaves something out. What is wrong is named with its place when a definition is
 * read, and only the survey that it stands in is not asked.
 */

/** One text for every language, or one for each, by language tag: `{ en: "…", ro: "…" }`. */
export type Text = string | { [language: string]: string };

/** A length of time: `"500ms"`, `"15s"`, `"30m"`, `"24h"`, `"90d"`. */
export type Duration = `${number}${"ms" | "s" | "m" | "h" | "d"}`;

/**
 * A path of the site: `*` is any part of one segment, `**` is anything, `:section` and `:article`
 * are one segment each, captured.
 */
export type Pattern = string;

/** What a team writes: where answers go, and what to ask whom, when. */
export interface Definition {
  /** The address of a JSON Schema, for editors. */
  $schema?: string;
  version: 1;
  /** Takes the place of `{organization}` in texts. */
  organization?: string;
  /** Where answers are posted: an address, or one with its details. */
  endpoint?: string | Endpoint;
  /** What the nudge looks like. */
  theme?: Theme;
  /** The language used where a text is missing in the visitor's. */
  defaultLocale?: string;
  /** Parts of the site by name. */
  sections?: { [name: string]: Pattern | Pattern[] };
  /** Which paths are what in the help center. */
  helpCenter?: HelpCenter;
  /** The first goes before the second where both could be shown. */
  surveys: Survey[];
}

export interface Endpoint {
  /** Starts with `https://`, `http://` or `/`. */
  url: string;
  /**
   * How the body is labelled; by default `json` on the page's own origin, `text` elsewhere, which
   * needs no preflight.
   */
  format?: "json" | "text";
  headers?: { [name: string]: string };
  /** `same-origin` by default. */
  credentials?: "omit" | "same-origin" | "include";
}

/** Own patterns go first; with neither `preset` nor `root` they are all there is. */
export interface HelpCenter {
  /**
   * Who makes it. `generic`, the default, knows addresses such as `/help/billing/refunds`, and of
   * Zendesk, Freshdesk, Intercom and Help Scout what cannot be mistaken.
   */
  preset?: "generic" | "zendesk" | "freshdesk" | "intercom" | "helpScout" | "liveAgent" | "docusaurus" | "mkdocs";
  /** The path that it is under, such as `/help`, where it shares a domain; a language may stand before it. */
  root?: string;
  home?: Pattern | Pattern[];
  category?: Pattern | Pattern[];
  section?: Pattern | Pattern[];
  article?: Pattern | Pattern[];
  search?: Pattern | Pattern[];
  contact?: Pattern | Pattern[];
}

export type Survey = WrittenSurvey | TemplateSurvey;

interface AnySurvey {
  /** 1 to 64 letters, digits, hyphens and underscores. */
  id: string;
  /** Travels with each response; made from the questions by default. */
  version?: string;
  /** The last words. */
  thanks?: Text;
  /** When to ask. */
  triggers: Trigger;
  /** Whom to ask; everybody by default. */
  audience?: Audience;
  /** How often to ask; politely by default. */
  frequency?: Frequency;
}

/** `#rgb` or `#rrggbb`. */
export type Color = `#${string}`;

/**
 * Colours of the nudge; its own ones where something is left out. A theme is refused, with the ratio,
 * where its text has less contrast than 4.5:1 or its accent less than 3:1.
 */
export interface Colors {
  /** Of what is chosen or has the focus. */
  accent?: Color;
  /** Of text on it. */
  onAccent?: Color;
  surface?: Color;
  /** Of text on the surface. */
  ink?: Color;
}

export interface Theme extends Colors {
  /** The colours where the page is dark. */
  dark?: Colors;
  /** As the page has it, by default. */
  scheme?: "auto" | "light" | "dark";
  /** Of the corners, in CSS pixels, 0 to 32. */
  radius?: number;
  /** Font families, such as `Inter, sans-serif`. */
  font?: string;
}

/** A survey written out. */
export interface WrittenSurvey extends AnySurvey {
  template?: undefined;
  /** At least one. */
  questions: Question[];
}

/** A ready survey, with or without changes. */
export interface TemplateSurvey extends AnySurvey {
  template: "help-center" | "help-center-effort" | "first-contact" | "resolution" | "effort-10";
  /** What differs from the template's questions of the same ids. */
  questions?: QuestionChange[];
}

export type Question = YesNoQuestion | EffortQuestion | TextQuestion | ChoiceQuestion | MessageQuestion;

/** Anything of a question but its id may be left as the template has it. */
export type QuestionChange = { id: string } & (
  | Partial<YesNoQuestion>
  | Partial<EffortQuestion>
  | Partial<TextQuestion>
  | Partial<ChoiceQuestion>
  | Partial<MessageQuestion>
);

interface AnyQuestion {
  /** 1 to 64 letters, digits, hyphens and underscores. */
  id: string;
  text: Text;
  /** May be passed over; false by default. */
  optional?: boolean;
}

export interface YesNoQuestion extends AnyQuestion {
  kind: "yesNo";
  branch?: Branch<{ is: "yes" | "no" }>[];
}

export interface EffortQuestion extends AnyQuestion {
  kind: "effort";
  scale?: Scale;
  branch?: Branch<RatingCondition>[];
}

export interface TextQuestion extends AnyQuestion {
  kind: "text";
  /** The most characters that can be typed, 1 to 5000. */
  limit?: number;
  branch?: Branch<never>[];
}

/** One of some options; a press on one answers. */
export interface ChoiceQuestion extends AnyQuestion {
  kind: "choice";
  /** 2 to 20, in the order in which they are shown. */
  options: ChoiceOption[];
  /** Whether more than one may be chosen; false by default. */
  many?: boolean;
  /** What stands on a last option that leaves room for words of one's own. Its id is `other`. */
  other?: Text;
  /** The most characters of these words, 1 to 5000. */
  limit?: number;
  /** On an option that is among those chosen, by its id. */
  branch?: Branch<{ is: string }>[];
}

export interface ChoiceOption {
  /** 1 to 64 letters, digits, hyphens and underscores; what is posted. */
  id: string;
  text: Text;
}

/** Says something and asks nothing. */
export interface MessageQuestion extends AnyQuestion {
  kind: "message";
  branch?: Branch<never>[];
}

/** Without anything: 7 points, the highest for little effort. */
export interface Scale {
  points?: 5 | 7 | 10;
  /** What the lowest and the highest point mean, or what each point means. */
  labels?: [low: Text, high: Text, ...others: Text[]];
  /** Which end stands for little effort. */
  easyIs?: "high" | "low";
  /** What the points look like; numbers by default. `labels` are buttons, and need a label for each point. */
  look?: "numbers" | "faces" | "stars" | "labels";
  /** Whether the lowest point is where reading begins, or the left one in every language. */
  order?: "reading" | "leftToRight";
}

/** The first branch that fits leads on, forward only; without one the next question comes. */
export interface Branch<Condition> {
  /** Fits always when left out. */
  when?: Condition | { skipped: true } | ({ answer: string } & AnswerCondition);
  /** The id of a later question, or `"end"`. */
  to: string;
}

/** On what was answered to an earlier question, by the id that `answer` names. */
export type AnswerCondition = { is: string } | RatingCondition | { skipped: true };

/** On the number chosen, 1 being the low end, or on what it means on its scale. */
export type RatingCondition =
  | { is: number }
  | { atLeast: number; atMost?: number }
  | { atMost: number }
  | { band: "difficult" | "neutral" | "easy" };

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

/** An object with exactly one of these keys. */
type One<Keys> = { [Key in keyof Keys]: Pick<Keys, Key> & Never<Exclude<keyof Keys, Key>> }[keyof Keys];

/** An object with at least one of these keys. */
type Some<Keys> = { [Key in keyof Keys]: Pick<Keys, Key> & Partial<Keys> }[keyof Keys];

type Never<Keys extends PropertyKey> = { [Key in Keys]?: never };
