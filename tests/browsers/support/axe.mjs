/**
 * What axe-core finds on a page, by all of WCAG 2.0 to 2.2, A and AA, by best practices, and by the
 * size of targets, which axe leaves out by itself.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { run } from "./visitor.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const ASKED = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations", "incomplete"],
  preload: false,
};

/** What axe leaves to people, and why it is well. */
const EXPLAINED = [
  // A field is described by the hint and the mistake where they are there; ARIA passes over ids
  // that name nothing (accname 1.2, 2B).
  ({ id, says }) => id === "aria-valid-attr-value" && says.includes('"hint mistake"'),
  // The sign of multiplication stands for closing and is no text that somebody would say
  // (WCAG 2.5.3, "symbolic text characters"); the name is the word for it.
  ({ id, target }) => id === "label-content-name-mismatch" && target.endsWith(".close"),
];

/** Of these alone it depends whether a page is light or dark, if all stands where it stood. */
export const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/**
 * Brings axe to a page, which stays. `window.examine(root)` then resolves to what it finds there, a
 * value for each element; other rules can be asked for. `window.sketch()` is each element with its box,
 * also within what has a tree of its own.
 */
export async function bringAxe(page) {
  if (await run(page, () => "examine" in window)) return;
  await run(page, AXE);
  await run(page, prepare, ASKED);
}

function prepare(asked) {
  window.examine = async (root, other = {}) => {
    const { violations, incomplete } = await window.axe.run(root, { ...asked, ...other });
    const values = (results, open) =>
      results.flatMap(({ id, nodes }) =>
        nodes.map(({ target, any, all, none }) => ({ id, open, target: `${target}`, says: `${[...any, ...all, ...none].map((it) => it.message)}` })),
      );
    return [...values(violations, false), ...values(incomplete, true)];
  };

  const boxOf = (it) => Object.values(it.getBoundingClientRect().toJSON()).join();
  const said = (it) => [it.localName, ...it.getAttributeNames().map((name) => `${name}=${it.getAttribute(name)}`), boxOf(it)].join(" ");
  const elementsOf = (tree) => Array.from(tree.querySelectorAll("*"), (it) => [it, ...(it.shadowRoot ? elementsOf(it.shadowRoot) : [])]).flat();
  window.sketch = () => elementsOf(document.body).map(said);
}

/** Those that are wrong, or are left to people without its being explained. */
export const faultsOf = (found) => found.filter((it) => !it.open || !EXPLAINED.some((explains) => explains(it)));
