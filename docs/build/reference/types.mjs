/**
 * What a schema lets stand in a place, in words, and something that it does not.
 *
 * The words of a shape that many keys share stand here once, by its name in the schema.
 */

const SPAN = "a duration such as `\"15s\"`, above 0";
const PATTERN = "a path such as `\"/help/**\"`: `*` is any part of one segment, `**` anything, `:section` and `:article` one segment each";
const WORDS = "a text that is not blank";
const COMPARISONS = "an object with a [comparison](audience.md#a-comparison) for each name";

/** By name: what may stand there, and what may not. */
const SHARED = {
  id: { words: "1 to 64 letters, digits, hyphens and underscores", wrong: "help center" },
  wording: { words: WORDS, wrong: " " },
  optionalWording: { words: WORDS, wrong: " " },
  text: { words: "a text, or one for each language: `{ \"en\": \"…\", \"ro\": \"…\" }`", wrong: { en: "" } },
  duration: { words: "a duration: a whole number and `ms`, `s`, `m`, `h` or `d`", wrong: "15" },
  optionalDuration: { words: "a duration: a whole number and `ms`, `s`, `m`, `h` or `d`", wrong: "15" },
  optionalSpan: { words: SPAN, wrong: "0s" },
  language: { words: "a language tag such as `\"en\"` or `\"pt-BR\"`", wrong: "English" },
  pattern: { words: PATTERN, wrong: "help/**" },
  patterns: { words: `${PATTERN}; or a list of such`, wrong: "help/**" },
  somePatterns: { words: `${PATTERN}; or a list of such`, wrong: "help/**" },
  url: { words: "an address with `https://`, or one from the root of the page's own site", wrong: "answers" },
  color: { words: "a colour as `\"#rgb\"` or `\"#rrggbb\"`", wrong: "blue" },
  rating: { words: "a whole number from 1 to the number of points", wrong: 0 },
  optionalDay: { words: "a day such as `\"2026-12-01\"`", wrong: "1 December" },
  query: { words: COMPARISONS, wrong: {} },
  comparisons: { words: COMPARISONS, wrong: {} },
  values: { words: "a text, a number, `true` or `false`, or a list of such", wrong: {} },
  wordings: { words: "a text, or a list of texts", wrong: {} },
  counts: { words: "a number of 0 or more, or a list of such", wrong: -1 },
  expression: { words: "a regular expression, as JavaScript's with the flag `u`", wrong: "(" },
  ...both("comparison", "a value, a list of values, or a [comparison](audience.md#a-comparison)", {}),
  ...both("textComparison", "a text, a list of texts, or a [comparison of texts](audience.md#a-comparison-of-texts)", {}),
  ...both("countComparison", "a number, a list of numbers, or a [comparison of counts](audience.md#a-comparison-of-counts)", -1),
};

/** What texts of a pattern are called. */
const PATTERNS = {
  "^/[^?#]*$": "a path such as `\"/docs\"`",
  "^https?://[^/?#@ ]+$": "an origin such as `\"https://acme.example\"`",
  "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$": "a language tag such as `\"en\"` or `\"pt-BR\"`",
  "^([01][0-9]|2[0-3]):[0-5][0-9]$": "a time of day such as `\"09:00\"`",
};

function both(name, words, wrong) {
  const optional = `optional${name[0].toUpperCase()}${name.slice(1)}`;
  return { [name]: { words, wrong }, [optional]: { words, wrong } };
}

const NULL = (it) => it.type === "null" || it.const === null;
const code = (value) => `\`${JSON.stringify(value)}\``;
const list = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);

