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
  /** What a stub was called with, and what settles its promises; no list where somebody is there already. */
  const queue = before?.call ? before.q : [];
  if (!src || !queue?.forEach) return;

  /** Milliseconds until a page that is never idle is asked anyway, and until a promise is given up. */
  const PATIENCE = 2000;
  const LIMIT = 10000;

  const warn = (text) => console.warn(`effortlet: ${text}`);

  let startedByPage = false;

  /** Once the page has loaded, is seen, and has time. */
  const quiet = new Promise((begin) => {
    // To a timer these options are no delay.
    const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(begin, { timeout: PATIENCE });

    const whenLoaded = () =>
      own("readyState") === "complete" ? whenIdle() : addEventListener("load", whenIdle);

    own("prerendering") ? addEventListener("prerenderingchange", whenLoaded, true) : whenLoaded();
  });

  const loading = quiet
    .then(async () => {
      const address = new URL("module.js", src);
      preload(address);
      const module = await import(address);
      // It throws where it is of another build, for browsers that do not look at the hash.
      module.beside(src, BUILD);
      if (!startedByPage) module.start(dataset.definition, dataset);
      return module;
    })
    .catch(() => warn(`expected module.js of the same build beside ${src}`));

  /** An import has no hash of its own, but is not made again where this has refused the module. */
  const preload = (href) => {
    const link = own("createElement").call(document, "link");
    Object.assign(link, { rel: "modulepreload", referrerPolicy: "no-referrer", href, integrity: INTEGRITY });
    own("documentElement").append(link);
    link.remove();
  };

  const carryOut = async (method, ...values) => {
    startedByPage ||= method === "start";
    const module = await loading;
    if (module?.[method]) return module[method](...values);
    if (module) warn(`no method ${method}`);
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
