/** Pages with promises and tasks of their own. */

const script = (text) => `<script>${text}</script>`;

/** Of its own from end to end, and no subclass; calls back by a timer. */
const USER_LAND = script(`
  (() => {
    const set = setTimeout;
    window.Promise = class Own {
      constructor(work) {
        this.calls = [];
        const settle = (is) => (value) => {
          if (this.is) return;
          if (is === "kept" && value && typeof value.then === "function") return void value.then(settle("kept"), settle("refused"));
          Object.assign(this, { is, value });
          for (const call of this.calls) set(call);
        };
        try { work(settle("kept"), settle("refused")); } catch (error) { settle("refused")(error); }
      }
      then(kept, refused) {
        return new Own((resolve, reject) => {
          const call = () => {
            const with_ = this.is === "kept" ? kept : refused;
            if (typeof with_ !== "function") return (this.is === "kept" ? resolve : reject)(this.value);
            try { resolve(with_(this.value)); } catch (error) { reject(error); }
          };
          this.is ? set(call) : this.calls.push(call);
        });
      }
      catch(refused) { return this.then(undefined, refused); }
      static resolve(value) { return new Own((resolve) => resolve(value)); }
      static reject(value) { return new Own((_, reject) => reject(value)); }
      static all(list) { return new Own((resolve, reject) => { const found = []; let left = 0; for (const [at, it] of [...list].entries()) { left += 1; Own.resolve(it).then((value) => { found[at] = value; left -= 1; if (!left) resolve(found); }, reject); } if (!left) resolve(found); }); }
      static race(list) { return new Own((resolve, reject) => { for (const it of list) Own.resolve(it).then(resolve, reject); }); }
    };
  })();`);

/** As zones do: every task runs in a wrapper, and the promise is another class. */
const ZONE = script(`
  (() => {
    const Inner = Promise;
    class ZonePromise extends Inner {
      then(kept, refused) { const run = (call) => call && ((value) => call(value)); return super.then(run(kept), run(refused)); }
    }
    window.Promise = ZonePromise;
    Inner.prototype.then = new Proxy(Inner.prototype.then, {});
    for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "queueMicrotask"]) {
      const inner = window[name];
      window[name] = (call, ...rest) => inner.call(window, (...values) => call(...values), ...rest);
    }
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const wrapped = new WeakMap();
    EventTarget.prototype.addEventListener = function (name, call, options) {
      if (typeof call !== "function") return add.call(this, name, call, options);
      if (!wrapped.has(call)) wrapped.set(call, function (...values) { return call.apply(this, values); });
      return add.call(this, name, wrapped.get(call), options);
    };
    EventTarget.prototype.removeEventListener = function (name, call, options) { return remove.call(this, name, wrapped.get(call) ?? call, options); };
  })();`);

/** Wraps what listens, and cannot find it again to end it. */
const KEEPING = script(`
  (() => {
    const { addEventListener: add } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (name, call, options) {
      return add.call(this, name, typeof call === "function" ? function (...values) { return call.apply(this, values); } : call, options);
    };
  })();`);

/** As Prototype 1.6: methods on lists, functions and elements, and JSON of its own. */
const PROTOTYPE = script(`
  Object.assign(Array.prototype, {
    each(call) { this.forEach(call); return this; },
    clear() { this.length = 0; return this; },
    first() { return this[0]; },
    reduce() { return this.length > 1 ? this : this[0]; },
    inspect() { return "[" + this + "]"; },
    toArray() { return [...this]; },
  });
  Function.prototype.bind = function (it, ...bound) { const call = this; return function (...values) { return call.apply(it, bound.concat(values)); }; };
  Element.prototype.remove = function () { this.parentNode?.removeChild(this); return this; };
  Element.prototype.show = Element.prototype.hide = function () { return this; };
  window.$ = (id) => document.getElementById(id);`);

export default [
  { name: "promises of user land", head: USER_LAND, expected: "stored" },
  { name: "promises and tasks in zones", head: ZONE, expected: "stored" },
  { name: "a wrapper that lets no listener go", head: KEEPING, expected: "stored" },
  { name: "a library like Prototype", head: PROTOTYPE, expected: "stored" },
  { name: "a Promise without race and all", head: script("delete Promise.race; delete Promise.all; delete Promise.allSettled;"), expected: "silent", warning: /^effortlet: expected check.js$/ },
  { name: "thenables on every object", head: script("Object.prototype.then = undefined;"), expected: "stored" },
  { name: "a then that is counted", head: script("window.thens = 0; const inner = Promise.prototype.then; Promise.prototype.then = function (...values) { window.thens += 1; return inner.apply(this, values); };"), expected: "stored" },
];
