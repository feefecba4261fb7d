/**
 * Looks into a page from a world of its own, where nothing that the page has done to its globals is
 * to be seen, and speaks for the page in the page's own.
 */

/** Of the frame that `inside` selects, or of the page. */
export async function worldsOf(page, inside) {
  const contexts = new Map();
  const session = await page.context().newCDPSession(page);
  session.on("Runtime.executionContextCreated", ({ context }) => contexts.set(context.id, context));
  session.on("Runtime.executionContextDestroyed", ({ executionContextId }) => contexts.delete(executionContextId));
  session.on("Runtime.executionContextsCleared", () => contexts.clear());
  await session.send("Runtime.enable");
  const frameId = async () => {
    const { frameTree } = await session.send("Page.getFrameTree");
    return (inside ? frameTree.childFrames?.[0] : frameTree)?.frame.id;
  };
  const evaluate = async (contextId, expression) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, contextId, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return {
    /** What an expression gives in a world that the page has no part in. */
    async apart(expression) {
      const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: await frameId(), worldName: "apart" });
      return evaluate(executionContextId, expression);
    },
    /** What it gives to the page's own scripts. */
    async within(expression) {
      const frame = await frameId();
      const own = [...contexts.values()].find(({ auxData }) => auxData.isDefault && auxData.frameId === frame);
      return evaluate(own?.id, expression);
    },
  };
}
