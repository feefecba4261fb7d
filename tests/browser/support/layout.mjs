/**
 * Notes which of the widget's files ask for the page's layout, and within what. The layout may have
 * to be done for the answer, earlier than the next frame needs it.
 *
 * The list is Paul Irish's "What forces layout / reflow". matchMedia is not in it: it knows its
 * answer.
 */
const FORCING = {
  Element:
    "clientLeft clientTop clientWidth clientHeight scrollLeft scrollTop scrollWidth scrollHeight getClientRects getBoundingClientRect " +
    "scroll scrollTo scrollBy scrollIntoView scrollIntoViewIfNeeded checkVisibility",
  HTMLElement: "offsetLeft offsetTop offsetWidth offsetHeight offsetParent innerText outerText focus",
  HTMLInputElement: "select",
  HTMLTextAreaElement: "select",
  SVGElement: "focus",
  SVGGraphicsElement: "getBBox getCTM getScreenCTM",
  Range: "getClientRects getBoundingClientRect",
  Document: "scrollingElement elementFromPoint elementsFromPoint caretRangeFromPoint caretPositionFromPoint",
  ShadowRoot: "elementFromPoint elementsFromPoint",
  MouseEvent: "offsetX offsetY layerX layerY",
  VisualViewport: "width height offsetLeft offsetTop pageLeft pageTop scale",
  window: "innerWidth innerHeight scrollX scrollY pageXOffset pageYOffset getComputedStyle scroll scrollTo scrollBy",
};

/**
 * Before a page's own scripts run; the clock, if a test stops it, is stopped before. Then
 * `window.asked` has what was asked for and where, as "innerWidth in mouseleave" or "innerWidth in a
 * timer", and `window.heard` the types of real events that the widget's handlers were called with.
 * `window.makeTheRest()` makes those that they wait for and have not heard.
 */
export const noteLayout = (context) => context.addInitScript(note, FORCING);

function note(FORCING) {
  window.asked = [];
  window.heard = [];
  const awaited = [];
  let timers = 0;

  const { setTimeout: set } = window;
  window.setTimeout = (call, ...values) => {
    const counted = () => {
      timers += 1;
      try {
        call();
      } finally {
        timers -= 1;
      }
    };
    return set(counted, ...values);
  };

  // Whoever asks is on the stack. What follows a promise is not within the timer that it began in.
  Error.stackTraceLimit = Infinity;
  const isOurs = () => new Error().stack.includes("/effortlet/");
  const ask = (name) => {
    if (isOurs()) window.asked.push(`${name} in ${timers ? "a timer" : (window.event?.type ?? "something else")}`);
  };
  const noting = (name, call) =>
    call &&
    function (...values) {
      ask(name);
      return call.apply(this, values);
    };
  for (const [owner, names] of Object.entries(FORCING)) {
    const target = owner === "window" ? window : window[owner].prototype;
    for (const name of names.split(" ")) {
      const { get, set, value } = Object.getOwnPropertyDescriptor(target, name);
      const noted = get ? { get: noting(name, get), set: noting(name, set) } : { value: noting(name, value) };
      Object.defineProperty(target, name, noted);
    }
  }

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const hearings = new WeakMap();
  const hearingOf = (call) => (event) => {
    if (event.isTrusted && !window.heard.includes(event.type)) window.heard.push(event.type);
    call(event);
  };
  EventTarget.prototype.addEventListener = function (type, call, options) {
    if (!isOurs()) return addEventListener.call(this, type, call, options);
    awaited.push({ target: this, type });
    if (!hearings.has(call)) hearings.set(call, hearingOf(call));
    return addEventListener.call(this, type, hearings.get(call), options);
  };
  EventTarget.prototype.removeEventListener = function (type, call, options) {
    return removeEventListener.call(this, type, hearings.get(call) ?? call, options);
  };
  window.makeTheRest = () => {
    const rest = awaited.filter(({ type }) => !window.heard.includes(type));
    for (const { target, type } of rest) target.dispatchEvent(new Event(type, { bubbles: true }));
    return rest.map(({ type }) => type);
  };
}
