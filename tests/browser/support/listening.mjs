/** What a page listens to, noted as it begins to and ends. */

/** What the loader alone listens to. */
export const LOADER = ["window load"];

/** What is listened to now, as `window scroll`, in the order of the alphabet. */
export const listening = (page) => page.evaluate(() => window.listening());

/** An init script: has `window.listening` say it. */
export function noteListeners() {
  const all = new Set();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, call, options) {
    const target = this ?? window;
    // The one of a clock that a test moves.
    if (call?.name !== "stamp") all.add({ target, type, call, signal: options?.signal });
    return addEventListener.call(target, type, call, options);
  };
  EventTarget.prototype.removeEventListener = function (type, call, options) {
    const target = this ?? window;
    for (const it of all) if (it.target === target && it.type === type && it.call === call) all.delete(it);
    return removeEventListener.call(target, type, call, options);
  };
  window.listening = () => {
    for (const it of all) if (it.signal?.aborted) all.delete(it);
    const nameOf = (target) => (target === document ? "document" : (target.localName ?? target.constructor.name.toLowerCase()));
    return Array.from(all, ({ target, type }) => `${nameOf(target)} ${type}`).sort();
  };
}
