/** A part of nginx's configuration, checked by nginx itself. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TOOLS } from "../../browser/support/paths.mjs";

const PLACES = [join(TOOLS, "servers/usr/sbin/nginx"), "/usr/sbin/nginx"];

/** Gives what is wrong with what stands in a `server`, or nothing where there is no nginx. */
export function checkNginx(part) {
  const nginx = PLACES.find((path) => existsSync(path));
  if (!nginx) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "effortlet-nginx-"));
  try {
    const file = join(folder, "nginx.conf");
    writeFileSync(file, `pid ${folder}/pid;\nevents {}\nhttp {\n  access_log off;\n  server {\n    listen 127.0.0.1:1;\n${part}\n  }\n}\n`);
    const { status, stderr } = spawnSync(nginx, ["-t", "-q", "-c", file, "-p", folder, "-e", join(folder, "error.log")], { encoding: "utf8" });
    return status === 0 ? [] : [stderr];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
