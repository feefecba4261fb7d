/**
 * The files beside this one: those of the same build, and those that come in time.
 *
 * `bundle.mjs` writes `INTEGRITY`, the hash of each file that the one which this becomes part of loads,
 * by its name, and `BUILD`, which all files of a build say.
 */

/** Milliseconds until a file that does not come is given up. */
const LIMIT = 10_000;

/** Whether the script tag's file has loaded us: then our files are beside us, as they were built. */
let isAsBuilt = false;
export const trustOurFiles = () => (isAsBuilt = true);

/** What every `fetch` is given; a file of ours has its hash. */
export const request = (signal, integrity = "") => ({ integrity, referrerPolicy: "no-referrer", signal });

/**
 * Resolves to a module of ours, which `load` imports. An import has no hash of its own, but is not made
 * again where a link has preloaded the module, or has refused it. WebKit preloads without looking: there
 * a file of another build is known by what it says itself.
 */
export async function part(file, load) {
  if (isAsBuilt) preload(file);
  const module = await within(file, load).catch((reason) => {
    throw { address: new URL(file, import.meta.url), integrity: INTEGRITY[file], ...reason };
  });
  if (module.build !== BUILD) throw { stranger: file };
  return module;
}

function preload(file) {
  const link = Document.prototype.createElement.call(document, "link");
  link.rel = "modulepreload";
  link.href = new URL(file, import.meta.url);
  link.integrity = INTEGRITY[file];
  link.referrerPolicy = "no-referrer";
  // By its name an element may stand there.
  Reflect.get(Document.prototype, "documentElement", document).append(link);
  link.remove();
}

/** Resolves to what `work` does; rejects with the name of what does not come. `work` may end by the signal. */
export async function within(file, work) {
  // Where a page or a browser has none, the request stays.
  const end = new (globalThis.AbortController ?? Object)();
  let timer;
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => {
      refuse({ late: file });
      end.abort?.();
    }, LIMIT);
  });
  try {
    return await Promise.race([work(end.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
