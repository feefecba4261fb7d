/**
 * The reader that names mistakes, `check.wasm`, under Node. Without a page any text but an empty one is
 * a selector.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "../../loader/wasm.js";
import { DIST, MADE } from "../../tests/browser/support/paths.mjs";

const ROOT = new URL("../../", import.meta.url);
const TEMPLATES = JSON.stringify(["src/templates.json", "src/templates-more.json"].flatMap((file) => JSON.parse(text(file))));

/** Resolves to what gives the problems of a definition, and what only seems to be one. */
export async function reader() {
  const wasm = readFileSync(join(DIST, "check.wasm")).toString("base64");
  const { glue } = await import(join(MADE, "check/glue.js"));
  const { check, lint } = await load(`data:application/wasm;base64,${wasm}`, glue);
  const asked = (how) => (definition) => how(JSON.stringify(definition), TEMPLATES);
  return { problemsOf: asked(check), warningsOf: asked(lint) };
}

function text(path) {
  return readFileSync(new URL(path, ROOT), "utf8");
}
