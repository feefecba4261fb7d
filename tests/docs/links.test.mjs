/** Every link of README, the pages in docs/ and those of the root leads somewhere: to a page, a heading, a file. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readSite } from "../../docs/build/site.mjs";

const SITE = readSite();

test("every link of the documentation leads to a page, a heading or a file that is there", () => {
  const { pages, linked, problems } = SITE;
  assert.deepEqual(problems, []);
  const links = [...linked.values()].flatMap((html) => [...html.matchAll(/\s(?:href|src|srcset)="/g)]);
  assert.ok(pages.size > 20 && links.length > 200, `${pages.size} pages, ${links.length} links`);
});

test("every page is reached from the list of pages", () => {
  const { nav, pages } = SITE;
  const listed = [nav.home, ...nav.groups.flatMap(({ paths }) => paths)];
  assert.deepEqual([...pages.keys()], listed);
  assert.equal(new Set(listed).size, listed.length);
});

const LINKS = {
  "a page": ["other.md", undefined],
  "a heading of another page": ["other.md#a-part", undefined],
  "a second heading of the same words": ["other.md#a-part-1", undefined],
  "a heading of its own": ["#here", undefined],
  "a file": ["picture.svg", undefined],
  "another site": ["https://acme.example/#x", undefined],
  "a page that is not there": ["none.md", "expected a file that is there"],
  "a heading that is not there": ["other.md#none", "expected a heading that is there"],
  "a heading of its own that is not there": ["#none", "expected a heading that is there"],
  "a file that is not there": ["none.svg", "expected a file that is there"],
  "a folder": ["../docs", "expected a file that is there"],
  "what is outside of the repository": ["../../etc/passwd", "expected a file that is there"],
};

for (const [what, [link, problem]] of Object.entries(LINKS)) {
  test(`a link to ${what} is ${problem ? "a problem" : "none"}`, (t) => {
    const root = repository(t, { "docs/page.md": `# Page\n\n## Here\n\n[it](${link})`, "docs/other.md": "# Other\n\n## A part\n\n## A part\n", "docs/picture.svg": "<svg/>" });
    assert.deepEqual(readSite(root).problems, problem ? [`docs/page.md: ${link}: ${problem}`] : []);
  });
}

function repository(t, files) {
  const root = mkdtempSync(join(tmpdir(), "effortlet-docs-"));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "docs"));
  const all = { "README.md": "# Home\n", "CHANGELOG.md": "# Changes\n", "ARCHITECTURE.md": "# Architecture\n", ...files };
  for (const [path, text] of Object.entries(all)) writeFileSync(join(root, path), text);
  return root;
}
