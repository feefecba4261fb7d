#!/usr/bin/env node
/**
 * `npx effortlet check FILE`: every mistake of a definition, by the reader that browsers warn with. For
 * machines with Node and without our program, which checks selectors too: only a browser can say
 * whether it takes one.
 *
 * Exits with 0 without a mistake, with 1 where there are some, with 2 where there is nothing to read.
 */
import { readFileSync } from "node:fs";
import { check, lint } from "./check.js";

const USAGE = "usage: effortlet check FILE, or - for what is piped in";
const MISTAKES = 1;
const NOTHING_TO_READ = 2;

// Node's own fetch knows no files, and the wasm is one beside this.
globalThis.fetch = async (address) => new Response(readFileSync(address));

process.exitCode = await run(process.argv.slice(2));

async function run([command, file, ...rest]) {
  if (command === "--help" && !file) return say(USAGE);
  if (command !== "check" || !file || rest.length) return fail(USAGE);
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
