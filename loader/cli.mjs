#!/usr/bin/env node
/**
 * `npx effortlet …`: what the program does, by the program, and `check FILE` by the reader that browsers
 * warn with: every mistake of a definition, also on machines for which there is no program. That checks
 * selectors too: elsewhere only a browser can say whether it takes one.
 *
 * `check` exits with 0 without a mistake, with 1 where there are some, with 2 where there is nothing to read.
 */
import { readFileSync } from "node:fs";
import { check, lint } from "./check.js";
import { run } from "./program.mjs";

const USAGE = "usage: effortlet check FILE, or - for what is piped in";
const MISTAKES = 1;
const NOTHING_TO_READ = 2;

// Node's own fetch knows no files, and the wasm is one beside this.
globalThis.fetch = async (address) => new Response(readFileSync(address));

const [command, ...words] = process.argv.slice(2);
process.exitCode = command === "check" ? await checked(words) : await run(process.argv.slice(2));

async function checked([file, ...rest]) {
  if (!file || rest.length) return fail(USAGE);
  let text;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch ({ message }) {
    return fail(`${file}: expected a file to read (${message})`);
  }
  const found = parsed(text);
  const problems = await check(found);
  for (const problem of problems) say(problem);
  if (!found.surveys) return MISTAKES;
  for (const warning of await lint(found.definition)) say(`warning: ${warning}`);
  if (problems.length) return MISTAKES;
  return say(`${file}: no mistakes, surveys ${found.definition.surveys.map(({ id }) => id).join(", ")}`);
}

/** As `start` of module.js tells `check` of what it has read. */
function parsed(text) {
  try {
    return { surveys: [], definition: JSON.parse(text.replace(/^\ufeff/, "")) };
  } catch {
    return { definition: undefined, text };
  }
}

function say(line) {
  console.log(line);
  return 0;
}

function fail(line) {
  console.error(`effortlet: ${line}`);
  return NOTHING_TO_READ;
}
