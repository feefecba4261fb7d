/**
 * node loader/bundle.mjs OUT GLUE: the loader and the modules, each as one minified file, and the types
 * and the schema, into the folder OUT; the glue of each wasm is in a folder of GLUE, and the words
 * of the ordinary edition beside them.
 *
 * esbuild puts the files together; terser shortens the names, and leaves 0.2 KB less after brotli.
 */
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
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

/** Builds one file of `out`. */
async function bundle(name, options) {
  const { outputFiles } = await build({ ...shared, ...options });
  const module = options.format === "esm";
  const { code } = await minify(outputFiles[0].text, { compress, ecma: 2020, module });
  await writeFile(join(out, name), code);
}

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

await Promise.all([
  bundle("effortlet.js", { entryPoints: [join(here, "loader.js")] }),
  ...["module.js", "check.js", "full.js", "debug.js", "../src/fallback/lease.js", "../src/fallback/history.js"].map((file) =>
    bundle(basename(file), {
      bundle: true,
      entryPoints: [join(here, file)],
      // Built of their own: what a visitor loads only where it is needed.
      external: ["./check.js", "./full.js", "./debug.js", "./history.js", "./lease.js"],
      format: "esm",
      logOverride: { "import-is-undefined": "error" },
      plugins: [styleAsText, byName],
    }),
  ),
  bundle("templates-more.js", {
    format: "esm",
    stdin: { contents: `export default ${JSON.stringify(await json("templates-more.json"))}` },
  }),
  ...LANGUAGES.map(async (language) =>
    bundle(`locale-${language}.js`, {
      format: "esm",
      stdin: { contents: `export default ${JSON.stringify(await words(language))}` },
    }),
  ),
  ...["effortlet.d.ts", "definition.d.ts", "audience.d.ts", "trigger.d.ts", "shape.d.ts", "definition.schema.json"].map((file) => copyFile(join(here, file), join(out, file))),
]);
