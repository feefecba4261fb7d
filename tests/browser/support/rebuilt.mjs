/**
 * A build with another wasm file in it: each file has the hash of what it loads, so those around it are
 * other ones too.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DIST } from "./paths.mjs";

const hashed = (content) => `sha256-${createHash("sha256").update(content).digest("base64")}`;
const built = (name) => readFile(join(DIST, name));

const [WASM, MODULE, LOADER] = await Promise.all(["effortlet.wasm", "module.js", "effortlet.js"].map(built));

/** Pages of a host, with these bytes in the place of the ordinary edition. */
export function rebuilt(wasm) {
  const module = `${MODULE}`.replace(hashed(WASM), hashed(wasm));
  const loader = `${LOADER}`.replace(hashed(MODULE), hashed(module));
  return {
    "/effortlet/effortlet.wasm": (request, reply) => reply.writeHead(200, { "content-type": "application/wasm" }).end(wasm),
    "/effortlet/module.js": module,
    "/effortlet/effortlet.js": loader,
  };
}
