/**
 * The page of a survey that a message led to: has the widget ask because of the link, and says when it is over.
 *
 * Keeps nothing in the device's storage. How far this page was answered stands in the browser's entry for it, which a reload
 * keeps and the same link in another message does not have. So a reload goes on with the same response.
 */
(() => {
  const { survey, rating, rates, widget } = document.currentScript.dataset;
  const endpoint = new URL("v1/responses", new URL(widget, location.href)).href;
  /** Milliseconds in which the widget is there, or will not come. */
  const PATIENCE = 12_000;

  /** What is not on this page is not shown either. */
  const show = (id, isShown = true) => document.getElementById(id)?.toggleAttribute("hidden", !isShown);

  const end = (isAnswered) => {
    if (isAnswered) note({ isOver: true });
    show("thanks", isAnswered);
    show("closed");
  };

  /** Browsers refuse it where it comes too often; then a reload knows less. */
  const note = (state) => {
    try {
      history.replaceState({ ...history.state, ...state }, "");
    } catch {}
  };

  if (history.state?.isOver) return end(true);
  show("confirm");

  /** The response as this page posted it before it was loaded anew, and which of its answers have surely arrived. */
  const before = history.state?.posted;
  let isAnswered = !!before;
  let isRepeating = isAnswered;

  /** One response, however often the page is loaded: its revisions rise. */
  const goesOn = ({ surveyVersion }) => before?.version === surveyVersion;
  const onward = (response) => (goesOn(response) ? { ...response, id: before.id, rev: before.rev + response.rev } : response);

  /** Who is asked anew says again what is stored. It is not posted, and does not take the place of what they said more. */
  const isRepeated = (response) =>
    isRepeating && goesOn(response) && response.state !== "complete" && response.answers.every(({ question, value }, index) => {
      const known = before.arrived?.[index];
      return known?.question === question && known.value === value;
    });

  const noted = ({ id, rev, surveyVersion: version, answers }, more) => {
    if (answers.length) note({ posted: { ...history.state?.posted, id, rev, version, answers, ...more } });
  };

  const { fetch } = window;
  window.fetch = async (address, request) => {
    if (address !== endpoint || request?.method !== "POST") return fetch(address, request);
    const own = [JSON.parse(request.body)].flat();
    const taken = (said) =>
      new Response(JSON.stringify({ ...said, responses: own.map(({ id, rev }) => ({ id, rev })) }), { headers: { "content-type": "application/json" } });
    const posts = own.map(onward).filter((it) => !isRepeated(it));
    if (!posts.length) return taken();
    isRepeating = false;
    posts.forEach((it) => noted(it));
    const reply = await fetch(address, { ...request, body: JSON.stringify(posts.length > 1 ? posts : posts[0]) });
    const said = await reply.clone().json().catch(() => undefined);
    if (!reply.ok || !Array.isArray(said?.responses)) return reply;
    posts.forEach((it) => noted(it, { arrived: it.answers }));
    return taken(said);
  };

  // What the widget's trigger `link` reads. What was rated before the page was loaded anew is chosen again.
  const address = new URL(location.href);
  const rated = before?.answers.find((it) => it.question === rates)?.value ?? rating;
  address.searchParams.set("effortlet", survey);
  if (rated) address.searchParams.set("effortlet-rating", rated);
  history.replaceState(history.state, "", address);

  // A mail has asked for each tab: none waits for another, as nudges do that come by themselves.
  Object.defineProperty(navigator, "locks", { value: undefined });

  const late = setTimeout(() => show("failed"), PATIENCE);
  addEventListener("effortlet:shown", () => {
    clearTimeout(late);
    show("failed", false);
  });
  addEventListener("effortlet:answered", () => {
    isAnswered = true;
    show("confirm", false);
  });
  addEventListener("effortlet:completed", () => end(true));
  addEventListener("effortlet:dismissed", () => {
    show("confirm", false);
    end(isAnswered);
  });

  const script = document.createElement("script");
  Object.assign(script.dataset, { endpoint, consent: "pending" });
  script.src = widget;
  document.head.append(script);
})();
