/**
 * `npx effortlet explain FILE [SURVEY]`: what each survey waits for, on which pages, for whom and how often, what cannot
 * come, and what cannot be told. With an address or a saved page of the site also what that is, and what is on it.
 *
 * Exits as `check` does. Never asks the network: a page is what was named.
 */
import { parseArgs } from "node:util";
import { check, forecast, lint } from "./check.js";
import { MISTAKES, NOTHING_TO_READ, fail, parsed, read, say } from "./lines.mjs";

const USAGE = "usage: effortlet explain FILE [SURVEY] [--url ADDRESS] [--html FILE] [--json]";
const OPTIONS = { url: { type: "string" }, html: { type: "string" }, json: { type: "boolean" } };

export async function explained(words) {
  let given;
  try {
    given = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  } catch ({ message }) {
    return fail(`${message.split("\n")[0]}; ${USAGE}`);
  }
  const { values, positionals: [file, survey, ...rest] } = given;
  if (!file || rest.length || (file === "-" && values.html === "-")) return fail(USAGE);
  try {
    return await told(file, survey, values);
  } catch (refusal) {
    if (refusal instanceof Refusal) return fail(refusal.message);
    throw refusal;
  }
}

/** Something that was named is not there. */
class Refusal extends Error {}

async function told(file, survey, { url, html, json }) {
  const found = parsed(text(file));
  const page = await pageOf(url, html);
  if (survey !== undefined && isMissing(survey, found.definition)) throw new Refusal(missing(survey, found.definition));
  const problems = await check(found);
  const warnings = found.surveys ? await lint(found.definition) : [];
  const { forecast: whole, lines } = found.surveys ? await forecast(only(found.definition, survey), page.page, page.count) : {};
  if (json) {
    console.log(JSON.stringify({ problems, warnings, ...whole }, undefined, 2));
    return problems.length ? MISTAKES : 0;
  }
  for (const problem of problems) say(problem);
  for (const warning of warnings) say(`warning: ${warning}`);
  if (problems.length || warnings.length) say("");
  if (whole?.surveys.length) lines.forEach(say);
  return problems.length ? MISTAKES : 0;
}

function text(file) {
  try {
    return read(file);
  } catch ({ message }) {
    throw new Refusal(`${file}: expected a file to read (${message})`);
  }
}

/** What is told of a page, and how many elements a selector finds there. */
async function pageOf(url, file) {
  if (file === undefined) return { page: url === undefined ? null : { address: addressed(url) }, count: () => undefined };
  const content = text(file);
  const { readHtml } = await import("./html.mjs");
  const { address, signs, count } = readHtml(content);
  if (url === undefined && address === undefined) throw new Refusal(`${file}: expected --url beside it, since it does not say its own address`);
  return { page: { address: addressed(url ?? address), signs }, count };
}

/** As a browser spells it; a path alone stays one. */
function addressed(url) {
  if (url.startsWith("/")) {
    const { pathname, search, hash } = new URL(url, "https://example.invalid");
    return `${pathname}${search}${hash}`;
  }
  if (!/^https?:/.test(url) || !URL.canParse(url)) throw new Refusal(`${url}: expected an address such as https://example.com/help, or a path such as /help`);
  return new URL(url).href;
}

/** The same with one of its surveys; where it has mistakes, as it is. */
function only(definition, survey) {
  if (survey === undefined || !Array.isArray(definition?.surveys)) return definition;
  return { ...definition, surveys: definition.surveys.filter((it) => it?.id === survey) };
}

/** Where there is no list, that is the first mistake. */
const isMissing = (survey, definition) => Array.isArray(definition?.surveys) && !definition.surveys.some((it) => it?.id === survey);

function missing(survey, { surveys }) {
  return `${survey}: expected a survey of the definition: ${surveys.map((it) => it?.id).join(", ")}`;
}
