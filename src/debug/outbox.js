/** What waits on the device, and what this preview would have sent. */
import { make } from "../dom.js";
import { fold, json, note } from "./parts.js";
import { moment } from "./times.js";

/**
 * @param {Map<string, { posts: number, response: object }>} responses Of this preview.
 * @param {any[][]} pending As `src/outbox.js` has them. @param {string} address Of the endpoint.
 */
export function outbox(responses, pending, address) {
  const sent = [...responses].map(([id, { posts, response }]) => {
    const times = posts === 1 ? "once" : `${posts} times`;
    return fold(id, `${response.survey}, ${response.state}, posted ${times}`, true, json(response));
  });
  const waiting = pending.map(([id, rev, complete, size, at]) => {
    const state = complete ? "complete" : "not complete";
    return make("li", {}, `${id}, revision ${rev}, ${state}, ${size} B, kept ${moment(at)}`);
  });
  return [
    make("h3", {}, address ? `Would be posted to ${address}` : "The definition has no endpoint: nothing would be posted"),
    ...(sent.length ? sent : [note("No answer was given in this preview.")]),
    make("h3", { "data-key": "pending" }, "Waits on the device, untouched"),
    waiting.length ? make("ul", {}, ...waiting) : note("Nothing."),
  ];
}
