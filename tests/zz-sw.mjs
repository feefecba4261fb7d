import http from "node:http";
import { chromium } from "playwright-core";
let n = 0; const t0 = Date.now(); const at = () => ((Date.now() - t0) / 1000).toFixed(1);
const server = http.createServer((q, r) => {
  if (q.url === "/worker.js") return r.writeHead(200, {"content-type": "text/javascript"}).end(`
self.addEventListener("install", e => self.skipWaiting());
self.addEventListener("activate", e => e.waitUntil(clients.claim()));
self.addEventListener("fetch", e => { e.respondWith(fetch(e.request)); });`);
  if (q.url === "/mute") { const k = ++n; console.log(at(), "post", k); q.socket.on("close", () => console.log(at(), "closed", k)); return; }
  r.writeHead(200, {"content-type": "text/html"}).end("<h1>x</h1>");
});
server.timeout = 0; server.requestTimeout = 0; server.headersTimeout = 0;
server.listen(0, async () => {
  const o = `http://127.0.0.1:${server.address().port}`;
  const b = await chromium.launch({ executablePath: process.argv[2] ?? "/usr/bin/chromium" });
  const p = await b.newPage();
  await p.goto(o + "/");
  await p.evaluate(async () => { navigator.serviceWorker.register("/worker.js"); await navigator.serviceWorker.ready; });
  await p.goto(o + "/");
  await p.evaluate(() => { window.a = new AbortController(); fetch("/mute", { method: "POST", body: "x", signal: a.signal }).catch(() => {}); });
  await new Promise(r => setTimeout(r, 1000));
  await p.evaluate(() => a.abort());
  await new Promise(r => setTimeout(r, 100000));
  console.log(at(), "another");
  await p.evaluate(() => { fetch("/mute", { method: "POST", body: "x" }).catch(() => {}); });
  await new Promise(r => setTimeout(r, 420000));
  console.log(at(), "end"); await b.close(); process.exit();
});
