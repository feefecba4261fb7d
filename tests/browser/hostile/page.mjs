/** The page of a row: the row's own scripts and elements around what every page here has. */

const TAG = '<script src="/effortlet/effortlet.js" data-definition="/effortlet.json" async></script>';

/** What every page does by itself, and notes. Comes before the row's own scripts. */
export const PAGE = `
  window.heard = { clicks: 0, inputs: 0 };
  addEventListener("click", ({ target }) => (heard.clicks += target.id === "go"));
  addEventListener("input", ({ target }) => (heard.inputs += target.id === "field"));
`;

/**
 * As HTML. A row's `html` makes all of it, of our tag; else `head` comes before the tag, `top` before
 * what the body has, `body` behind it. Without us the tag is missing, and that is all.
 */
export function htmlOf(row, isWithUs) {
  const tag = isWithUs ? (row.tag ?? TAG) : "";
  if (row.html) return row.html(tag);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Help</title>
<script src="/page.js"></script>
${row.head ?? ""}
${tag}
</head>
<body>${row.top ?? ""}
<h1>Refunds</h1>
<p>Refunds go back to the card that was charged.</p>
<button id="go">More</button>
<input id="field" aria-label="Search">
${row.body ?? ""}
</body>
</html>`;
}
