/** The survey as a visitor meets it, in a frame of its own that keeps nothing and can reach nothing. */
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { LOOKS } from "demo:looks";
import { at } from "./places.js";
import { languageName } from "./words.js";

const WIDTHS = { desktop: 1280, phone: 375 };
const KINDS = [["article", "An article"], ["home", "The home page"], ["category", "A category"], ["search", "A search"], ["contact", "The contact page"]];
const OWN = "own";
const SAID = {
  shown: "The survey is shown.",
  answered: "An answer was given; here it goes nowhere.",
  completed: "All questions were answered.",
  dismissed: "The survey was closed.",
};

/** `refresh` draws the page anew. */
export function preview(refresh) {
  let settings = { device: "desktop", isDark: matchMedia("(prefers-color-scheme: dark)").matches, isRightToLeft: false, locale: "", isWaiting: false, kind: "article", look: "plain", css: "" };
  let wanted;
  let frame;
  let said = "";

  const send = () => frame && wanted && frame.contentWindow.postMessage({ ...wanted, ...settings, isShown: !settings.isWaiting, locale: settings.locale || wanted.locale }, "*");
  const set = (change) => {
    settings = { ...settings, ...change };
    refresh();
    fit();
    send();
  };

  addEventListener("message", ({ data, source }) => {
    if (source !== window.frames[0]) return;
    if (data.ready) {
      frame = document.querySelector(".preview iframe");
      send();
      return;
    }
    if (data.open) return set({ kind: data.open });
    if (!wanted.definition.surveys.length) return;
    const before = said;
    if (data.problems) said = "Not shown: something in the form is missing or wrong.";
    else if (data.shown === false) said = "Not shown: the page here lacks what the survey needs, such as its element.";
    else if (data.happened) said = SAID[data.happened];
    else if (settings.isWaiting) said = "Waiting for its moments: scroll, press, or leave by the top.";
    if (said !== before) refresh();
  });

  function fit() {
    const stage = document.querySelector(".stage");
    const width = WIDTHS[settings.device];
    const scale = Math.min(1, stage.clientWidth / width);
    stage.style.setProperty("--width", `${width}px`);
    stage.style.setProperty("--scale", scale);
  }

  const choice = (name, label, all) => html`<label class="switch choose">${label} <select name=${name} @change=${({ target }) => set({ [name]: target.value })}>
          ${all.map(([value, words]) => html`<option value=${value} .selected=${live(settings[name] === value)}>${words}</option>`)}</select></label>`;

  /** Another site cannot be framed and styled from here, and is asked for nothing: its CSS is pasted. */
  const ownCss = () => html`<div class="field"><label for="own-css">CSS of your site</label>
        <p class="hint" id="own-css-hint">Paste the rules with its colours and fonts, such as <code>:root</code>, <code>.dark</code> and <code>body</code>, and what you wrote for <code>effortlet-nudge</code>. It stays in this page. Files that it names are not loaded.</p>
        <textarea id="own-css" class="code" rows="6" spellcheck="false" aria-describedby="own-css-hint" .value=${live(settings.css)} @input=${({ target }) => set({ css: target.value })}></textarea></div>`;

  return {
    /** What is shown from now on: one survey, whoever it asks and however often; without one the page alone. */
    show(definition, survey, languages) {
      const [locale] = languages;
      if (!languages.slice(1).includes(settings.locale)) settings = { ...settings, locale: "" };
      const one = at(definition, ["surveys", survey]);
      if (!one) {
        wanted = { definition: { version: 1, surveys: [] }, locale };
        said = "No survey to show yet.";
        refresh();
        return send();
      }
      const { endpoint: _, ...rest } = definition;
      wanted = { definition: { ...rest, surveys: [{ ...one, audience: null, frequency: { preset: "none" } }] }, survey: one.id, locale };
      send();
    },
    watch: () => new ResizeObserver(fit).observe(document.querySelector(".stage")),
    template: (languages) => html`<section class="preview card" aria-labelledby="preview-title">
      <h2 id="preview-title">Preview</h2>
      <div class="toolbar settings"><div class="together">
        <fieldset class="choices"><legend class="unseen">Device</legend>${Object.keys(WIDTHS).map(
          (it) => html`<label><input type="radio" name="device" value=${it} .checked=${live(settings.device === it)} @change=${() => set({ device: it })}><span>${it === "phone" ? "Phone" : "Desktop"}</span></label>`,
        )}</fieldset>
        <label class="switch"><input type="checkbox" name="dark" .checked=${live(settings.isDark)} @change=${({ target }) => set({ isDark: target.checked })}>Dark</label>
        <label class="switch"><input type="checkbox" name="rtl" .checked=${live(settings.isRightToLeft)} @change=${({ target }) => set({ isRightToLeft: target.checked })}>Right to left</label></div>
        <div class="together"><label class="switch choose">Language <select name="locale" @change=${({ target }) => set({ locale: target.value })}>
          ${languages.map((it, index) => html`<option value=${index ? it : ""} .selected=${live(settings.locale === (index ? it : ""))}>${languageName(it)}</option>`)}</select></label>
        ${choice("kind", "Page", KINDS)}${choice("look", "Looks like", [...LOOKS, [OWN, "Your own CSS"]])}</div>
      </div>
      ${settings.look === OWN ? ownCss() : nothing}
      <div class="stage ${settings.device}"><iframe src="preview.html" title="The survey on a page" sandbox="allow-scripts"></iframe></div>
      <div class="toolbar"><button type="button" class="quiet" name="show" @click=${() => set({ isWaiting: false })}>Show it now</button>
        <button type="button" class="quiet" name="wait" @click=${() => set({ isWaiting: true })}>Try its moments</button>
        <p class="soft" role="status">${said}</p></div>
    </section>`,
  };
}
