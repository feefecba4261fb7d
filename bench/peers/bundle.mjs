/**
 * Makes of a client what a team's bundler would: modules for today's browsers, minified, what is imported
 * later in files of its own. Written nowhere.
 */
import { build } from "esbuild";
import { basename, join } from "node:path";

const CLIENTS = join(import.meta.dirname, "clients");
const TYPES = { js: "text/javascript", css: "text/css" };

/** The files of one client by their addresses, and the tags that bring them in. */
export async function bundle(name) {
  const { outputFiles } = await build({
    entryPoints: [join(CLIENTS, `${name}.js`)],
    bundle: true,
    define: { "process.env.NODE_ENV": '"production"' },
    entryNames: "[name]",
    format: "esm",
    legalComments: "none",
    minify: true,
    outdir: "/",
    splitting: true,
    target: "es2022",
    write: false,
  });
  const files = outputFiles.map(({ path, contents }) => {
    const name = basename(path);
    return [`/${name}`, { body: Buffer.from(contents), type: TYPES[name.split(".").at(-1)], cache: "keep" }];
  });
  const styles = files.filter(([path]) => path === `/${name}.css`).map(([path]) => `<link rel="stylesheet" href="${path}">`);
  return { files: Object.fromEntries(files), tags: `${styles.join("")}<script type="module" src="/${name}.js"></script>` };
}
