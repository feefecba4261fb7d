/**
 * Effortlet in a page: surveys that ask at the right moment.
 *
 * Nothing here throws or rejects for a mistake in a definition: problems are warnings in the
 * console and texts in what `start` resolves to.
 */
import type { Definition } from "./definition.js";

export * from "./definition.js";

export interface Options {
  /** An address that takes the place of the definition's endpoint, with all its details. */
  endpoint?: string;
  /** The language to ask in, before the page's and the browser's. */
  locale?: string;
  /** What may be kept on the device, until `consent` says otherwise; `granted` where nothing is said. */
  consent?: Consent;
  /**
   * The team's own hand on what leaves: takes a copy of each response before it is kept, and gives what is
   * to be kept of it, or changes the copy and gives nothing. Texts may be others and anything may be left
   * out; what else is changed stays as it was. Null: it is neither kept nor posted. Where it throws, or
   * gives something else, ratings and choices are kept alone.
   */
  redact?: (response: Response) => Response | null | void;
}

/** What is kept and posted; docs/endpoint.md has an example. */
export interface Response {
  answers: { question: string; kind: string; value: string | number; [more: string]: unknown }[];
  page: { url: string; title: string; section?: string; article?: string; revision?: string };
  context: Traits;
  [more: string]: unknown;
}

/**
 * What the visitor lets us keep on the device. It is for the page to say at each load: none of it is kept.
 *
 * `granted`: all of it. `pending`: nothing new; what was kept before with consent is read. `denied`: nothing,
 * and what is there is erased. An answer that was given is posted in any case, if need be from memory.
 */
export type Consent = "granted" | "pending" | "denied";

export interface Started {
  /** The ids of the surveys that can be asked. */
  surveys: string[];
  /** What is wrong with the definition, each with its place and what was expected there. */
  problems: string[];
}

/**
 * Starts asking by a definition, in place of one started before.
 *
 * Takes the definition, its address, or nothing: then all holds that the script tag says, but for what the
 * options do, whether it has started already or not. The definition is its `data-definition`, or else the page's
 * `<script type="application/json" data-effortlet>`, or `effortlet.json` beside
 * the tag's file, whose endpoint is `v1/responses` there where it names none.
 */
export function start(definition?: Definition | string | URL, options?: Options): Promise<Started>;

/** Takes everything back: listeners, timers and the nudge. What is kept on the device stays. */
export function stop(): Promise<void>;

/**
 * Tells that something happened that triggers can wait for, such as `supportResolved`, with
 * properties that they can ask for: texts, numbers and flags.
 */
export function track(name: string, properties?: object): Promise<void>;

/**
 * Names a function that audiences can ask, whenever a survey might be shown. What says neither true
 * nor false, or throws, is not known, and nobody is asked. In place of one of the same name.
 */
export function condition(name: string, says: () => boolean | undefined): Promise<void>;

/**
 * Shows a survey now, whatever its triggers, audience and frequency say, unless a nudge is on
 * display already. Resolves to false where there is no such survey. The focus stays where it is; a
 * button that a visitor presses to be asked is marked by `data-effortlet` instead, see `Click`.
 */
export function show(survey: string): Promise<boolean>;

/**
 * Tells what the page knows of the visitor, in place of what it told before, for each start until `forget`.
 * It goes with every response and is never stored by itself. What is no text, finite number or flag is left
 * out, and so is what is more than 50 of them or 8,000 bytes; a text is cut to 500 characters, a name has
 * 100 at most.
 */
export function identify(traits: Traits): Promise<void>;

/**
 * Says what may be kept on the device from now on, also before `start`, and instead of what that is told.
 * What memory has goes to the device once it is `granted`; `pending` erases nothing.
 */
export function consent(says: Consent): Promise<void>;

/**
 * Ends what runs, as `stop` does, and erases all that was kept, with answers that nobody has acknowledged
 * yet. Resolves to whether nothing is left. What other tabs have in memory is theirs until they are closed.
 */
export function forget(): Promise<boolean>;

