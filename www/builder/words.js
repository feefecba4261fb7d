/** What people read in place of the format's own names. A name without words is spelled out. */

/** A sentence around the field that matters, and what it begins with. */
export const MOMENTS = {
  exitIntent: { says: ["when the visitor is about to leave"], start: {} },
  "scroll.percent": { says: ["after", "% of the page was seen"], start: 75 },
  "scroll.px": { says: ["after scrolling", "pixels"], start: 600 },
  "scroll.element": { says: ["when the end of", "has come into view"], start: "article" },
  click: { says: ["when something is pressed"], start: { selector: ".cta" } },
  "helpCenter.visited": { says: ["on any page of the help center"], start: true },
  "helpCenter.articles": { says: ["after reading", "different articles"], start: 3 },
  "helpCenter.searches": { says: ["after", "different searches"], start: 2 },
  "helpCenter.searchWithoutClick": { says: ["when search results were left alone for"], start: "20s" },
  "helpCenter.pingPong": { says: ["after leaving", "articles in a row for a list or a search"], start: 3 },
  "helpCenter.contactAfter": { says: ["on the contact page, after", "articles"], start: 2 },
  "helpCenter.dwell": { says: ["after", "on an article"], start: "30s" },
  "helpCenter.deadEnd": { says: ["on an error page, or a search that found nothing"], start: true },
  event: { says: ["when the page tells that something happened"], start: { name: "supportResolved" } },
  sectionLeave: { says: ["when a section was left for another page"], start: {} },
  "time.activeTime": { says: ["after", "of active time on the page"], start: "30s" },
  "time.idle": { says: ["after", "without a sign of life"], start: "20s" },
  link: { says: ["when the visitor comes by a link of a message"], start: {} },
};

export const PEOPLE = {
  page: { says: ["on these pages"], start: { path: "/help/**" } },
  sample: { says: ["a share of all visitors"], start: { percent: 25 } },
  referrer: { says: ["who came from this address"], start: { contains: "google" } },
  entry: { says: ["whose visit began on this page"], start: { path: "/help/**" } },
  utm: { says: ["whom this campaign brought"], start: { source: "newsletter" } },
  visitor: { says: ["new or returning visitors"], start: { is: "returning" } },
  language: { says: ["who want this language"], start: "en" },
  device: { says: ["with this kind of device"], start: { pointer: "fine" } },
  time: { says: ["at these times"], start: { hours: ["09:00", "17:00"] } },
  timeZone: { says: ["in this time zone"], start: { startsWith: "Europe/" } },
  traits: { says: ["of whom the page has told this"], start: { plan: "pro" } },
  cookie: { says: ["with this cookie"], start: { plan: "pro" } },
  localStorage: { says: ["with this in local storage"], start: { plan: "pro" } },
  sessionStorage: { says: ["with this in session storage"], start: { plan: "pro" } },
  global: { says: ["where the page's scripts say this"], start: { "app.plan": "pro" } },
  element: { says: ["where the page has this element"], start: { selector: "main" } },
  answered: { says: ["who gave this answer before"], start: { question: "effort", value: { atMost: 3 } } },
  condition: { says: ["where a function of the page says so"], start: { name: "isCustomer" } },
};

export const TOGETHER = {
  any: "any of these",
  all: "all of these",
  not: "not this",
  seq: "these, one after the other",
};

export const TEMPLATES = {
  "help-center": "Help center: found it, and did it help?",
  "help-center-effort": "Help center: found it, and was it easy?",
  "first-contact": "How easy was it to contact support?",
  resolution: "How easy was it to solve the problem?",
  "effort-10": "How easy was it, on ten points?",
};

export const LAYOUTS = {
  corner: { says: "in a corner of the window", start: "bottomEnd" },
  inline: { says: "inside the page", start: { selector: "main" } },
  tab: { says: "folded to a tab at the edge", start: {} },
  beside: { says: "next to what was pressed", start: {} },
};

/** What may be chosen, by the format's word for it. */
const VALUES = {
  yesNo: "Yes or no", effort: "Rating of effort", text: "Free text", choice: "Choice", message: "Message without a question",
  polite: "Politely", none: "Only by the rules below", survey: "This survey", all: "All surveys",
  bottomEnd: "Bottom, where reading ends", bottomStart: "Bottom, where reading begins", topEnd: "Top, where reading ends", topStart: "Top, where reading begins",
  high: "The highest point is easy", low: "The lowest point is easy", leftToRight: "Left to right",
  mon: "Monday", tue: "Tuesday", wed: "Wednesday", thu: "Thursday", fri: "Friday", sat: "Saturday", sun: "Sunday",
};

/** What a field is for, by the format's word for it. */
const NAMES = {
  points: "Points", easyIs: "Direction", look: "Looks like", order: "Order",
  is: "Is", to: "Go to", when: "If", many: "More than one may be chosen", other: "An option with room for words",
  optional: "May be skipped", px: "Pixels", of: "Of what", url: "Address", onAccent: "Text on the accent", ink: "Text", surface: "Background", accent: "Accent",
  on: "After it was", quiet: "Quiet for", max: "At most", per: "In", scope: "Counting",
  id: "Name (id)", defaultLocale: "Main language", countShown: "Count showings", origins: "Sites that may post",
  ack: "Proof of delivery", limit: "Most characters", answer: "Answer to", atLeast: "At least", atMost: "At most", band: "Part of the scale",
  where: "With these properties", delay: "Wait for", defer: "On the next page", locale: "Language", "helpCenter.preset": "Maker", preset: "Ready rules", scheme: "Light or dark", dark: "Where the page is dark", radius: "Corner radius (pixels)",
};

/** `helpCenter` is read as “Help center”. `around` is the word that it is said of. */
export const nameOf = (word, around) => NAMES[`${around}.${word}`] ?? NAMES[word] ?? spaced(String(word));

export const valueName = (value) => VALUES[value] ?? spaced(String(value));

const spaced = (word) => (word.charAt(0).toUpperCase() + word.slice(1)).replace(/-/g, " ").replace(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`);

export const languageName = (tag) => {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag);
  } catch {
    return tag;
  }
};

const MOMENT = new Intl.DateTimeFormat("en-US", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** In the reader's zone, and as the report writes it: “1 Dec 2026, 04:35”. */
export function momentName(text) {
  const parts = Object.fromEntries(MOMENT.formatToParts(new Date(text)).map(({ type, value }) => [type, value]));
  return `${parts.day} ${parts.month} ${parts.year}, ${parts.hour}:${parts.minute}`;
}
