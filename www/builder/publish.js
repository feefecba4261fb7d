/** Publishing to the collector that serves this page, for whoever has logged in there. */
import { html, nothing } from "lit-html";
import { dialog, open } from "./fields/dialog.js";
import { momentName } from "./words.js";

const VERSIONS = "../report/-/definitions";
/** Behind the login, and leads back here. */
const LOGIN = "../report/-/builder";
/** What was worked on while somebody logs in. */
const KEPT = "effortlet-builder";
/** An article of the demo, where this collector serves it, with the panel that says what is waited for. */
const DEMO = "../help/payments/refunds/?effortlet-debug";

/** The address's fragment as it was before the login, once. */
export function returned() {
  const kept = sessionStorage.getItem(KEPT) ?? "";
  sessionStorage.removeItem(KEPT);
  return kept;
}

/** `load` is told of an earlier version, `refresh` draws the page anew, `urge` is told that somebody wants to publish. */
export function publishing({ load, refresh, urge }) {
  let versions;
  let isStranger = false;
  let isPublishing = false;
  let said = nothing;

  const say = (text) => {
    said = text;
    refresh();
  };

  async function look(site) {
    const reply = await fetch(of(site), { redirect: "manual" }).catch(() => undefined);
    isStranger = reply?.type === "opaqueredirect";
    if (reply?.ok) versions = await reply.json().catch(() => undefined);
    refresh();
  }

  /** Once, however often it is pressed meanwhile. */
  async function publish(document) {
    if (isPublishing) return;
    isPublishing = true;
    say("Publishing …");
    await post(document).catch(() => say("The collector could not be reached. Try again."));
    isPublishing = false;
  }

  async function post(document) {
    const reply = await fetch(VERSIONS, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(document, null, 2) }).catch(() => undefined);
    const told = await reply?.json().catch(() => undefined);
    if (!reply?.ok) return say(refusal(reply, told));
    versions = told;
    const now = told.current ? `version ${told.current}` : "this";
    const done = told.isNew ? `Published as ${now}.` : `Nothing has changed: pages load ${now} already.`;
    const demo = await fetch(DEMO, { method: "HEAD" }).catch(() => undefined);
    return say(html`${done} ${demo?.ok ? html`<a href=${DEMO}>See it on the demo</a>` : nothing}`);
  }

  async function back(number) {
    const reply = await fetch(`${VERSIONS}/${number}`).catch(() => undefined);
    const definition = await reply?.json().catch(() => undefined);
    if (!reply?.ok || !definition) return say("This version could not be read. Try again.");
    load(definition);
    return say(`Version ${number} is in the form now. Publish it to go back to it.`);
  }

  function begin() {
    said = nothing;
    urge();
    open("publish");
  }

  return {
    look,
    button: () =>
      versions
        ? html`<button type="button" class="button" name="open-publish" @click=${begin}>Publish</button>`
        : isStranger
          ? logIn("Log in to publish")
          : nothing,
    dialog: (document, problems) =>
      versions ? dialog("publish", "Publish", html`
        <p>${versions.current || versions.versions.length ? "" : "Nothing was published from here yet. "}${current(versions)}</p>
        ${problems.length ? html`<p class="problem">${problems.length === 1 ? "A problem has" : `${problems.length} problems have`} to be solved first.</p>` : nothing}
        <div class="row"><button type="button" class="button" name="publish" ?disabled=${problems.length > 0} @click=${() => publish(document)}>Publish now</button>
          <span role="status">${said}</span></div>
        ${versions.versions.length ? html`<h3>Versions</h3><ol class="versions" reversed>${versions.versions.map((it) => version(it, versions.current, back))}</ol>` : nothing}`) : nothing,
  };
}

/** It leads back, to what was worked on. */
const logIn = (text) => html`<a class="quiet link-button" href=${LOGIN} @click=${() => sessionStorage.setItem(KEPT, location.hash)}>${text}</a>`;

const of = (site) => (site ? `${VERSIONS}?site=${encodeURIComponent(site)}` : VERSIONS);

const current = ({ current }) =>
  current ? `Pages load version ${current} now.` : "What is published here takes the place of the collector's file, until that file changes.";

const version = ({ number, publishedAt }, current, back) => html`<li><span>Version ${number}, <time datetime=${publishedAt}>${momentName(publishedAt)}</time></span>
  ${number === current ? html`<strong>now</strong>` : html`<button type="button" class="quiet" name="back:${number}" aria-label="Take into the form: version ${number}" @click=${() => back(number)}>Take into the form</button>`}</li>`;

function refusal(reply, told) {
  if (told?.problems) return told.problems.map(({ place, expected }) => `${place}: expected ${expected}`).join("; ");
  if (reply && [403, 404].includes(reply.status)) return html`You are not logged in any more. ${logIn("Log in")}`;
  return "The collector could not be reached. Try again.";
}
