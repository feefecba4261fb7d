/**
 * For teams: the mistakes of a definition by name, and why a survey is not shown, in words. A file of
 * its own: a page loads it only where there are mistakes, or where it asks.
 */
import { glue } from "glue:check";
import { json } from "./json.js";
import { load } from "./wasm.js";
import { templatesIn } from "./words.js";
import TEMPLATES from "../src/templates-more.json";

const NO_DEFINITION = "definition: expected data-definition on the script tag, or a <script data-effortlet>";
const NO_JSON = "definition: expected JSON";
const SAME_BUILD = "expected the file of the same build as module.js";
const MAY_RUN = "'wasm-unsafe-eval' in the script-src of the page's policy, or";

let loading;
const reader = () => (loading ??= load(new URL("check.wasm", import.meta.url), glue, INTEGRITY["check.wasm"]));

/**
 * Resolves to one text for each mistake, in reading order.
 *
 * @param {object} started What `start` of module.js has come to: what runs, or why nothing does.
 */
export async function check(started) {
  if (!started.surveys) return [await word(started)];
  return (await reader()).check(json(started.definition), templatesIn({}, TEMPLATES));
}

/** Resolves to one text for each wording that says the opposite of its scale's direction. */
export const lint = async (definition) => (await reader()).lint(json(definition), templatesIn({}, TEMPLATES));

/** Resolves to what `explain` of the widget has told of a survey, in words. */
export const explain = async (definition, told) => (await reader()).explain(json(definition), told);

/**
 * Resolves to what the definition comes to before anybody has visited, and the same in lines.
 *
 * @param {{ address: string, signs?: string[] } | null} page Whose address was named; its signs are what `html.mjs` reads.
 * @param {(selector: string) => number | undefined} count How many of its elements a selector finds.
 */
export const forecast = async (definition, page, count) =>
  (await reader()).forecast(json(definition), templatesIn({}, TEMPLATES), json(page), count, Date.now());

/** By what has kept the widget from running; anything else is its own fault. */
async function word(found) {
  if (found.late) return `${found.late}: expected an answer within 10 s`;
  if (found.stranger) return `${found.stranger}: ${SAME_BUILD}`;
  if (found.address) return `${found.address}: ${await fault(found)}`;
  if (!("definition" in found)) return `widget: expected a browser that runs it, got ${found.message}`;
  const { definition, text, reply, isBeside } = found;
  if (text !== undefined) return isBeside ? `${NO_JSON} at ${definition}` : NO_JSON;
  // A script without a definition beside it is how most files are served.
  if (definition === undefined || (isBeside && reply?.status === 404)) return NO_DEFINITION;
  if (reply?.ok || !(typeof definition === "string" || definition instanceof URL)) return NO_JSON;
  return `${NO_JSON} at ${definition}, got ${reply ? `status ${reply.status}` : "no reply"}`;
}

/** What is the matter with a file of ours: it is asked for once more. */
async function fault({ address, integrity }) {
  const isInstead = `${address}`.endsWith("plain.js");
  const expected = `expected ${isInstead ? `${MAY_RUN} ` : ""}`;
  const reply = await fetch(address).catch(() => undefined);
  if (!reply) {
    const isThere = await fetch(address, { mode: "no-cors" }).catch(() => undefined);
    return `${expected}${isThere ? `access-control-allow-origin in the reply, for ${location.origin}` : "a reply, and a policy whose connect-src lets it be fetched"}`;
  }
  if (!reply.ok) return `${expected}the file, got status ${reply.status}`;
  const type = reply.headers.get("content-type") ?? "";
  if (type.startsWith("text/html")) return `${expected}the file, got HTML`;
  const hash = await crypto.subtle?.digest("SHA-256", await reply.arrayBuffer());
  if (hash && integrity && integrity !== `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`) return SAME_BUILD;
  if (`${address}`.endsWith(".js") && !type.includes("javascript")) return `expected JavaScript, got ${type || "no content-type"}`;
  return "expected a browser that runs it";
}
