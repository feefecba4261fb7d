/**
 * The script tag's file: a classic script, because only such a one knows its own tag.
 *
 * Defines the one global, `effortlet(method, ...arguments)`, at once, and takes over the calls of a
 * stub that stood in its place; fetches the widget when the page has loaded and is idle. What else is
 * needed is beside it, unless the tag says otherwise. Knows nothing of surveys, and never throws into
 * the page; what a call promises settles within `LIMIT`, whatever becomes of the widget.
 */
(() => {
  /** Not by its name, which an element may have. */
  const own = (name) => Reflect.get(Document.prototype, name, document);
  const { src, dataset } = own("currentScript") ?? {};
  const before = window.effortlet;
  /** What a stub was called with, and what settles its promises; no list where we are there already. */
  const queue = before?.call ? before.q : [];
  if (!src || !queue) return console.warn(`effortlet: expected ${src ? "no other window.effortlet" : "a script tag with src, not type=module"}`);
  if (!queue.forEach) return;

  /** Milliseconds until a page that is never idle is asked anyway, until a promise is given up, and of a day and an hour. */
  const PATIENCE = 2000;
  const LIMIT = 10000;
  const DAY = 9e7;

  let startedByPage;

  /**
   * Where the widget notes until when nobody can ask this visitor anything by this definition; it notes nothing
   * without consent.
   */
  const note = `effortlet:sleep:${[dataset.definition ?? src, dataset.consent]}`;

  let wake;

  /** Then, or when the page calls. A note for more than a day is from before the clock was set. */
  const awake = new Promise((resolve) => {
    wake = resolve;
    const rest = localStorage[note] - Date.now();
    rest < DAY && !/t-debug/.test(location) ? setTimeout(wake, rest) : wake();
  });

  /** Once the page has loaded, is seen, and has time. */
  const quiet = () => new Promise((begin) => {
    // To a timer these options are no delay.
    const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(begin, { timeout: PATIENCE });

    const whenLoaded = () =>
      own("readyState") === "complete" ? whenIdle() : addEventListener("load", whenIdle);

    own("prerendering") ? addEventListener("prerenderingchange", whenLoaded, true) : whenLoaded();
  });

  // Storage may refuse.
  const loading = awake
    .then(quiet, quiet)
    .then(async (module) => {
      // An import has no hash of its own, but is not made again where this has refused the module.
      const link = own("createElement").call(document, "link");
      link.rel = "modulepreload";
      link.referrerPolicy = "no-referrer";
      link.href = new URL("module.js", src);
      link.integrity = INTEGRITY;
      own("documentElement").append(link);
      link.remove();
      module = await import(link.href);
      // It throws where it is of another build, for browsers that do not look at the hash.
      module.beside(src, BUILD, dataset, note, startedByPage);
      return module;
    })
    .catch(() => console.warn(`effortlet: expected module.js of the same build beside ${src}`));

  const carryOut = async (method, value, more) => {
    startedByPage ||= method === "start";
    // What is told of a page or its visitor can wait; to be erased cannot.
    ("ic".includes(method?.[0]) && value !== "denied") || wake();
    return (await loading)?.tell(method, value, more);
  };

  const call = (...values) =>
    new Promise((settle) => {
      const late = setTimeout(settle, LIMIT);
      carryOut(...values).then((it) => {
        clearTimeout(late);
        settle(it);
      });
    });

  // Whoever has kept the stub calls it still.
  call.q = { push: ([values, settle]) => settle(call(...values)) };
  window.effortlet = call;
  queue.forEach(call.q.push);
})();
