/**
 * The site, the collector behind it, what goes wrong between them, and what is heard of it.
 */
import { startCollector } from "../browser/support/collector.mjs";
import { definition, survey } from "../browser/support/definitions.mjs";
import { none } from "../browser/support/faults.mjs";
import { startHost } from "../browser/support/host.mjs";
import { PATHS, WORKER, clockScript, pageOf } from "./page.mjs";
import { SIGN_IN } from "./troubles.mjs";

/** Milliseconds from one small request of the page's own to the next. */
const EVERY = 60;

const small = (request, reply) => reply.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/plain" }).end("here");

/** Until `t` is over. `state` is what `page.mjs` says of the clock, and is as pages that begin find it. */
export async function startSite(t, plan, every = EVERY) {
  const surveys = survey({ event: { name: "go" } });
  const collector = await startCollector(t, { definition: definition(surveys) });
  const other = await startHost(t, { pages: { "/own": small } });
  const state = { skipped: 0, wrong: 0, storage: undefined, every, other: other.url("/own") };
  const pages = {
    ...Object.fromEntries(PATHS.map((path) => [path, pageOf(plan)])),
    "/clock.js": (request, reply) => reply.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" }).end(clockScript(state)),
    "/worker.js": WORKER,
    "/own": small,
    "/sign-in": SIGN_IN,
  };
  const host = await startHost(t, { collector, pages });
  const far = plan.isElsewhere ? await startHost(t, { collector, pages: { "/sign-in": SIGN_IN } }) : host;
  const url = far.url("/v1/responses");
  host.pages["/effortlet.json"] = definition(surveys, { endpoint: plan.format ? { url, format: plan.format } : url });
  const break_ = (fault) => (far.fault = host.fault = fault);
  break_(none);
  return { collector, host, state, break: break_, posts: () => far.posts.length + (far === host ? 0 : host.posts.length) };
}
