/** The small help centers as a browser takes them: each with the router that npm has. */
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const FLAGS = ["__VUE_OPTIONS_API__", "__VUE_PROD_DEVTOOLS__", "__VUE_PROD_HYDRATION_MISMATCH_DETAILS__"];

const bundled = new Map();

/** The script of `<name>.mjs` beside this file; built once, and never written to disk. */
export function bundle(name) {
  if (!bundled.has(name)) bundled.set(name, read(name));
  return bundled.get(name);
}

async function read(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`${name}.mjs`, import.meta.url))],
    bundle: true,
    define: { "process.env.NODE_ENV": '"production"', ...Object.fromEntries(FLAGS.map((flag) => [flag, "false"])) },
    format: "iife",
    logLevel: "error",
    write: false,
  });
  return outputFiles[0].text;
}
