/**
 * Which pages there are, and in which order they are read.
 *
 * A page that no group names stands in the last one, so that none is left out.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** By their paths in `docs/`, without `.md`. */
const GROUPS = [
  { title: "Start", names: ["start", "debug-panel", "application"] },
  { title: "Recipes", names: ["hosts/*", "recipes/*"] },
  { title: "Ask", names: ["builder", "definition", "asking", "targeting"] },
  { title: "Reference", names: ["reference/definition", "reference/survey", "reference/triggers", "reference/audience", "javascript"] },
  { title: "Collector", names: ["collector", "mail", "deployment", "operations", "postgresql", "webhooks"] },
  { title: "API", names: ["api", "endpoint"] },
  { title: "Decide", names: ["privacy", "size", "peers"] },
];

/** Pages of the root that the site has too. */
const ROOT_PAGES = { home: "README.md", others: ["CHANGELOG.md", "ARCHITECTURE.md"] };

/** The home page by its path, and groups of paths, each from the root of the repository. */
export function readNav(root) {
  const names = pagesIn(join(root, "docs"), "").sort();
  const isFor = (pattern) => (name) => (pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern);
  const groups = GROUPS.map(({ title, names: patterns }) => ({ title, paths: patterns.flatMap((pattern) => names.filter(isFor(pattern))) }));
  const named = new Set(groups.flatMap(({ paths }) => paths));
  const rest = names.filter((name) => !named.has(name));
  const more = { title: "Work on it", paths: [...rest.map(pathOf), ...ROOT_PAGES.others] };
  return { home: ROOT_PAGES.home, groups: [...groups.map(({ title, paths }) => ({ title, paths: paths.map(pathOf) })), more] };
}

/** Every page, in the order in which it is read. */
export const pathsOf = ({ home, groups }) => [home, ...groups.flatMap(({ paths }) => paths)];

/** Where a page is on the site: the home page at its root. */
export function addressOf(path, { home }) {
  if (path === home) return "";
  return `${path.replace(/^docs\//, "").replace(/\.md$/, "").toLowerCase()}/`;
}

const pathOf = (name) => `docs/${name}.md`;

function pagesIn(folder, before) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return pagesIn(join(folder, entry.name), `${before}${entry.name}/`);
    return entry.name.endsWith(".md") ? [`${before}${entry.name.slice(0, -".md".length)}`] : [];
  });
}
