/**
 * Small apps of somebody who has installed the package as npm packs it, from a registry, beside the bundlers
 * and frameworks of `consumers`. What docs/application.md shows of an app is its file.
 */
import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { newcomer } from "./newcomer.mjs";
import { startRegistry } from "./registry.mjs";
import { inPlace, tarballs } from "./tarballs.mjs";

const CONSUMERS = fileURLToPath(new URL("../consumers/", import.meta.url));
const SHOWS = readFileSync(new URL("../../../docs/application.md", import.meta.url), "utf8");

/** Where the page's collector is. */
const ADDRESS = "https://ces.acme.example";

/** What the page shows of each app: in which file it is, and its first line. */
const SHOWN = {
  plain: { file: "main.js", begins: 'import { start, track } from "effortlet";' },
  react: { file: "App.jsx", begins: 'import { Effortlet, useEffortlet } from "effortlet/react";' },
  vue: { file: "App.vue", begins: "<script setup>" },
};

const ESBUILD = "node node_modules/esbuild/bin/esbuild --bundle --format=esm --jsx=automatic --log-level=warning";
const VITE = "node node_modules/vite/bin/vite.js";

/** How each bundler is told to build an app for production. */
const BUILDS = {
  esbuild: (app, entry) => `${ESBUILD} --minify --outfile=${app}/dist/main.js ${app}/${entry}`,
  webpack: (app, entry) => `node tools/webpack.mjs ${app} ${entry}`,
  vite: (app) => `${VITE} build ${app} --logLevel warn`,
};

const [major, minor] = process.versions.node.split(".").map(Number);
const runsVite = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

/** Why nothing is tried with Vite, on a Node that it does not take. */
export const withoutVite = !runsVite && "Vite takes Node 20.19, and 22.12 or later";

/** There until the tests of the file are over. */
export async function install() {
  assert.ok(existsSync(join(CONSUMERS, "node_modules")), "the bundlers are missing: run node setup.mjs --browsers");
  const somebody = await newcomer({ after }, await startRegistry({ after }, tarballs(inPlace).files));
  writeFileSync(join(somebody.folder, "package.json"), '{ "private": true, "type": "module" }');
  await succeeds(somebody, "npm install effortlet");
  for (const name of readdirSync(join(CONSUMERS, "node_modules"))) {
    if (!name.startsWith(".")) symlinkSync(join(CONSUMERS, "node_modules", name), join(somebody.folder, "node_modules", name));
  }
  cpSync(join(CONSUMERS, "tools"), join(somebody.folder, "tools"), { recursive: true });
  return { ...somebody, app: (name, address) => app(somebody, name, address) };
}

let count = 0;

/** An app of its own, whose collector has this address. */
function app(somebody, name, address) {
  count += 1;
  const own = `app-${count}`;
  const folder = join(somebody.folder, own);
  cpSync(join(CONSUMERS, name), folder, { recursive: true });
  const { file, begins } = SHOWN[name];
  writeFileSync(join(folder, file), shown(begins).replace(ADDRESS, address));
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const [, entry] = html.match(/src="\/(main.+?)"/);
  // Only Vite makes a page too.
  const pages = () => ({ "/": html.replace(entry, "main.js"), ...filesIn(join(folder, "dist")) });
  return {
    folder: own,
    /** Resolves to the pages of a host that has the app as this bundler builds it. */
    async build(bundler) {
      await succeeds(somebody, BUILDS[bundler](own, entry), "");
      return pages();
    },
    /** Resolves to the pages with what a server renders in them, before the app does in the browser. */
    async render() {
      const rendered = await RENDERS[name](somebody, own, entry);
      const { "/": page, ...others } = pages();
      return { "/": page.replace('<div id="app"></div>', `<div id="app">${rendered.trim()}</div>`), ...others };
    },
    /** Resolves to the address of Vite's own server. */
    async serve() {
      const serving = somebody.run(`${VITE} ${own} --host 127.0.0.1 --port 0`);
      const [, origin] = await serving.says(/(http:\/\/127\.0\.0\.1:\d+)/);
      return origin;
    },
  };
}

/** With the warnings that a framework gives to developers. */
const RENDERS = {
  async react(somebody, own, entry) {
    const development = '--define:process.env.NODE_ENV="development"';
    await succeeds(somebody, `${ESBUILD} ${development} --outfile=${own}/dist/main.js ${own}/${entry}`, "");
    await succeeds(somebody, `${ESBUILD} --platform=node --packages=external --outfile=${own}/server.js ${own}/server.jsx`, "");
    return succeeds(somebody, `node ${own}/server.js`);
  },
  async vue(somebody, own) {
    const build = `${VITE} build ${own} --logLevel warn --mode development`;
    await succeeds(somebody, `${build} --ssr server.js --outDir server`, "", { NODE_ENV: "development" });
    const rendered = await succeeds(somebody, `node ${own}/server/server.js`);
    await succeeds(somebody, build, "", { NODE_ENV: "development" });
    return rendered;
  },
};

/** Resolves to what a command says, once it has ended well. */
async function succeeds(somebody, command, expected, env) {
  const { code, said } = await somebody.run(command, env).ended;
  assert.equal(code, 0, `${command}\n${said}`);
  if (expected !== undefined) assert.equal(said, expected, command);
  return said;
}

function shown(begins) {
  const blocks = [...SHOWS.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, block]) => block);
  return blocks.find((block) => block.startsWith(begins));
}

/** By their addresses. */
function filesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const paths = files.map((it) => join(it.parentPath ?? it.path, it.name));
  const address = (path) => path.slice(folder.length).replaceAll("\\", "/").replace(/^\/index\.html$/, "/");
  return Object.fromEntries(paths.map((path) => [address(path), readFileSync(path, "utf8")]));
}
