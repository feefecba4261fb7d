/**
 * Pages as people build them, each but the last with something that takes the focus where a nudge
 * stands.
 */
import { watched } from "./stage.mjs";

/** As wide as a browser makes its own window. */
export const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 667 };
/** A window of 1280 x 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };

const many = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join("\n");
const links = (count, name = "Link") => many(count, (index) => `<a href="#${index}">${name} ${index}</a>`);
const text = many(12, () => "<p>Money comes back the way it was paid, within five to ten days, and never by cheque.</p>");
const page = (body, style, lang = "en") => watched({ lang, body: `<style>body { font: 16px/1.5 sans-serif; } a { display: inline-block; } ${style}</style>${body}` });

/** By name: the page, the window, and whether a nudge moves for the focus: what is fixed it stands clear of from the start. */
export const HOSTS = {
  "a fixed footer": {
    body: page(`<main>${links(4)}${text}</main><footer>${links(6, "Imprint")}</footer>`, "footer { position: fixed; inset: auto 0 0; padding: 12px; text-align: end; background: #eee; }"),
    moves: false,
  },
  "a header that sticks": {
    body: page(`<header>${links(5, "Menu")}</header><main>${many(14, (index) => `<p><a href="#${index}">Article ${index}</a> ${index}</p>`)}</main>`,
      "p { height: 60px; } header { position: sticky; top: 0; padding: 20px; background: #eee; text-align: end; } main { text-align: end; }"),
    moves: true,
  },
  "an app with a part that scrolls": {
    body: page(`<nav>${links(4, "View")}</nav><main>${many(14, (index) => `<p>Row ${index} <button>Open ${index}</button></p>`)}</main><footer><button>New</button></footer>`,
      "body { display: grid; grid: auto 1fr auto / 1fr; height: 100vh; margin: 0; } main { padding: 0 40px; overflow: auto; } p { height: 60px; } p, footer { display: flex; justify-content: space-between; }"),
    moves: true,
  },
  "a chat button": { body: page(`${text}${links(3)}<button class="chat">Chat</button>`, ".chat { position: fixed; right: 24px; bottom: 24px; width: 60px; height: 60px; border-radius: 50%; }"), moves: false },
  "a bar about cookies": {
    body: page(`${links(5)}${text}<div class="bar">We use cookies. <button>Settings</button> <button>Refuse</button> <button>Accept</button></div>`,
      ".bar { position: fixed; inset: auto 0 0; display: flex; justify-content: end; gap: 8px; padding: 16px; background: #222; color: #fff; }"),
    moves: false,
  },
  "a form at the end": {
    body: page(`${text}${text}<form>${many(5, (index) => `<p><label>Field ${index} <input></label></p>`)}<p><label>Text <textarea></textarea></label> <button>Send</button></p></form>`,
      "form { text-align: end; }"),
    moves: true,
  },
  "two columns": {
    body: page(`<main>${text}${links(8)}</main><aside>${many(16, (index) => `<p><a href="#${index}">See also ${index}</a></p>`)}</aside>`,
      "aside p { height: 60px; } body { display: grid; grid-template-columns: 2fr 1fr; gap: 24px; }"),
    moves: true,
  },
  "from right to left": {
    body: page(`<main>${text}</main><footer>${links(6, "رابط")}</footer>`, "html { direction: rtl; } footer { position: fixed; inset: auto 0 0; padding: 12px; text-align: end; }", "ar"),
    moves: false,
  },
  "a phone": { body: page(`${many(14, (index) => `<p><a href="#${index}">Article ${index}</a></p>`)}`, "p { height: 60px; }"), size: PHONE, moves: true },
  "tabs at the bottom of a phone": {
    body: page(`${links(6)}${text}<nav>${many(4, (index) => `<button>Tab ${index}</button>`)}</nav>`, "nav { position: fixed; inset: auto 0 0; display: flex; } nav button { flex: 1; height: 56px; }"),
    size: PHONE,
    moves: false,
  },
  "bars at both ends of a phone": {
    body: page(`<header>${links(3, "Menu")}</header>${text}<nav>${links(4, "Tab")}</nav>`,
      "header, nav { position: fixed; inset: auto 0 0; display: flex; justify-content: space-between; padding: 12px; background: #eee; } header { inset: 0 0 auto; } p:first-of-type { margin-top: 60px; }"),
    size: PHONE,
    moves: false,
  },
  "a table of fields": { body: page(`<table>${many(9, (row) => `<tr>${many(3, (cell) => `<td><input aria-label="${row}, ${cell}"></td>`)}</tr>`)}</table>`, "table { width: 100%; } td { height: 100px; } input { width: 90%; }"), moves: true },
  "shorter than the window": { body: page(`<h1>Soon</h1>${links(2)}<button class="next">Next</button>`, ".next { position: absolute; right: 60px; bottom: 60px; }"), moves: true },
  "many links in a corner": { body: page(`${text}<div class="links">${links(20, "Tag")}</div>`, ".links { position: fixed; right: 10px; bottom: 10px; width: 360px; } .links a { width: 80px; height: 40px; }"), moves: false },
  "a page that scrolls smoothly": { body: page(`${many(14, (index) => `<p><a href="#${index}">Article ${index}</a></p>`)}`, "p { height: 60px; } html { scroll-behavior: smooth; text-align: end; }"), moves: true },
  "an element with a shadow": {
    body: page(`${text}<my-help></my-help><script>customElements.define("my-help", class extends HTMLElement {
      constructor() { super().attachShadow({ mode: "open" }).innerHTML = "<button style='position: fixed; right: 40px; bottom: 40px'>Help</button>"; } });</script>`, ""),
    moves: false,
  },
  "a frame in the corner": {
    body: page(`${links(3)}${text}<iframe title="Chat" srcdoc="<button>Chat</button>"></iframe>`, "iframe { position: fixed; right: 30px; bottom: 30px; width: 100px; height: 60px; border: 0; }"),
    moves: false,
  },
  "400 % of a list": { body: page(`<nav>${links(5, "Menu")}</nav>${many(14, (index) => `<p><a href="#${index}">Article ${index}</a> and what it says</p>`)}`, ""), size: ZOOMED, moves: true },
  "400 % of a form": { body: page(`<form>${many(6, (index) => `<p><label>Field ${index} <input></label></p>`)}<button>Send</button></form>`, ""), size: ZOOMED, moves: true },
  "nothing in the way": { body: page(`<nav>${links(5, "Menu")}</nav>${text}`, ""), moves: false },
};

for (const host of Object.values(HOSTS)) host.size ??= WIDE;
