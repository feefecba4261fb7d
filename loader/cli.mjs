#!/usr/bin/env node
/**
 * `npx effortlet …`: what the program does, by the program, and `check FILE` and `explain FILE` by the
 * reader that browsers warn with: every mistake of a definition, and what it comes to, also on machines for which there
 * is no program.
 *
 * `check` exits with 0 without a mistake, with 1 where there are some, with 2 where there is nothing to read.
 */
import { readFileSync } from "node:fs";
import { check, lint } from "./check.js";
import { explained } from "./explain.mjs";
import { MISTAKES, fail, parsed, read, say } from "./lines.mjs";
import { run } from "./program.mjs";

const USAGE = "usage: effortlet check FILE, or - for what is piped in";

// Node's own fetch knows no files, and the wasm is one beside this.
globalThis.fetch = async (address) => new Response(readFileSync(address));

const [command, ...words] = process.argv.slice(2);
const OWN = { check: checked, explain: explained };
process.exitCode = await (Object.hasOwn(OWN, command ?? "") ? OWN[command](words) : run(process.argv.slice(2)));

async function checked([file, ...rest]) {
  if (!file || rest.length) return fail(USAGE);
  let text;
  try {
    text = read(file);
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
