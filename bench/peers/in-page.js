/**
 * What the page itself notes, the same on every page. A frame counts as painted in the first task after
 * its requestAnimationFrame callbacks. Looks at a card only then, when its layout is done, so that
 * looking costs no layout.
 */
window.bench = {
  longTasks: [],

  /** Resolves to when the next frame of `view` is painted, on the page's own clock. */
  painted: (view = window) =>
    new Promise((resolve) => {
      view.requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      });
    }),

  /** How much of a card is seen: undefined where it has no box, else from 0, transparent, to 1. */
  opacity(card) {
    if (!card) return undefined;
    let seen = 1;
    for (let it = card; it; it = bench.around(it)) {
      const { width, height } = it === card || it.localName === "iframe" ? it.getBoundingClientRect() : { width: 1, height: 1 };
      const style = it.ownerDocument.defaultView.getComputedStyle(it);
      if (width < 1 || height < 1 || style.visibility === "hidden") return undefined;
      seen *= style.opacity;
    }
    return seen;
  },

  around(it) {
    return it.parentElement ?? it.getRootNode().host ?? it.ownerDocument.defaultView.frameElement;
  },

  /** Calls `name` so many milliseconds after a frame; resolves to when the card was there, and seen. */
  async show(phase, name = "go") {
    const begun = (await bench.painted()) + phase;
    while (performance.now() < begun);
    const start = performance.now();
    window[name]();
    for (let frames = 1, there; performance.now() - start < 8000; frames += 1) {
      const now = await bench.painted();
      const opacity = bench.opacity(bench.card());
      if (opacity !== undefined) there ??= now - start;
      if (opacity > 0.05) return { there, painted: now - start, frames };
    }
  },

  /** Where to press, in the window's own pixels; from then on the press is waited for. */
  place(target = bench.choice()) {
    const view = target.ownerDocument.defaultView;
    const box = target.getBoundingClientRect();
    const frame = view.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
    bench.pressed = new Promise((resolve) => {
      const measure = async ({ timeStamp }) => {
        const start = view.performance.timeOrigin - performance.timeOrigin + timeStamp;
        resolve((await bench.painted(view)) - start);
      };
      view.addEventListener("click", measure, { capture: true, once: true });
    });
    return { x: frame.x + box.x + box.width / 2, y: frame.y + box.y + box.height / 2 };
  },
};

new PerformanceObserver((list) => bench.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });

window.scrolls = 0;
addEventListener("scroll", () => (scrolls += 1), { capture: true, passive: true });
