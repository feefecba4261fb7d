/**
 * node loader/bundle.mjs OUT: the loader and the modules, each as one minified file, and the types
 * and the schema, into the folder OUT.
 */
import { copyFile, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const out = process.argv[2];
const here = dirname(fileURLToPath(import.meta.url));

const shared = {
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  target: "es2021",
};

/** A style sheet is imported as its text, made smaller first. */
const styleAsText = {
  name: "style-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { charset: "utf8", loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

const json = async (file) => JSON.parse(await readFile(join(here, "../src", file), "utf8"));

/** The words of a language. The texts of the templates stand in their order, without the English. */
async function words(language) {
  const templates = [];
  const own = await json(`locale/${language}.json`);
  JSON.stringify(await json("templates.json"), (_, value) => {
    if (value.en) templates.push(own.templates[value.en]);
    return value;
  });
  return { ...own, templates };
}

await Promise.all([
  build({
    ...shared,
    entryPoints: [join(here, "loader.js")],
    outfile: join(out, "effortlet.js"),
  }),
  ...["module.js", "check.js", "../src/sensor/history.js"].map((file) =>
    build({
      ...shared,
      bundle: true,
      entryPoints: [join(here, file)],
      // Built of their own: what names mistakes, and what only some browsers need.
      external: ["./check.js", "./history.js"],
      format: "esm",
      logOverride: { "import-is-undefined": "error" },
      outfile: join(out, basename(file)),
      plugins: [styleAsText],
    }),
  ),
  ...["ro", "ru"].map(async (language) =>
    build({
      ...shared,
      format: "esm",
      outfile: join(out, `locale-${language}.js`),
      stdin: { contents: `export default ${JSON.stringify(await words(language))}` },
    }),
  ),
  ...["effortlet.d.ts", "definition.schema.json"].map((file) => copyFile(join(here, file), join(out, file))),
]);
