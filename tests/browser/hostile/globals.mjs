/** Pages that have changed, frozen or taken away what the browser gives. */

const script = (text) => `<script>${text}</script>`;

/** Not there, as in a browser that never had it. */
const without = (...names) => script(names.map((name) => `delete window.${name};`).join(" "));

/** In the place of a function of the browser's, one that calls it and counts. */
const counted = (owner, name) =>
  script(`window.calls = 0; const inner = ${owner}.${name}; ${owner}.${name} = function (...values) { window.calls += 1; return inner.apply(this, values); };`);

const EVERYTHING = "[Object, Array, Function, Promise, String, Map, Set, Event, EventTarget, Node, Element, HTMLElement, Document, JSON, Reflect, WebAssembly, Date, Math, URL]";

export default [
  { name: "nothing done", expected: "stored" },
  { name: "a toJSON on every list", head: script("Array.prototype.toJSON = function () { return [...this].join(); };"), expected: "stored" },
  { name: "a toJSON on every object", head: script("Object.prototype.toJSON = function () { return 'an object'; };"), expected: "stored" },
  { name: "a frozen Object.prototype", head: script("Object.freeze(Object.prototype);"), expected: "stored" },
  { name: "every global frozen", head: script(`for (const it of ${EVERYTHING}) { Object.freeze(it); Object.freeze(it.prototype ?? {}); }`), expected: "stored" },
  { name: "globals that nobody may write", head: script("for (const name of ['fetch', 'setTimeout', 'Promise', 'URL']) Object.defineProperty(window, name, { value: window[name], writable: false, configurable: false });"), expected: "stored" },
  { name: "properties on every object", head: script("Object.prototype.hold = { evil: 1 }; Object.prototype.url = 'https://evil.example/'; Object.prototype.late = 1; Object.prototype.build = 'x'; Object.prototype.q = 1;"), expected: "stored" },
  { name: "methods on every list", head: script("Array.prototype.last = function () { return this[this.length - 1]; }; Array.prototype.remove = function () {};"), expected: "stored" },
  { name: "an endpoint and a locale on every object", head: script("Object.prototype.endpoint = 'https://evil.example/'; Object.prototype.locale = 'ar';"), expected: "stored" },
  { name: "no MutationObserver", head: without("MutationObserver"), expected: "stored" },
  { name: "no IntersectionObserver and no ResizeObserver", head: without("IntersectionObserver", "ResizeObserver"), expected: "stored" },
  { name: "no requestIdleCallback", head: without("requestIdleCallback", "cancelIdleCallback"), expected: "stored" },
  { name: "no Navigation API", head: without("navigation"), expected: "stored" },
  { name: "no visualViewport", head: without("visualViewport"), expected: "stored" },
  { name: "no performance", head: without("performance"), expected: "stored" },
  { name: "no Web Locks", head: script("delete Navigator.prototype.locks;"), expected: "stored" },
  { name: "no storage", head: without("localStorage", "sessionStorage"), expected: "stored" },
  { name: "no IndexedDB", head: without("indexedDB"), expected: "stored" },
  { name: "a storage that throws", head: script("for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });"), expected: "stored" },
  { name: "a storage that is full", head: script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"), expected: "stored" },
  { name: "no Promise.prototype.finally", head: script("delete Promise.prototype.finally;"), expected: "stored" },
  { name: "no fetch", head: without("fetch"), expected: "silent", warning: /^effortlet: definition: expected JSON at \/effortlet.json, got no reply$/ },
  { name: "a fetch that never answers", head: script("window.fetch = () => new Promise(() => {});"), expected: "silent", warning: /^effortlet: \/effortlet.json: expected an answer within 10 s$/ },
  { name: "a fetch that throws", head: script("window.fetch = () => { throw new Error('of the page'); };"), expected: "silent", warning: /^effortlet: definition: expected JSON at \/effortlet.json, got no reply$/ },
  { name: "a fetch that is counted", head: script("const inner = fetch; window.fetch = (...values) => inner(...values);"), expected: "stored" },
  { name: "no crypto", head: without("crypto"), expected: "stored" },
  { name: "no Math.random", head: script("Math.random = () => { throw new Error('of the page'); };"), expected: "stored" },
  { name: "a Math.random that is always the same", head: script("Math.random = () => 0.5;"), expected: "stored" },
  { name: "no WebAssembly", head: without("WebAssembly"), expected: "stored" },
  { name: "no MessageChannel", head: without("MessageChannel"), expected: "stored" },
  { name: "no AbortController", head: without("AbortController"), expected: "stored" },
  { name: "a Date that is the page's", head: script("const Inner = Date; window.Date = class extends Inner { constructor(...values) { values.length ? super(...values) : super(2020, 1, 1); } };"), expected: "stored" },
  { name: "a Date.now that stands still", head: script("const still = Date.now(); Date.now = () => still;"), expected: "stored" },
  { name: "a toISOString that says something else", head: script("Date.prototype.toISOString = () => 'today';"), expected: "stored" },
  { name: "a JSON.stringify with spaces", head: script("const inner = JSON.stringify; JSON.stringify = (value, change, spaces) => inner(value, change, spaces ?? 2);"), expected: "stored" },
  { name: "a setTimeout that is slower", head: script("const inner = setTimeout; window.setTimeout = (call, span, ...values) => inner(call, span + 20, ...values);"), expected: "stored" },
  { name: "an addEventListener that is counted", head: counted("EventTarget.prototype", "addEventListener"), expected: "stored" },
  { name: "an addEventListener of the window that ignores options", head: script("const inner = window.addEventListener; window.addEventListener = function (name, call) { return inner.call(window, name, call); };"), expected: "stored" },
  { name: "an addEventListener that throws", head: script("EventTarget.prototype.addEventListener = () => { throw new Error('of the page'); };"), expected: "silent", warning: /^effortlet: expected module.js/ },
  { name: "a createElement that is wrapped", head: script("const inner = document.createElement; document.createElement = function (...values) { return inner.apply(document, values); };"), expected: "stored" },
  { name: "a document.createElement that throws", head: script("document.createElement = () => { throw new Error('of the page'); };"), expected: "stored" },
  { name: "a createElement that throws for all", head: script("Document.prototype.createElement = () => { throw new Error('of the page'); };"), expected: "silent", warning: /^effortlet: / },
  { name: "a createElement that throws for what it does not know", head: script("const inner = Document.prototype.createElement; Document.prototype.createElement = function (name, ...more) { if (name.includes('-')) throw new Error('of the page'); return inner.call(this, name, ...more); };"), expected: "lost" },
  { name: "a setAttribute that throws for what it does not know", head: script("const inner = Element.prototype.setAttribute; Element.prototype.setAttribute = function (name, value) { if (name === 'popover') throw new Error('of the page'); return inner.call(this, name, value); };"), expected: "lost" },
  { name: "no popovers", head: script("delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.popover;"), expected: "stored" },
  { name: "a console that is no more", head: script("window.console = undefined;"), expected: "stored" },
  { name: "what throws in our events", head: script("for (const name of ['shown', 'answered', 'completed']) addEventListener('effortlet:' + name, () => { throw new Error('of the page'); });"), expected: "stored", throws: /^of the page$/ },
  { name: "what stops in our events", head: script("for (const name of ['shown', 'answered', 'completed']) addEventListener('effortlet:' + name, (it) => { it.stopImmediatePropagation(); it.preventDefault(); }, true);"), expected: "stored" },
];
