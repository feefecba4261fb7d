/** Pages with unusual documents: styles, frames, several tags, translations, documents that are opened anew. */
import { PAGE, htmlOf } from "./page.mjs";

const script = (text) => `<script>${text}</script>`;
const style = (text) => `<style>${text}</style>`;

/** A page with one in a frame that is sandboxed but for what is allowed. */
const framed = (path, allowed) => ({
  html: (tag) => `<!doctype html><title>Outer</title><iframe sandbox="${allowed}" style="width: 700px; height: 600px" src="${path}${tag ? "?with" : ""}"></iframe>`,
  pages: {
    [path]: (request, reply) => {
      const html = htmlOf({}, request.url.endsWith("?with"));
      reply.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
    },
  },
  inside: "iframe",
  address: path,
});

const INLINE = script(PAGE);

export default [
  { name: "every style unset", head: style("* { all: unset !important; }"), expected: "stored" },
  { name: "nothing that can be pressed but what is said", head: style("* { pointer-events: none !important; } #go, #field { pointer-events: auto !important; }"), expected: "stored" },
  { name: "a body without a box", head: style("body { display: contents; }"), expected: "stored" },
  { name: "two tags", body: '<script src="/effortlet/effortlet.js" data-definition="/effortlet.json" async></script>', expected: "stored" },
  { name: "a tag that is a module", tag: '<script type="module" src="/effortlet/effortlet.js" data-definition="/effortlet.json"></script>', expected: "silent", isDeaf: true, warning: /^effortlet: expected a script tag with src, not type=module$/ },
  { name: "an effortlet of the page's own", head: script("window.effortlet = () => 'ours';"), expected: "silent", isDeaf: true, probe: "effortlet()", warning: /^effortlet: expected no other window\.effortlet$/ },
  { name: "an effortlet that nobody may write", head: script("Object.defineProperty(window, 'effortlet', { value: 1 });"), expected: "stored", isDeaf: true },
  { name: "a base somewhere else", head: '<base href="https://elsewhere.example/">', tag: '<script src="/effortlet/effortlet.js" data-definition="/effortlet.json"></script>', html: (tag) => `<!doctype html><html lang="en"><title>Help</title>${INLINE}${tag}<base href="/elsewhere/"><h1>Refunds</h1><button id="go">More</button><input id="field">`, expected: "stored" },
  { name: "no head and no body of its own", html: (tag) => `${INLINE}${tag}<button id="go">More</button><input id="field">`, expected: "stored" },
  { name: "a document that is opened anew", body: script("addEventListener('load', () => setTimeout(() => { const html = document.documentElement.outerHTML.replace(/<script>addEventListener.*?<.script>/, ''); document.open(); document.write(html); document.close(); }, 0));"), expected: "stored" },
  { name: "a page translated as Google does", expected: "stored", act: ({ within }) => within(`(() => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const texts = []; while (walk.nextNode()) if (walk.currentNode.data.trim()) texts.push(walk.currentNode); for (const it of texts) { const font = document.createElement("font"); it.replaceWith(font); font.append(Object.assign(document.createElement("font"), { textContent: it.data })); } document.documentElement.lang = "en-GB"; document.documentElement.className = "translated-ltr"; })()`) },
  { name: "a page that translates what is added", head: script("new MutationObserver((records) => { for (const { addedNodes } of records) for (const it of addedNodes) if (it.nodeType === 3 && it.data.trim()) { const font = document.createElement('font'); font.textContent = it.data; it.replaceWith(font); } }).observe(document, { childList: true, subtree: true });"), expected: "stored" },
  { name: "a router that swaps what the body holds", act: ({ within }) => within('history.pushState({}, "", location.pathname); document.body.replaceChildren(...[...document.body.children].map((it) => it.cloneNode(true)));'), expected: "stored" },
  { name: "a router that swaps the body", act: ({ within }) => within('{ const body = document.createElement("body"); body.append(...document.body.childNodes); document.body.replaceWith(body); }'), expected: "stored" },
  { name: "a history whose functions throw", head: script("history.pushState = history.replaceState = () => { throw new Error('of the page'); };"), expected: "stored" },
  { name: "a sandboxed frame with scripts and storage", ...framed("/framed/all", "allow-scripts allow-same-origin allow-forms"), expected: "stored" },
  { name: "a sandboxed frame with storage and no forms", ...framed("/framed/no-forms", "allow-scripts allow-same-origin"), expected: "stored" },
  { name: "a sandboxed frame with forms and no storage", ...framed("/framed/no-storage", "allow-scripts allow-forms"), expected: "silent", reports: /CORS policy|Failed to load resource/, warning: /^effortlet: expected module.js/ },
  { name: "trusted types that are required", headers: { "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'" }, expected: "stored" },
  { name: "a policy for its own files alone", headers: { "content-security-policy": "default-src 'self' 'wasm-unsafe-eval'" }, expected: "stored" },
  { name: "a policy that lets no wasm run", headers: { "content-security-policy": "default-src 'self'" }, expected: "stored", reports: /Content Security Policy/ },
  { name: "a policy that lets nothing be fetched", headers: { "content-security-policy": "default-src 'self' 'wasm-unsafe-eval'; connect-src 'none'" }, expected: "silent", reports: /Content Security Policy/, warning: /^effortlet: definition: expected JSON at \/effortlet.json, got no reply$/ },
];
