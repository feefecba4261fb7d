/** What waits on the device, and what this preview would have sent. */
import { make } from "./dom.js";
import { fold, json, note } from "./parts.js";
import { moment } from "./times.js";

/**
 * @param {{ posts: number, response: object }[]} responses Of this preview.
 * @param {object[]} pending As `src/preview/look.rs` has them. @param {string} address Of the endpoint.
 */
export function outbox(responses, pending, address) {
  const sent = responses.map(({ posts, response }) => {
    const times = posts === 1 ? "once" : `${posts} times`;
    return fold(response.id, `${response.survey}, ${response.state}, posted ${times}`, true, json(response));
  });
  const waiting = pending.map(({ id, rev, isComplete, size, since }) => {
    const state = isComplete ? "complete" : "not complete";
    return make("li", {}, `${id}, revision ${rev}, ${state}, ${size} B, kept ${moment(since)}`);
  });
  const place = address ? `to ${address}` : "nowhere, since the definition has no endpoint";
  return [
    make("h3", {}, `Would be posted ${place}`),
    ...(sent.length ? sent : [note("No answer was given in this preview.")]),
    make("h3", { "data-key": "pending" }, "Waits on the device, untouched"),
    waiting.length ? make("ul", {}, ...waiting) : note("Nothing."),
  ];
}