/** `schema` is the whole, `it` what it says of one place, `linkOf` where an object's keys are told. */
export function wordsOf(schema, it, linkOf) {
  const name = nameOf(it);
  if (name && !linkOf(it.$ref)) return `${SHARED[name]?.words ?? wordsOf(schema, follow(schema, it), linkOf)}${restOf(it)}`;
  const link = linkOf(it.$ref) ?? linkOf(it);
  if (link) return link;
  if ("const" in it) return code(it.const);
  if (it.enum) return list(it.enum.filter((value) => value !== null).map(code));
  const ways = (it.anyOf ?? []).filter((way) => !NULL(way));
  if (ways.length) return list(ways.map((way) => wordsOf(schema, way, linkOf)));
  const inside = (of) => wordsOf(schema, of, linkOf);
  switch (typeOf(it)) {
    case "boolean": return "`true` or `false`";
    case "integer": return `a whole number${rangeOf(it)}`;
    case "number": return `a number${rangeOf(it)}`;
    case "array": return `a list${countOf(it)}${it.items && (it.items.$ref || it.items.enum || it.items.pattern) ? `, each ${inside(it.items)}` : ""}`;
    case "object": return it.maxProperties === 0 ? "`{}`" : "an object";
    default: return PATTERNS[it.pattern] ?? (/CSS selector/.test(it.description) ? "a CSS selector" : "a text");
  }
}

/** Something of nearly the right kind, so that the reader's words are those that a slip would get. */
export function wrongOf(schema, it) {
  const name = nameOf(it);
  // Whether a text is a selector only a page can say, but of nothing.
  if (/CSS selector/.test(it.description)) return "";
  if (SHARED[name]) return SHARED[name].wrong;
  if (name) return wrongOf(schema, follow(schema, it));
  if ("const" in it) return it.const === true ? false : it.const + 1;
  if (it.enum) return slipOf(it.enum[0]);
  const ways = (it.anyOf ?? []).filter((way) => !NULL(way));
  if (ways.length) return wrongOf(schema, ways.at(-1));
  switch (typeOf(it)) {
    case "boolean": return "yes";
    case "integer":
    case "number": return wrongNumber(it);
    case "array": return wrongList(schema, it);
    case "object": return wrongObject(it);
    default: return "pattern" in it ? "?" : "";
  }
}

export function follow(schema, it) {
  if (!it.$ref) return it;
  const { $ref, ...own } = it;
  return { ...at(schema, $ref), ...own };
}

export function at(schema, pointer) {
  return pointer.split("/").slice(1).reduce((value, key) => value[key], schema);
}

function wrongList(schema, it) {
  if (it.minItems > 1) return [];
  return it.items ? [wrongOf(schema, it.items)] : [];
}

function wrongNumber({ minimum, maximum }) {
  if (maximum !== undefined) return maximum + 1;
  return minimum === undefined ? "many" : minimum - 1;
}

function wrongObject({ properties, maxProperties }) {
  if (maxProperties === 0) return { now: true };
  return properties ? { [slipOf(Object.keys(properties)[0])]: true } : true;
}

function slipOf(value) {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : value.slice(0, -1);
}

const nameOf = (it) => /^#\/\$defs\/(\w+)$/.exec(it.$ref ?? "")?.[1];

const typeOf = (it) => [it.type].flat().find((type) => type !== "null");

/** What is said beside a shape that is shared. */
const restOf = (it) => (it.maxLength ? `, ${it.maxLength} characters at most` : "");

function rangeOf({ minimum, maximum, exclusiveMinimum }) {
  const from = exclusiveMinimum === undefined ? minimum : undefined;
  if (from !== undefined && maximum !== undefined) return ` from ${from} to ${grouped(maximum)}`;
  if (exclusiveMinimum !== undefined) return ` above ${exclusiveMinimum}, up to ${maximum}`;
  return from === undefined ? "" : ` of ${from} or more`;
}

function countOf({ minItems, maxItems }) {
  if (minItems && minItems === maxItems) return ` of ${minItems}`;
  if (minItems && maxItems) return ` of ${minItems} to ${maxItems}`;
  return minItems > 1 ? ` of ${minItems} or more` : "";
}

const grouped = (number) => (number < 10_000 ? `${number}` : number.toLocaleString("en"));
