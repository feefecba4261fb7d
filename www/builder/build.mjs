/**
 * node www/builder/build.mjs OUT: the builder's pages, scripts and style sheets, into the folder OUT.
 *
 * What the widget has in its own files is left to them: the collector serves both side by side.
 */
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { looks } from "./looks.mjs";
import { pages, styles } from "./pages.mjs";

const here = import.meta.dirname;
const [, , out] = process.argv;
const shared = { bundle: true, charset: "utf8", format: "esm", legalComments: "none", logLevel: "warning", minify: true, target: "es2022" };

/** The templates with every language that they come in, as the reader has them natively. */
const templates = {
  name: "templates",
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]templates(-more)?\.json$/ }, async ({ path }) => {
      const own = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify(inEveryLanguage(own, await languages())), loader: "json" };
    });
  },
};

const TAGS = ["ar", "de", "es", "fr", "he", "it", "pl", "pt", "ro", "ru", "uk"];
const languages = () =>
  Promise.all(TAGS.map(async (tag) => [tag, JSON.parse(await readFile(join(here, "../../src/locale", `${tag}.json`), "utf8")).templates]));

function inEveryLanguage(value, told) {
  if (Array.isArray(value)) return value.map((it) => inEveryLanguage(it, told));
  if (typeof value !== "object") return value;
  if (typeof value.en === "string") return { ...value, ...Object.fromEntries(told.map(([tag, texts]) => [tag, texts[value.en]])) };
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, inEveryLanguage(it, told)]));
}

/** What the preview can be, as it is known here. */
const demo = {
  name: "demo",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^demo:/ }, ({ path }) => ({ path, namespace: "demo" }));
    onLoad({ filter: /^demo:pages$/ , namespace: "demo" }, async () => ({ contents: `export const PAGES = ${JSON.stringify(await pages())}; export const LOOKS = ${JSON.stringify(await looks())};` }));
    onLoad({ filter: /^demo:looks$/, namespace: "demo" }, async () => ({ contents: `export const LOOKS = ${JSON.stringify(Object.entries(await looks()).map(([name, { label }]) => [name, label]))};` }));
  },
};

await mkdir(out, { recursive: true });
await Promise.all([
  build({ ...shared, entryPoints: [join(here, "main.js")], outfile: join(out, "builder.js"), external: ["./check.js"], plugins: [templates, demo] }),
  build({ ...shared, entryPoints: [join(here, "frame.js")], outfile: join(out, "preview.js"), external: ["./module.js"], plugins: [demo] }),
  sheet("builder", ["base", "fields", "page", "preview"]),
  sheet("preview", ["frame"], await styles()),
  ...["index.html", "preview.html"].map((name) => copyFile(join(here, name), join(out, name))),
]);

/** The order is the cascade. */
async function sheet(name, parts, before = "") {
  const texts = await Promise.all(parts.map((part) => readFile(join(here, "style", `${part}.css`), "utf8")));
  await writeFile(join(out, `${name}.css`), [before, ...texts].join("\n"));
}
