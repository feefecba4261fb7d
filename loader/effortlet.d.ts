/**
 * Effortlet in a page: surveys that ask at the right moment.
 *
 * Nothing here throws or rejects for a mistake in a definition: problems are warnings in the
 * console and texts in what `start` resolves to.
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
  /** How the body is labelled; by default `json` on the page's own origin, `text` elsewhere, which needs no preflight. */
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

/** A survey written out. */
export interface WrittenSurvey extends AnySurvey {
  template?: undefined;
  /** At least one. */
  questions: Question[];
}

/** A ready survey, with or without changes. */
export interface TemplateSurvey extends AnySurvey {
  template: "help-center" | "first-contact" | "resolution" | "effort-10";
  /** What differs from the template's questions of the same ids. */
  questions?: QuestionChange[];
}

export type Question = YesNoQuestion | EffortQuestion | TextQuestion;

/** Anything of a question but its id may be left as the template has it. */
export type QuestionChange = { id: string } & (Partial<YesNoQuestion> | Partial<EffortQuestion> | Partial<TextQuestion>);

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

/** Without anything: 7 points, the highest for little effort. */
export interface Scale {
  points?: 5 | 7 | 10;
  /** What the lowest and the highest point mean. */
  labels?: [low: Text, high: Text];
  /** Which end stands for little effort. */
  easyIs?: "high" | "low";
}

/** The first branch that fits leads on, forward only; without one the next question comes. */
export interface Branch<Condition> {
  /** Fits always when left out. */
  when?: Condition | { skipped: true };
  /** The id of a later question, or `"end"`. */
  to: string;
}

/** On the number chosen, 1 being the low end, or on what it means on its scale. */
export type RatingCondition =
  | { is: number }
  | { atLeast: number; atMost?: number }
  | { atMost: number }
  | { band: "difficult" | "neutral" | "easy" };

/** The moment to ask, alone or combined. */
export type Trigger =
  | { any: Trigger[] }
  | { all: Trigger[] }
  | { not: Trigger }
  /** The pointer leaves through the top; `edge` is how near to it counts, 0 to 200 CSS pixels. */
  | { exitIntent: { edge?: number } }
  /**
   * So much of the page was seen, up to 100; `short` says what counts where nothing scrolls. The
   * page, or what scrolls in most of its window, unless a CSS selector names a `container`.
   */
  | { scroll: { percent: number; short?: "dwell" | "immediate" | "never"; dwell?: Duration; container?: string } }
  | { click: { selector: string; delay?: Duration } }
  /** The help center was visited, or so many different articles of it were. */
  | { helpCenter: { visited: true; delay?: Duration } | { articles: number; delay?: Duration } }
  /** The page called `track(name)`. */
  | { event: { name: string; delay?: Duration } };

/** Who is asked, alone or combined. */
export type Audience =
  | { any: Audience[] }
  | { all: Audience[] }
  | { not: Audience }
  | { page: { path: Pattern | Pattern[] } }
  /** 0 shows to nobody, 100 to everyone; the same visitor always falls on the same side. */
  | { sample: { percent: number } };

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

export interface Options {
  /** An address that takes the place of the definition's endpoint, with all its details. */
  endpoint?: string;
  /** The language to ask in, before the page's and the browser's. */
  locale?: string;
}

export interface Started {
  /** The ids of the surveys that can be asked. */
  surveys: string[];
  /** What is wrong with the definition, each with its place and what was expected there. */
  problems: string[];
}

/**
 * Starts asking by a definition, in place of one started before.
 *
 * Takes the definition, its address, or nothing: then the page's
 * `<script type="application/json" data-effortlet>` is read.
 */
export function start(definition?: Definition | string | URL, options?: Options): Promise<Started>;

/** Takes everything back: listeners, timers and the nudge. What is kept on the device stays. */
export function stop(): Promise<void>;

/** Tells that something happened that triggers can wait for, such as `supportResolved`. */
export function track(name: string): Promise<void>;

/**
 * Shows a survey now, whatever its triggers, audience and frequency say, unless a nudge is on
 * display already. Resolves to false where there is no such survey.
 */
export function show(survey: string): Promise<boolean>;

/**
 * Tells what the page knows of the visitor, in place of what it told before. It goes with every
 * response and is never stored by itself. What is no text, finite number or flag is left out.
 */
export function identify(traits: Traits): Promise<void>;

/** Why a survey is not shown now; undefined for an id that is not there. */
export function explain(survey: string): Promise<Explanation | undefined>;

export interface Traits {
  [name: string]: string | number | boolean;
}

/** What an answer of `explain` says, for people to read. */
export interface Explanation {
  survey: string;
  /** The first thing that holds the survey back, in words; absent when nothing does. */
  hold?: string;
  /** When that is over, in RFC 3339; absent when it is not a matter of time. */
  until?: string;
  /** Each trigger in the order of the definition, and whether its moment has come on this page. */
  triggers: [trigger: TriggerName, come: "true" | "false" | "unknown"][];
}

/** What makes a survey show. */
export type TriggerName = "exitIntent" | "scroll" | "click" | "helpCenter" | "event";

/**
 * What the script tag defines, usable before the widget has loaded: `effortlet("track", "…")`.
 * Resolves to undefined where the widget cannot be loaded.
 */
export interface Effortlet {
  (method: "start", ...rest: Parameters<typeof start>): Called<typeof start>;
  (method: "stop"): Called<typeof stop>;
  (method: "track", ...rest: Parameters<typeof track>): Called<typeof track>;
  (method: "show", ...rest: Parameters<typeof show>): Called<typeof show>;
  (method: "identify", ...rest: Parameters<typeof identify>): Called<typeof identify>;
  (method: "explain", ...rest: Parameters<typeof explain>): Called<typeof explain>;
}

type Called<Method extends (...values: any[]) => unknown> = Promise<Awaited<ReturnType<Method>> | undefined>;

/** What each event on `window` tells. */
export interface EventDetail {
  /** The survey's id. */
  survey: string;
  /** What made it show; `show` when the page did. */
  trigger: TriggerName | "show";
  /** The id of the response, the same from the first answer to the last. */
  response: string;
}

export interface AnsweredDetail extends EventDetail {
  /** The question's id. */
  question: string;
  /** `yes` or `no`, the chosen point of the scale, or what was typed. */
  value: string | number;
}

declare global {
  interface Window {
    effortlet?: Effortlet;
  }
  interface WindowEventMap {
    "effortlet:shown": CustomEvent<EventDetail>;
    "effortlet:answered": CustomEvent<AnsweredDetail>;
    "effortlet:completed": CustomEvent<EventDetail>;
    "effortlet:dismissed": CustomEvent<EventDetail>;
  }
}
