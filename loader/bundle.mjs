/**
 * node loader/bundle.mjs OUT GLUE: the loader and the modules, each as one minified file, and the types
 * and the schema, into the folder OUT, where the wasm files are; the glue of each wasm is in a folder of
 * GLUE, and the words of the ordinary edition beside them.
 *
 * esbuild puts the files together; terser shortens the names, and leaves 0.2 KB less after brotli. What
 * loads a file has its hash in it, so what is loaded is built before; all say of which build they are.
 */
import { createHash } from "node:crypto";
import { copyFile, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as esbuild, transform } from "esbuild";
import { minify } from "terser";

const [, , out, glue] = process.argv;
const here = dirname(fileURLToPath(import.meta.url));

const shared = {
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  minifySyntax: true,
  target: "es2021",
  write: false,
};

/** What is left in the order in which it was written repeats itself more. */
const compress = { comparisons: false, lhs_constants: false, passes: 2 };

/** A style sheet is imported as its text, made smaller first. */
const styleAsText = {
  name: "style-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { charset: "utf8", loader: "css", minify: true });
      // esbuild keeps the spaces inside custom properties.
      return { contents: code.replace(/([,:]) /g, "$1").trim(), loader: "text" };
    });
  },
};

/** The glue of a wasm file is imported as `glue:NAME`, and what was written beside it as `made:NAME`. */
const byName = {
  name: "by-name",
  setup({ onResolve }) {
    onResolve({ filter: /^glue:/ }, ({ path }) => ({ path: join(glue, path.slice("glue:".length), "glue.js") }));
    onResolve({ filter: /^made:/ }, ({ path }) => ({ path: join(glue, path.slice("made:".length)) }));
  },
};

const json = async (file) => JSON.parse(await readFile(join(here, "../src", file), "utf8"));

/** Each but English, which comes with the widget. */
const LANGUAGES = ["ar", "de", "es", "fr", "he", "it", "pl", "pt", "ro", "ru", "uk"];

/** The words of a language. The texts of the templates stand in their order, without the English. */
async function words(language) {
  const templates = [];
  const own = await json(`locale/${language}.json`);
  JSON.stringify([await json("templates.json"), await json("templates-more.json")], (_, value) => {
    if (value.en) templates.push(own.templates[value.en]);
    return value;
  });
  return { ...own, templates };
}

const build = async (options) => (await esbuild({ ...shared, ...options })).outputFiles[0].text;

/**
 * A browser that knows this first line compiles every function while the file arrives, beside the page's own work, and not
 * each when it is called first: V8 since 13.6. Most of what the glue has is called as soon as the wasm runs.
 */
const EAGERLY = "//# allFunctionsCalledOnLoad\n";

/** The text of one file, of a build of that name; `loaded` are the names of what it loads. */
async function text({ options, loaded = [], isLarge, isEager }, name) {
  const known = Object.fromEntries(loaded.map((file) => [file, hashes[file]]));
  const integrity = options.format === "esm" ? known : known["module.js"];
  const define = { BUILD: JSON.stringify(name), INTEGRITY: JSON.stringify(integrity ?? "") };
  const footer = options.format === "esm" && { js: `export const build = ${JSON.stringify(name)};` };
  const code = await build({ ...options, define, ...(footer && { footer }), minify: isLarge });
  if (isLarge) return code;
  const { code: short } = await minify(code, { compress, ecma: 2020, module: options.format === "esm" });
  return isEager ? EAGERLY + short : short;
}

/** sha256: half the bytes of sha512, which nobody would find another file for either. */
const hashed = (content, algorithm = "sha256") => `${algorithm}-${createHash(algorithm).update(content).digest("base64")}`;

/** By the name of each file that was built. */
const hashes = {};

/** An ES module of `loader/`, or of `src/fallback/`. */
const esm = (file, loaded) => ({
  loaded,
  options: {
    bundle: true,
    entryPoints: [join(here, file)],
    // Built of their own: what a visitor loads only where it is needed.
    external: ["check", "kept", "full", "plain", "debug", "history", "lease"].map((name) => `./${name}.js`),
    format: "esm",
    logOverride: { "import-is-undefined": "error" },
    plugins: [styleAsText, byName],
  },
});

const data = (value) => ({ options: { format: "esm", stdin: { contents: `export default ${JSON.stringify(value)}` } } });

/** What nothing else of these needs to know of. */
const LEAVES = {
  "lease.js": esm("../src/fallback/lease.js"),
  "history.js": esm("../src/fallback/history.js"),
  "kept.js": esm("kept.js"),
  "check.js": esm("check.js", ["check.wasm"]),
  "full.js": { ...esm("full.js", ["full.wasm"]), isEager: true },
  "debug.js": esm("debug.js", ["debug.wasm"]),
  "plain.js": { ...esm("plain.js"), isLarge: true },
  "templates-more.js": data(await json("templates-more.json")),
  ...Object.fromEntries(await Promise.all(LANGUAGES.map(async (language) => [`locale-${language}.js`, data(await words(language))]))),
};

const WASM = ["effortlet.wasm", "full.wasm", "debug.wasm", "check.wasm"];
const MODULE = { ...esm("module.js", ["effortlet.wasm", ...Object.keys(LEAVES).filter((name) => name !== "debug.js")]), isEager: true };
const LOADER = { options: { entryPoints: [join(here, "loader.js")] }, loaded: ["module.js"] };

/** The name of this build, of all that is in it. */
async function nameOf(scripts) {
  const texts = await Promise.all(scripts.map((it) => text(it, "")));
  return hashed([...Object.values(hashes), ...texts].join()).slice(-13, -5);
}

async function write(name, content) {
  await writeFile(join(out, name), content);
  hashes[name] = hashed(content);
}

for (const name of WASM) hashes[name] = hashed(await readFile(join(out, name)));
const name = await nameOf([...Object.values(LEAVES), MODULE, LOADER]);
await Promise.all(Object.entries(LEAVES).map(async ([file, it]) => write(file, await text(it, name))));
await write("module.js", await text(MODULE, name));
await write("effortlet.js", await text(LOADER, name));

const all = Object.keys(hashes).sort().map(async (file) => [file, hashed(await readFile(join(out, file)), "sha384")]);
await writeFile(join(out, "integrity.json"), `${JSON.stringify(Object.fromEntries(await Promise.all(all)), null, 2)}\n`);

/** For Node, with what it is made of, whose licenses go with it. */
async function writeHtml() {
  const options = { bundle: true, entryPoints: [join(here, "html.mjs")], format: "esm", metafile: true, minify: true, platform: "node", target: "node20" };
  const { metafile, outputFiles: [{ text: code }] } = await esbuild({ ...shared, ...options });
  const folders = Object.keys(metafile.inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const licenses = await Promise.all([...new Set(folders)].sort().map(license));
  await writeFile(join(out, "html.mjs"), `${code}/*\n${licenses.join("\n\n").replaceAll("*/", "* /")}\n*/\n`);
}

/** Fails where a package has none. */
async function license(folder) {
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  return `${folder.replace(/^.*node_modules\//, "")}\n\n${(await readFile(join(folder, file), "utf8")).trim()}`;
}

await writeHtml();

const COPIED = ["cli.mjs", "explain.mjs", "lines.mjs", "program.mjs", "effortlet.d.ts", "definition.d.ts", "audience.d.ts", "trigger.d.ts", "shape.d.ts", "definition.schema.json"];
await Promise.all(COPIED.map((file) => copyFile(join(here, file), join(out, file))));
