/**
 * Definitions and pages for tests: what a test does not care about is filled in.
 */

/** A definition with these surveys; `more` overrides and adds top fields. */
export function definition(surveys, more = {}) {
  return { version: 1, organization: "Acme", endpoint: "/v1/responses", surveys: [surveys].flat(), ...more };
}

/** The help center's survey, asked as often as its triggers say; `more` overrides and adds fields. */
export function survey(triggers, more = {}) {
  return { id: "help-center", template: "help-center", triggers, frequency: { preset: "none" }, ...more };
}

/** An ordinary page with the script tag; `body` goes before it, `attributes` into it. */
export function pageWith({ body = "<h1>Help</h1>", attributes = 'data-definition="/effortlet.json"', lang = "en" } = {}) {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Help</title>
<script src="/effortlet/effortlet.js" ${attributes} async></script>
</head>
<body>${body}</body>
</html>`;
}
