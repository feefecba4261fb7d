/**
 * The page of a survey that a message led to: has the widget ask because of the link, and says when it is over.
 *
 * Keeps nothing on the device. That this page was answered stands in the browser's entry for it, which a reload
 * keeps and the same link in another message does not have.
 */
(() => {
  const { survey, rating, widget } = document.currentScript.dataset;
  /** Milliseconds in which the widget is there, or will not come. */
  const PATIENCE = 12_000;

  /** What is not on this page is not shown either. */
  const show = (id, isShown = true) => document.getElementById(id)?.toggleAttribute("hidden", !isShown);

  const end = (isAnswered) => {
    show("thanks", isAnswered);
    show("closed");
  };

  if (history.state?.answered) return end(true);
  show("confirm");

  // What the widget's trigger `link` reads.
  const address = new URL(location.href);
  address.searchParams.set("effortlet", survey);
  if (rating) address.searchParams.set("effortlet-rating", rating);
  history.replaceState(history.state, "", address);

  // A mail has asked for each tab: none waits for another, as nudges do that come by themselves.
  Object.defineProperty(navigator, "locks", { value: undefined });

  const late = setTimeout(() => show("failed"), PATIENCE);
  addEventListener("effortlet:shown", () => {
    clearTimeout(late);
    show("failed", false);
  });
  addEventListener("effortlet:answered", () => {
    history.replaceState({ answered: true }, "");
    show("confirm", false);
  });
  addEventListener("effortlet:completed", () => end(true));
  addEventListener("effortlet:dismissed", () => {
    show("confirm", false);
    end(!!history.state?.answered);
  });

  const script = document.createElement("script");
  Object.assign(script.dataset, { endpoint: new URL("v1/responses", new URL(widget, location.href)).href, consent: "pending" });
  script.src = widget;
  document.head.append(script);
})();
