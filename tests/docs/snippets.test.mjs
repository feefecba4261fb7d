/**
 * Every snippet of the documentation is what it claims to be: a definition that the reader takes, a script that
 * parses, a command that there is. What is run as well, other tests say: those of the hosts, of the apps, of
 * the first commands and of each recipe.
 */
import { transformSync } from "esbuild";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { reader } from "../../docs/build/reader.mjs";
import { allSnippets, text } from "./support/pages.mjs";
import { checkNginx } from "./support/nginx.mjs";

const { problemsOf, warningsOf } = await reader();
const SNIPPETS = allSnippets();

/** How a snippet of each language is looked at; gives what is wrong. */
const CHECKS = {
  json: ({ text }) => definitionProblems(JSON.parse(text)),
  js: ({ text }) => scriptProblems(text, "js"),
  jsx: ({ text }) => scriptProblems(text, "jsx"),
  css: ({ text }) => transformSync(text, { loader: "css" }).warnings.map((warning) => warning.text),
  html: ({ text }) => [...text.matchAll(/<script>(.*?)<\/script>/gs)].flatMap(([, script]) => scriptProblems(script, "js")),
  vue: ({ text }) => scriptProblems(/<script setup>(.*?)<\/script>/s.exec(text)?.[1] ?? "", "js"),
  sh: ({ text }) => said("bash", ["-n"], text),
  yaml: ({ text }) => (/\t/.test(text) ? ["expected no tabs"] : []),
  nginx: ({ text }) => checkNginx(text),
  // Cargo compiles what these are taken from.
  rust: () => [],
  sql: () => [],
  text: () => [],
};

for (const [language, check] of Object.entries(CHECKS)) {
  const own = SNIPPETS.filter((it) => it.language === language);
  if (!own.length) continue;
  test(`each of the ${own.length} snippets in ${language} is right`, (t) => {
    for (const snippet of own) {
      const problems = check(snippet);
      if (problems === undefined) return t.skip(`${language} is not installed`);
      assert.deepEqual(problems, [], `${snippet.path}\n${snippet.text}`);
    }
  });
}

test("every snippet says which language it is in, and there is a check for it", () => {
  assert.deepEqual(SNIPPETS.filter(({ language }) => !CHECKS[language]).map(({ path, language }) => `${path}: ${language}`), []);
});

/** Words of a definition that pages show by themselves, as `"frequency": { "preset": "none" }`. */
const INLINE = /`("(\w+)": (?:\{|\[|"|true|false|\d).*?)`/g;

const OF_A_SURVEY = ["template", "questions", "triggers", "audience", "frequency", "layout", "thanks"];
const OF_A_DEFINITION = ["theme", "helpCenter", "privacy", "page", "origins", "endpoint", "countShown", "sections", "organization"];

test("each part of a definition that stands in a sentence or a table is one that the reader takes", () => {
  let looked = 0;
  for (const path of ["README.md", "docs/definition.md", "docs/asking.md", "docs/targeting.md", "docs/privacy.md", "docs/collector.md", "docs/endpoint.md"]) {
    for (const [, shown, key] of text(path).replaceAll("\\|", "|").matchAll(INLINE)) {
      if (shown.includes("…") || ![...OF_A_SURVEY, ...OF_A_DEFINITION].includes(key)) continue;
      assert.deepEqual(problemsOf(partOf(JSON.parse(`{ ${shown} }`), key)), [], `${path}: ${shown}`);
      looked += 1;
    }
  }
  assert.ok(looked > 20, `${looked}`);
});

function partOf(part, key) {
  const survey = { id: "a", template: "help-center", triggers: { exitIntent: {} } };
  if (!OF_A_SURVEY.includes(key)) return { version: 1, organization: "Acme", surveys: [survey], ...part };
  if (key === "questions") delete survey.template;
  return { version: 1, organization: "Acme", surveys: [{ ...survey, ...part }] };
}

test("every command of the project that a page names is there", () => {
  const { scripts } = JSON.parse(text("package.json"));
  const tasks = [...text("xtask/src/main.rs").matchAll(/^ {8}\["([a-z-]+)"/gm)].map(([, word]) => word);
  // A host's page names the commands of the host's own project too.
  const ours = SNIPPETS.map(({ path }) => path).filter((path) => !path.startsWith("docs/hosts/"));
  const pages = [...new Set(ours), "docs/source.md", "docs/asking.md", "docs/operations.md"].map(text).join("\n");
  const named = (pattern) => new Set([...pages.matchAll(pattern)].map(([, name]) => name));
  const [run, xtask] = [named(/npm run ([\w:]+)/g), named(/cargo xtask ([a-z-]+)/g)];
  assert.ok(run.size > 4 && xtask.size > 3, `${run.size}, ${xtask.size}`);
  assert.deepEqual([...run].filter((name) => !scripts[name]), []);
  assert.deepEqual([...xtask].filter((name) => !tasks.includes(name)), []);
});

function definitionProblems(value) {
  return "surveys" in value ? [...problemsOf(value), ...warningsOf(value)] : [];
}

/** A whole module, or what stands among the properties of an object. */
function scriptProblems(script, loader) {
  const tries = [script, `({ ${script} })`].map((code) => errorsOf(code, loader));
  return tries.some((errors) => errors.length === 0) ? [] : tries[0];
}

function errorsOf(code, loader) {
  try {
    transformSync(code, { loader, format: "esm", logLevel: "silent" });
    return [];
  } catch ({ errors }) {
    return errors.map((error) => error.text);
  }
}

function said(command, words, input) {
  const { error, status, stderr } = spawnSync(command, words, { input, encoding: "utf8" });
  if (error) return undefined;
  return status === 0 ? [] : [stderr];
}
