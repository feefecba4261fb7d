/** A part of nginx's configuration, checked by nginx itself, and run. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { TOOLS } from "../../browser/support/paths.mjs";

const PLACES = [join(TOOLS, "servers/usr/sbin/nginx"), "/usr/sbin/nginx"];

/** Where snippets have their files. */
const ROOT = "/var/www";

/** Milliseconds that it may take to answer for the first time. */
const PATIENCE = 30_000;

const found = () => PLACES.find((path) => existsSync(path));

/** Gives what is wrong with what stands in a `server`, or nothing where there is no nginx. */
export function checkNginx(part) {
  const nginx = found();
  if (!nginx) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "effortlet-nginx-"));
  try {
    const { status, stderr } = spawnSync(nginx, ["-t", "-q", ...written(folder, part, 1)], { encoding: "utf8" });
    return status === 0 ? [] : [stderr];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs it until `t` is over, with the files that `fill` puts into its root; nothing where there is no nginx. */
export async function startNginx(t, part, fill) {
  const nginx = found();
  if (!nginx) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "effortlet-nginx-"));
  fill(join(folder, "www"));
  const port = await freePort();
  const child = spawn(nginx, [...written(folder, part.replaceAll(ROOT, join(folder, "www")), port), "-g", "daemon off;"], { stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  t.after(async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true });
  });
  const address = `http://127.0.0.1:${port}`;
  await answers(address);
  return { address };
}

/** Writes a whole configuration and gives the words that name it. As root its workers may read what is ours alone. */
function written(folder, part, port) {
  const file = join(folder, "nginx.conf");
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  writeFileSync(file, `${user}
pid ${folder}/pid;
events {}
http {
${places}
access_log off;
server {
listen 127.0.0.1:${port};
${part}
}
}
`);
  return ["-c", file, "-p", folder, "-e", join(folder, "error.log")];
}

async function answers(address) {
  const latest = Date.now() + PATIENCE;
  while (Date.now() < latest) {
    if (await fetch(address).catch(() => undefined)) return;
    await pause(20);
  }
  throw new Error("nginx did not start");
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
