/**
 * What a team writes: a definition, as JSON or as an object.
 *
 * In JSON `null` leaves something out. What is wrong is named with its place when a definition is
 * read, and only the survey that it stands in is not asked.
 */
import type { Audience, Frequency } from "./audience.js";
import type { One } from "./shape.js";
import type { Trigger } from "./trigger.js";

export * from "./audience.js";
export * from "./trigger.js";

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
  /** The site that answers belong to, where one collector serves several: letters, digits, hyphens, underscores. */
  site?: string;
  /** Where answers are posted: an address, or one with its details. */
  endpoint?: string | Endpoint;
  /** Whose pages may post to the collector, such as `https://acme.example`; any where absent. */
  origins?: string[];
  /** False: it is not posted that a survey was shown, only what becomes of it. */
  countShown?: boolean;
  /** What is told of the page that a survey is shown on. */
  page?: PageDisclosure;
  privacy?: Privacy;
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

/** E-mail addresses, phone and card numbers are blotted out of both in any case. */
export interface PageDisclosure {
  /** False: what the page is called is not told. */
  title?: boolean;
  /**
   * Stands for the addresses of pages: the first pattern that matches is told in their place, such as
   * `https://acme.example/help/:section/**`, else the origin alone. An article is told where the pattern
   * names `:article`.
   */
  url?: Pattern | Pattern[];
}

export interface Privacy {
  /**
   * True: e-mail addresses, phone and card numbers are blotted out of what visitors write before anything
   * comes of it, which the nudge says.
   */
  maskTexts?: boolean;
  /** Why visitors with Global Privacy Control are remembered like others. Without it, nothing lasting tells them from others. */
  ignoreGlobalPrivacyControl?: string;
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
  /**
   * What proves that a response was taken. `echo`, the default: the reply names its id and rev, as the
   * collector's does. `status`, for a receiver of your own: any 2xx that is neither HTML nor redirected;
   * it gets each response in a post of its own, and 400 and 422 are refusals.
   */
  ack?: "echo" | "status";
}

/** Own patterns go first; with neither `preset` nor `root` they are all there is. */
export interface HelpCenter {
  /**
   * Who makes it. `generic`, the default, knows addresses such as `/help/billing/refunds`, and of
   * Zendesk, Freshdesk, Intercom and Help Scout what cannot be mistaken. Without any of these keys pages
   * that say who made them are known too.
   */
  preset?:
    | "generic" | "zendesk" | "freshdesk" | "intercom" | "helpScout" | "liveAgent" | "docusaurus" | "mkdocs"
    | "vitepress" | "starlight" | "gitbook" | "readme" | "notion";
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
  /** Travels with each response, 100 characters at most; made from the questions by default. */
  version?: string;
  /** The last words. They may name what a question's text may. */
  thanks?: Text;
  /** When to ask. */
  triggers: Trigger;
  /** Whom to ask; everybody by default. */
  audience?: Audience;
  /** How often to ask; politely by default. */
  frequency?: Frequency;
  /** Where the nudge stands; in the corner where reading ends, at the bottom, by default. */
  layout?: Layout;
}

/**
 * One of these. Start is where reading begins, end where it ends. On screens up to 480 CSS pixels wide
 * all but what is inline is a sheet at the lower edge.
 */
export type Layout = One<{
  corner: "bottomEnd" | "bottomStart" | "topEnd" | "topStart";
  /** At the end of what a CSS selector finds first. Where there is nothing, the survey is not asked. */
  inline: { selector: string };
  /** Folded to a tab at the lower edge of the window until it is pressed. */
  tab: {
    /** What stands on it; the language's word for feedback by default. */
    label?: Text;
    side?: "end" | "start";
  };
  /** Next to what was clicked, where a click brings it; else in the corner. */
  beside: Record<string, never>;
}>;

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
  /**
   * May name `{organization}`, `{answer.…}` with the id of an earlier question, and `{article.title}`,
   * what the page is called.
   */
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