/** All that is kept on the device, by where it is and by its name there. */
declare function exportKept(): Promise<Kept | undefined>;
export { exportKept as export };

export interface Kept {
  localStorage: Record<string, unknown>;
  sessionStorage: Record<string, unknown>;
  indexedDB: Record<string, unknown>;
}

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
  /** The survey's triggers as they are written, and which have come on this page. */
  triggers: Finding;
  /** The same of its audience, where it has one. */
  audience?: Finding;
}

/** What is known of a trigger or a condition, or of some that are combined. */
export interface Finding {
  /** `any`, `all`, `not` or `seq`; else the trigger's or the condition's own. */
  name: TriggerName | ConditionName | "any" | "all" | "not" | "seq";
  is: "true" | "false" | "unknown";
  /** What the definition says of it; of a sequence its `within`. */
  terms?: unknown;
  /** What would have to happen, or to be so, in words. */
  wants: string;
  /** When the survey is asked after its trigger, in words; absent where that is at once. */
  later?: string;
  /** What was found, in words: how far the visitor has scrolled, which language is wanted. */
  found?: string;
  /** What is combined, in the order of the definition. */
  parts?: Finding[];
}

/** What makes a survey show. */
export type TriggerName =
  | "exitIntent" | "scroll" | "click" | "helpCenter" | "event" | "sectionLeave" | "time" | "link";

/** What made a survey show, as responses and events tell it: of `helpCenter` the way as well. */
export type TriggerTold =
  | Exclude<TriggerName, "helpCenter">
  | `helpCenter.${"visited" | "articles" | "searches" | "searchWithoutClick" | "pingPong" | "contactAfter" | "dwell" | "deadEnd"}`
  | "show";

/** What audiences ask. */
export type ConditionName =
  | "page" | "sample" | "referrer" | "entry" | "utm" | "visitor" | "language" | "device" | "time" | "timeZone"
  | "traits" | "cookie" | "localStorage" | "sessionStorage" | "global" | "element" | "answered" | "condition";

/**
 * What the script tag defines, usable before the widget has loaded: `effortlet("track", "…")`.
 * Resolves to undefined where the widget cannot be loaded, or has not been within 10 s; what was called is
 * done later then. A stub, which docs/javascript.md has, makes it usable before the script is there.
 */
export interface Effortlet {
  (method: "start", ...rest: Parameters<typeof start>): Called<typeof start>;
  (method: "stop"): Called<typeof stop>;
  (method: "track", ...rest: Parameters<typeof track>): Called<typeof track>;
  (method: "condition", ...rest: Parameters<typeof condition>): Called<typeof condition>;
  (method: "show", ...rest: Parameters<typeof show>): Called<typeof show>;
  (method: "identify", ...rest: Parameters<typeof identify>): Called<typeof identify>;
  (method: "consent", ...rest: Parameters<typeof consent>): Called<typeof consent>;
  (method: "forget"): Called<typeof forget>;
  (method: "export"): Called<typeof exportKept>;
  (method: "explain", ...rest: Parameters<typeof explain>): Called<typeof explain>;
}

type Called<Method extends (...values: any[]) => unknown> = Promise<Awaited<ReturnType<Method>> | undefined>;

/** What each event on `window` tells. */
export interface EventDetail {
  /** The survey's id. */
  survey: string;
  /** What made it show; `show` when the page did. */
  trigger: TriggerTold;
  /** The id of the response, the same from the first answer to the last. */
  response: string;
}

export interface AnsweredDetail extends EventDetail {
  /** The question's id. */
  question: string;
  /** `yes` or `no`, the chosen point of the scale, or what was typed. */
  value: string | number;
}

export interface UndeliveredDetail {
  /** The id of the response. */
  response: string;
  /**
   * Its receiver refused it, it was posted in vain on more than seven days, or there was no room for it. It
   * stays on the device under `effortlet:undelivered:` and its id; the last ten do.
   */
  reason: "refused" | "expired" | "full";
  /** The status of the last reply; absent where there was none. */
  status?: number;
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
    "effortlet:undelivered": CustomEvent<UndeliveredDetail>;
  }
}
