/**
 * What a trigger and a condition of a definition say, in plain words with units. What is not known
 * here is given as it was written.
 */

/** By the name of a trigger: what has to happen. */
const HAPPENINGS = {
  exitIntent({ edge, touch }) {
    const gestures = touch ? ` or, on a touch screen, ${list(touch, (gesture) => GESTURES[gesture])}` : "";
    return `exit intent${edge ? ` up to ${edge} px below the top` : ""}${gestures}`;
  },
  scroll({ percent, px, element, of, container }) {
    if (element) return `the end of ${element} to come into view`;
    const goal = px ? `${px} px` : `${percent} %${of === "progress" ? " of the way" : ""}`;
    return `scrolling to ${goal}${container ? ` in ${container}` : ""}`;
  },
  click({ selector, text }) {
    if (!selector && !text) return "a click on what is marked with data-effortlet";
    return `a click on ${[selector, text && JSON.stringify(text)].filter(Boolean).join(" that says ")}`;
  },
  helpCenter({ articles, searches, searchWithoutClick, pingPong, contactAfter, dwell, deadEnd }) {
    if (articles) return counted(articles, "different article");
    if (searches) return counted(searches, "different search", "es");
    if (searchWithoutClick) {
      return `a search that is left, or looked at for ${span(searchWithoutClick, "20s")}, without opening an article`;
    }
    if (pingPong) return `${counted(pingPong, "quick way")} from an article back to a list`;
    if (contactAfter) return `the contact page after ${counted(contactAfter, "article")}`;
    if (dwell) return `${span(dwell)} spent on an article`;
    return deadEnd ? "an error page, or a search that finds nothing" : "a page of the help center";
  },
  event({ name, where, count, within }) {
    const times = count > 1 ? ` ${count} times${within ? ` within ${span(within)}` : ""}` : "";
    const terms = where ? ` where ${each(where, (property) => property)}` : "";
    return `the event ${JSON.stringify(name)}${times}${terms}`;
  },
  sectionLeave: ({ section }) => (section ? `leaving the section ${JSON.stringify(section)}` : "leaving a section"),
  time: ({ activeTime, idle }) => (activeTime ? `${span(activeTime)} of activity` : `${span(idle)} without activity`),
  link: (_, survey) => `a link with ?effortlet=${survey}`,
};

/** By the name of a condition: what has to be so. */
const CONDITIONS = {
  page: (terms) => `the page's ${each(terms, (part) => part, PARTS)}`,
  sample: ({ percent }) => `the visitor falls in the sample of ${percent} %`,
  referrer: (wanted) => `the referrer ${compared(wanted)}`,
  entry: (terms) => `the first page's ${each(terms, (part) => part, PARTS)}`,
  utm: (terms) => each(terms, (name) => `utm_${name}`),
  visitor({ is, ...counts }) {
    const counted = each(counts, (name) => COUNTS[name] ?? name);
    return [is && `the visitor is ${is}`, counted].filter(Boolean).join(" and ");
  },
  language: (tags) => `the visitor's language is ${list(tags, String)}`,
  device: (terms) => each(terms, (name) => `the ${name}`, DEVICE),
  time({ hours, weekdays, from, until }) {
    const parts = [
      hours && `the time is ${hours.join(" to ")}`,
      weekdays && `the day is ${list(weekdays, String)}`,
      from && `the date is ${from} or later`,
      until && `the date is ${until} or earlier`,
    ];
    return parts.filter(Boolean).join(" and ");
  },
  timeZone: (wanted) => `the time zone ${compared(wanted)}`,
  traits: (terms) => each(terms, (name) => `the trait ${name}`),
  cookie: (terms) => each(terms, (name) => `the cookie ${name}`),
  localStorage: (terms) => each(terms, (name) => `localStorage ${name}`),
  sessionStorage: (terms) => each(terms, (name) => `sessionStorage ${name}`),
  global: (terms) => each(terms, (name) => `window.${name}`),
  element: ({ selector }) => `the page has an element ${selector}`,
  answered({ survey, question, value, within }) {
    const asked = `${question}${survey ? ` of ${survey}` : ""}`;
    return `the answer to ${asked} ${compared(value)}${within ? ` within ${span(within)}` : ""}`;
  },
  condition: ({ name }) => `the page says yes to ${JSON.stringify(name)}`,
};

/** Parts of a page whose patterns are compared by their own rules. */
const PARTS = {
  path: (patterns) => `path is ${list(patterns, String)}`,
  url: (wanted) => `address ${compared(wanted)}`,
  query: (terms) => each(terms, (name) => `parameter ${name}`),
};

const DEVICE = {
  width: (wanted) => `the window's width in px ${compared(wanted)}`,
  hover: (wanted) => `the device can${wanted ? "" : "not"} hover`,
};

const GESTURES = { fastScrollUp: "scrolling up fast", tabReturn: "coming back from elsewhere" };

const COUNTS = {
  visits: "the number of visits",
  pageViews: "the number of pages in this visit",
  days: "the number of days since the first visit",
};

/** What has to happen. */
export const happening = (name, terms, survey) => phrase(HAPPENINGS, name, terms, survey);

/** What has to be so. */
export const condition = (name, terms) => phrase(CONDITIONS, name, terms);

/** How parts belong together. */
export const combination = (name, within) => `${COMBINATIONS[name]}${within ? ` within ${span(within)}` : ""}`;

const COMBINATIONS = { all: "all of", any: "any of", not: "not", seq: "in this order" };

/** When a survey is due after its trigger has come; nothing where that is at once. */
export function later({ delay, defer }) {
  const then = [delay && `${span(delay)} later`, defer && "on the next page"].filter(Boolean);
  return then.join(", ") || undefined;
}

const phrase = (phrases, name, terms, survey) => phrases[name]?.(terms, survey) || `${name} ${JSON.stringify(terms)}`;

/** A number of things; `plural` is what more than one of them end in. */
export const counted = (count, thing, plural = "s") => `${count} ${thing}${count === 1 ? "" : plural}`;

/** A length of time as a definition has it, such as "15s"; `usual` where it is only wanted. */
function span(text, usual) {
  const [, count, unit] = /^([\d.]+)(\w+)$/.exec(text === true ? usual : text) ?? [];
  if (unit === "d") return counted(+count, "day");
  return count ? `${count} ${unit === "m" ? "min" : unit}` : `${text}`;
}

/** Each of several named things, and how it is compared. */
function each(terms, called, own = {}) {
  return given(terms)
    .map(([name, wanted]) => own[name]?.(wanted) ?? `${called(name)} ${compared(wanted)}`)
    .join(" and ");
}

/** By the keys of a comparison. */
const COMPARISONS = {
  is: (values) => `is ${list(values)}`,
  contains: (text) => `contains ${JSON.stringify(text)}`,
  startsWith: (text) => `starts with ${JSON.stringify(text)}`,
  matches: (expression) => `matches /${expression}/`,
  atLeast: (number) => `is at least ${number}`,
  atMost: (number) => `is at most ${number}`,
  present: (wanted) => (wanted ? "is there" : "is not there"),
};

function compared(wanted) {
  if (typeof wanted !== "object" || Array.isArray(wanted)) return COMPARISONS.is(wanted);
  return given(wanted)
    .map(([key, value]) => COMPARISONS[key]?.(value) ?? `${key} ${JSON.stringify(value)}`)
    .join(" and ");
}

/** What is null is left out. */
const given = (terms) => Object.entries(terms).filter(([, value]) => value !== null);

const list = (values, spell = JSON.stringify) => [values].flat().map((value) => spell(value)).join(" or ");
