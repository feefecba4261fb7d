/** Pages that take a nudge away, hide it, copy it, hear its keys or stand where it stands. */
const script = (text) => `<script>${text}</script>`;
const style = (text) => `<style>${text}</style>`;
const whenThere = (does) => script(`addEventListener("effortlet:shown", () => setTimeout(() => { ${does} }, 50), { once: true });`);
const observing = (does) => script(`new MutationObserver(() => { ${does} }).observe(document, { childList: true, subtree: true });`);

/** The page's elements stay the same, so that they can be clicked and counted. */
const MOVED = "const body = document.createElement('body'); body.append(...document.querySelectorAll('body > :not(effortlet-nudge)')); document.body.replaceWith(body);";

export default [
  { name: "all is unset", head: style("* { all: unset !important; }"), expected: "stored" },
  { name: "all of the nudge is unset", head: style("effortlet-nudge, effortlet-nudge * { all: unset !important; }"), expected: "stored" },
  { name: "the body is transformed, clipped and filtered", head: style("body { transform: scale(1); filter: blur(0); overflow: hidden; contain: paint; }"), expected: "stored" },
  { name: "the body is transparent", head: style("body { opacity: 0; }"), expected: "stored" },
  { name: "what is hidden is hidden by force", head: style("[hidden] { display: none !important; }"), expected: "stored" },
  { name: "the element of the nudge is hidden", head: style("effortlet-nudge { display: none !important; }"), expected: "lost" },
  { name: "the card is hidden", head: style("effortlet-nudge::part(card) { display: none !important; }"), expected: "lost" },
  { name: "all but the app is hidden", head: style("body > :not(h1, p, button, input) { display: none !important; }"), expected: "lost" },
  { name: "an observer removes what it does not know", head: observing("document.querySelector('effortlet-nudge')?.remove();"), expected: "lost" },
  { name: "an observer empties what it does not know", head: observing("document.querySelector('effortlet-nudge')?.replaceChildren();"), expected: "stored" },
  { name: "no shadow root can be had", head: script("Element.prototype.attachShadow = () => { throw new Error('not here'); };"), expected: "lost" },
  { name: "the nudge is taken out once", head: whenThere("document.querySelector('effortlet-nudge').remove();"), expected: "stored" },
  { name: "the body is replaced", head: whenThere(MOVED), expected: "stored" },
  { name: "the body is replaced twice", head: whenThere(`{ ${MOVED} } setTimeout(() => { ${MOVED} }, 50);`), expected: "stored" },
  { name: "what is pressed outside of the app closes", body: script("addEventListener('pointerdown', ({ target }) => target.closest('h1, p, button, input, body') || document.querySelector('effortlet-nudge')?.remove());"), expected: "stored" },
  { name: "shortcuts of one key", body: script("addEventListener('keydown', (event) => { if (!event.target.matches('input')) { event.preventDefault(); heard.shortcuts = (heard.shortcuts ?? 0) + 1; } });"), expected: "stored" },
  { name: "a press anywhere is followed", body: script("document.addEventListener('click', (event) => { if (!event.target.closest('#go, #field')) event.preventDefault(); });"), expected: "stored" },
  { name: "a button that opens a chat", body: '<div style="position: fixed; right: 20px; bottom: 20px; width: 60px; height: 60px; background: #09f">Chat</div>', expected: "stored" },
  { name: "a bar about cookies in a frame", body: '<iframe title="Cookies" style="position: fixed; inset: auto 0 0; width: 100%; height: 80px; border: 0" srcdoc="Cookies"></iframe>', expected: "stored" },
  { name: "the app is in what is fixed", head: style("html { position: fixed; inset: 0; overflow: auto; }"), expected: "stored" },
  { name: "a drawer that is inert for good", top: '<nav inert style="position: fixed; inset: 0 auto 0 -300px; width: 300px">Menu</nav>', expected: "stored" },
  { name: "no observers of sizes", head: script("delete window.ResizeObserver;"), expected: "stored" },
  { name: "no observers of parts", head: script("delete window.IntersectionObserver;"), expected: "stored" },
  { name: "no observers of changes", head: script("delete window.MutationObserver;"), expected: "stored" },
];
