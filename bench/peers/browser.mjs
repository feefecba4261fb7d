/**
 * One visit in Chromium, told by its own protocol alone: Playwright's helpers are long tasks on a slow
 * processor, and would be counted.
 */

/** A page of a new profile, with what is measured of it. */
export async function openTab(browser, times = 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  // In time of the processor, which leaves out the moments that other programs had it.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Emulation.setCPUThrottlingRate", { rate: times });

  async function evaluate(expression) {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  }

  return {
    page,
    session,
    evaluate,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    close: () => context.close(),

    /** Milliseconds since the navigation: of script, and of all tasks of the main thread. */
    async spent() {
      const { metrics } = await session.send("Performance.getMetrics");
      const of = (name) => metrics.find((it) => it.name === name).value * 1000;
      return { script: of("ScriptDuration"), tasks: of("TaskDuration") };
    },

    /** Bytes that are held once all that nobody needs is gone: JavaScript's objects, buffers of its arrays, memory of wasm. */
    async heap() {
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
      const { result } = await session.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
      const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: result.objectId });
      const sum = "function () { return this.reduce((total, { buffer }) => total + buffer.byteLength, 0); }";
      const wasm = await session.send("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration: sum, returnByValue: true });
      return { objects: usedSize, buffers: backingStorageSize, wasm: wasm.result.value };
    },

    async press({ x, y }) {
      const mouse = (type, more) => session.send("Input.dispatchMouseEvent", { type, x, y, ...more });
      await mouse("mouseMoved");
      await mouse("mousePressed", { button: "left", clickCount: 1 });
      await mouse("mouseReleased", { button: "left", clickCount: 1 });
    },
  };
}
