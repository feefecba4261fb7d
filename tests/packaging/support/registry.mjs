/**
 * A registry of npm on loopback that has these tarballs and nothing else.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename } from "node:path";

/** Runs until the test `t` is over. */
export async function startRegistry(t, tarballs) {
  const packages = tarballs.map((file) => ({ file: basename(file), bytes: readFileSync(file), manifest: manifestOf(file) }));
  const server = createServer((request, reply) => {
    const asked = decodeURIComponent(request.url.slice(1));
    const tarball = packages.find(({ file }) => `tarballs/${file}` === asked);
    const named = packages.find(({ manifest }) => manifest.name === asked);
    if (tarball) return reply.writeHead(200, { "content-type": "application/octet-stream" }).end(tarball.bytes);
    if (named) return reply.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(packument(named, address)));
    reply.writeHead(404, { "content-type": "application/json" }).end('{ "error": "Not found" }');
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  t.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return address;
}

/** What the package says of itself. */
export const manifestOf = (tarball) => JSON.parse(execFileSync("tar", ["-xOzf", tarball, "package/package.json"]));

/** What a registry says of a package that was published once. */
function packument({ file, bytes, manifest }, address) {
  const { name, version } = manifest;
  const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  const dist = { tarball: `${address}/tarballs/${file}`, integrity };
  return { name, "dist-tags": { latest: version }, versions: { [version]: { ...manifest, dist } } };
}
