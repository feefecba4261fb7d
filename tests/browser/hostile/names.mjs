/** Pages whose elements have the names of the document's and the window's own properties. */

/** Elements that a document gives by their names, before what it has itself. */
const CLOBBERED = ["body", "documentElement", "head", "activeElement", "title", "visibilityState", "hidden", "scrollingElement", "defaultView", "fonts", "readyState", "prerendering", "currentScript"];
const CALLS = ["createElement", "createElementNS", "querySelector", "querySelectorAll", "addEventListener", "createTreeWalker", "getElementById", "hasFocus", "createDocumentFragment", "removeEventListener"];

const images = (names) => names.map((name) => `<img name="${name}" alt="">`).join("");

export default [
  ...CLOBBERED.map((name) => ({ name: `an image named ${name}`, top: images([name]), expected: "stored" })),
  ...CALLS.map((name) => ({ name: `a form named ${name}`, top: `<form name="${name}"><input name="action"></form>`, expected: "stored" })),
  { name: "a field named parentElement in the form of what has the focus", body: '<form><input name="parentElement"><input name="parentNode"><input name="shadowRoot"><input name="assignedSlot"><input name="matches"><input name="closest"><button type="button" id="in">In</button></form>', act: ({ press }) => press("#in"), expected: "stored" },
  { name: "a click within a form whose fields have names of methods", top: '<form id="form" onsubmit="return false"><input name="getAttribute"><input name="closest"><input name="matches"><input name="getRootNode"><input name="nodeType"><input name="children">', expected: "stored" },
  { name: "a form with the id effortlet and a field named q", top: '<form id="effortlet"><input name="q"><input name="q"></form>', expected: "stored" },
  { name: "a form with the id effortlet", top: '<form id="effortlet"><input name="action"></form>', expected: "stored" },
  { name: "forms with the ids of globals", top: ["localStorage", "navigation", "crypto", "fetch", "JSON", "Promise", "performance"].map((id) => `<form id="${id}"><input name="then"></form>`).join(""), expected: "stored" },
];
