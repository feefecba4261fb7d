/**
 * node docs/build/reference.mjs: writes docs/reference anew, from the schema and the reader in dist/.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { referenceOf } from "./reference/pages.mjs";
import { reader } from "./reader.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = join(ROOT, "docs/reference");

const { problemsOf } = await reader();
const pages = referenceOf(JSON.parse(readFileSync(join(ROOT, "loader/definition.schema.json"), "utf8")), problemsOf);

mkdirSync(FOLDER, { recursive: true });
for (const name of readdirSync(FOLDER)) if (!pages.has(name)) rmSync(join(FOLDER, name));
for (const [name, text] of pages) writeFileSync(join(FOLDER, name), text);
