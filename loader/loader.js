/**
 * The script tag's file: a classic script, because only such a one knows its own tag.
 *
 * Defines the one global, `effortlet(method, ...arguments)`, at once; fetches the widget when the
 * page has loaded and is idle. Knows nothing of surveys, and never throws into the page.
 */
(() => {
  const { src, dataset } = document.currentScript ?? {};
  if (!src || typeof window.effortlet === "function") return;

  /** Milliseconds until a page that is never idle is asked anyway. */
  const PATIENCE = 2000;

  const warn = (text) => console.warn(`effortlet: ${text}`);

  let startedByPage = false;
  let begin;
  const loading = new Promise((resolve) => (begin = resolve))
    .then(() => import(new URL("module.js", src)))
    .then(
      (module) => {
        if (!startedByPage) module.start(dataset.definition, dataset);
        return module;
      },
      () => warn(`expected module.js beside ${src}`),
    );

  window.effortlet = async (method, ...values) => {
    startedByPage ||= method === "start";
    const module = await loading;
    if (module?.[method]) return module[method](...values);
    if (module) warn(`no method ${method}`);
  };

  // To a timer these options are no delay.
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(begin, { timeout: PATIENCE });

  const whenLoaded = () =>
    document.readyState === "complete" ? whenIdle() : addEventListener("load", whenIdle);

  document.prerendering
    ? document.addEventListener("prerenderingchange", whenLoaded)
    : whenLoaded();
})();
