/**
 * The reference of the definition, as Markdown by file: each key with what it may be, its default, an
 * example, and what the reader says of a wrong one.
 *
 * The keys, types, ranges, defaults and examples are those of the schema that editors get; the
 * messages are the reader's. An example that the reader refuses, or a wrong value that it takes, is an error.
 */
import { PAGES } from "./places.mjs";
import { at, follow, wordsOf, wrongOf } from "./types.mjs";

const MADE = "<!-- Written by `cargo xtask reference` from loader/definition.schema.json and the reader. Change those. -->";

const INTRODUCTION = {
  definition: "The definition is one JSON object: where answers go, and what to ask whom, when. These pages have every key of it, and are made from the schema and the reader themselves: each example is one that the reader takes, and each message is what it says of the wrong value beside it. `null` stands for what is left out.",
  survey: "What to ask, how often, and where the nudge stands. [What to ask](../asking.md) tells it in order.",
  triggers: "The moment to ask. [When to ask](../targeting.md) tells in full when each comes.",
  audience: "Whom to ask. [When to ask](../targeting.md#audience) tells it in order.",
};

/** For editors alone. */
const UNREAD = ["$schema"];

/** `problemsOf` is the reader: what is wrong with a whole definition, a line each. */
export function referenceOf(schema, problemsOf) {
  const told = { schema, problemsOf, links: linksOf() };
  return new Map(PAGES.map((page) => [`${page.file}.md`, pageOf(page, told)]));
}

/** Where the keys of an object are told, by where the schema describes it. */
function linksOf() {
  const links = new Map();
  for (const { file, objects } of PAGES) {
    for (const { of, also, ...object } of objects) {
      for (const pointer of [of, also].filter(Boolean)) links.set(pointer, { file, title: titleOf(object) });
    }
  }
  return links;
}

/** None is that of a key, so that each heading has an anchor of its own. */
const titleOf = ({ title, key }) => title ?? `Keys of \`${key}\``;

export const anchorOf = (title) => title.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");

function pageOf(page, told) {
  const objects = page.objects.map((object) => objectOf(object, page, told));
  return `${[`# ${page.title}`, MADE, INTRODUCTION[page.file], ...objects].join("\n\n")}\n`;
}

function objectOf(object, page, told) {
  const it = { ...follow(told.schema, { $ref: object.of }), ...(object.about && { description: object.about, required: object.required }) };
  if (!it.examples) throw new Error(`${object.of}: expected examples`);
  for (const example of it.examples) {
    const [problem] = told.problemsOf(object.at(example));
    if (problem) throw new Error(`${object.of}: ${JSON.stringify(example)}: ${problem}`);
  }
  const keys = Object.entries(it.properties).map(([key, inside]) => keyOf(key, inside, { ...object, it }, page, told));
  return [`## ${titleOf(object)}`, it.description, ...keys].filter(Boolean).join("\n\n");
}

function keyOf(key, inside, object, page, told) {
  const { schema, links } = told;
  const example = object.it.examples.find((example) => key in example);
  if (!example) throw new Error(`${object.of}: expected an example with ${key}`);
  const full = follow(schema, inside);
  const linkOf = (where) => linkTo(typeof where === "string" ? where : pointerOf(schema, where, object, key), page, links);
  const lines = [
    `- **Type:** ${wordsOf(schema, inside, linkOf)}`,
    defaultLine(full, (object.it.required ?? []).includes(key), (value) => problemsBy({ ...example, [key]: value }, key, object, told)),
    `- **Example:** ${shown(example, key)}`,
    wrongLine(key, inside, example, object, told),
  ];
  const name = object.prefix ?? object.key;
  return [`### \`${name ? `${name}.` : ""}${key}\``, full.description, lines.filter(Boolean).join("\n")].filter(Boolean).join("\n\n");
}

/** Where no value stands for what is left out, the description says what happens then. */
function defaultLine(it, isRequired, problemsBy) {
  if (isRequired) return "- **Required**";
  if ("default" in it) {
    const [problem] = problemsBy(it.default);
    if (problem) throw new Error(`default ${JSON.stringify(it.default)}: ${problem}`);
    return `- **Default:** ${shown(it.default)}`;
  }
  return / by default|where there is none|left out/.test(it.description) ? "" : "- **Default:** none";
}

/** What the schema says within an object has no name but its place. */
const pointerOf = (schema, it, object, key) => {
  const pointer = `${object.of}/properties/${key}`;
  const place = at(schema, pointer);
  return place === it || place.anyOf?.includes(it) || place.items === it ? pointer : undefined;
};

function linkTo(pointer, page, links) {
  const target = links.get(pointer);
  if (!target) return undefined;
  const file = target.file === page.file ? "" : `${target.file}.md`;
  return `[an object](${file}#${anchorOf(target.title)})`;
}

function wrongLine(key, inside, example, object, told) {
  if (UNREAD.includes(key)) return "- **Wrong:** nothing is, since the reader does not look at it";
  const wrong = wrongOf(told.schema, inside);
  const [problem] = problemsBy({ ...example, [key]: wrong }, key, object, told);
  if (!problem) throw new Error(`${object.of}: expected the reader to refuse ${JSON.stringify({ [key]: wrong })}`);
  return `- **Wrong:** \`${inline({ [key]: wrong }).slice(2, -2)}\` gets \`${problem}\``;
}

/** What the reader says of a key. */
const problemsBy = (value, key, object, told) => told.problemsOf(object.at(value)).filter((problem) => isOf(problem, key));

/** Whether a problem is about a key, or what is in it. */
const isOf = (problem, key) => new RegExp(`(^|[.\\]])${key.replace("$", "\\$")}([.[:]|$)`).test(problem.split(": ")[0] + ":");

/** An object whole, with what a key needs beside it; a long one without what is beside the key. */
function shown(value, key) {
  const whole = inline(value);
  if (key === undefined || whole.length <= 100) return `\`${whole}\``;
  return `\`${inline({ [key]: value[key] }).slice(2, -2)}\``;
}

/** JSON as people write it on one line. */
function inline(value) {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, inside]) => `${JSON.stringify(key)}: ${inline(inside)}`);
  return pairs.length ? `{ ${pairs.join(", ")} }` : "{}";
}
