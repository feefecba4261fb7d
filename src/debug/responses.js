/** The responses that would have been kept on the device and posted. Never posts. */
import { compose } from "../response.js";

/**
 * @param {() => object} page Where the nudge was shown.
 * @param {() => object} context What the page told of its visitor.
 */
export function openResponses(page, context) {
  /** By id, oldest first: how often it would have been posted, and what it came to. */
  const responses = new Map();

  return {
    responses,

    kept([at, ...said]) {
      const response = compose(page(), context(), said);
      // As `transport.js` adds it.
      response.timing.sentAt = new Date(at).toISOString();
      const posts = (responses.get(response.id)?.posts ?? 0) + 1;
      responses.set(response.id, { posts, response });
    },
  };
}
