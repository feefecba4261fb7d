/**
 * A function that never throws: whatever goes wrong in it is nothing to the page. Everything that
 * the browser calls goes through here.
 */
export const quiet =
  (call) =>
  (...values) => {
    try {
      return call(...values);
    } catch {}
  };
