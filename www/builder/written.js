/** Whatever can be copied, written in one way. */

/** A definition as a file. */
export const asJson = (document) => `${JSON.stringify(document, null, 2)}\n`;

/** A definition in a page, with the tag that reads it. Its answers have to be told where to go. */
export function asTag(document, { script, endpoint }) {
  const told = document.endpoint ? document : { ...document, endpoint };
  const json = asJson(told).replaceAll("<", "\\u003c");
  return `<script type="application/json" data-effortlet>\n${json}</script>\n${asScript(script)}`;
}

/** The tag alone: the definition is beside its file. */
export const asScript = (script) => `<script async src="${script}"></script>\n`;
