/** Posts one response. The only file that touches the network. */
import { quiet } from "./quiet.js";

/** Browsers keep at most 64 KiB of requests alive after their page; ours leaves room for others. */
const MOST_KEPT_ALIVE = 60 * 1024;

/**
 * @param {string | {url: string, format?: string, headers?: object, credentials?: string}} endpoint
 * As the definition has it.
 */
export function openTransport(endpoint) {
  // What the page has put on every object is none of the endpoint's.
  const own = typeof endpoint === "string" ? { url: endpoint } : endpoint;
  const { url, format, headers: given, credentials } = { __proto__: null, ...own };

  /** A post that failed may have failed because others used up what is kept alive. */
  let keptAlive = true;

  /** Resolves to the status and to the milliseconds to wait before a retry; 0 and -1 for none. */
  return async (response, at) => {
    try {
      response.timing.sentAt = new Date(at).toISOString();
      const body = JSON.stringify(response);
      // Text needs no preflight.
      const isJson = (format ?? (isOwn(url) && "json")) === "json";
      const kind = { "content-type": isJson ? "application/json" : "text/plain" };
      const headers = new Headers();
      // A header that the browser refuses is left out rather than the answer.
      for (const header of Object.entries({ ...given, ...kind })) quiet(() => headers.set(...header))();
      const reply = await fetch(url, {
        method: "POST",
        headers,
        credentials: ["omit", "include"].find((it) => it === credentials),
        keepalive: keptAlive && new Blob([body]).size < MOST_KEPT_ALIVE,
        body,
      });
      keptAlive = true;
      return [reply.status, wait(reply.headers)];
    } catch {
      keptAlive = !keptAlive;
      return [0, -1];
    }
  };
}

/** Whether an address is of the page's own site. */
const isOwn = (url) => new URL(url, document.baseURI).origin === location.origin;

/** `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3), by the server's own clock. */
function wait(headers) {
  const after = headers.get("retry-after") || NaN;
  const span = isNaN(after) ? Date.parse(after) - Date.parse(headers.get("date")) : after * 1000;
  return span >= 0 ? span : -1;
}
