/** What comes in and what goes out: importing and copying, each a dialog. */
import { html, nothing } from "lit-html";
import { dialog } from "./fields/dialog.js";
import { imported } from "./import/imported.js";
import { asJson, asScript, asTag } from "./written.js";

const beside = (name) => new URL(`../${name}`, location.href).href.replace(/#.*$/, "");

/** `come` is told of the definition, and of what could not be taken over as it was. */
export function importing({ come, refused, mistake }) {
  const take = (text, around) => {
    const { definition, notes, mistake: wrong } = imported(text);
    if (wrong) return refused(wrong);
    around.querySelector("textarea").value = "";
    around.close();
    come(definition, notes);
  };
  return dialog("import", "Import", html`
    <p>A definition, or a survey of PostHog (JSON), Formbricks (JSON) or Qualtrics (QSF).</p>
    <div class="field"><label for="import-text">Paste it</label>
      <textarea id="import-text" class="code" rows="10" spellcheck="false" data-first aria-describedby="import-mistake" aria-invalid=${mistake ? "true" : nothing}></textarea></div>
    <p class="problem" id="import-mistake" role="alert">${mistake}</p>
    <div class="row"><button type="button" class="button" name="import" @click=${({ currentTarget }) => {
      const around = currentTarget.closest("dialog");
      take(around.querySelector("textarea").value, around);
    }}>Import</button>
    <label class="quiet file">Choose a file<input type="file" accept=".json,.qsf,application/json" @change=${async ({ target }) => {
      const [file] = target.files;
      if (file) take(await file.text(), target.closest("dialog"));
      target.value = "";
    }}></label></div>`, () => mistake && refused(""));
}

export function copying({ document, problems, copied, tell }) {
  const count = problems.length;
  const copies = [
    ["json", "The definition, as JSON", "Kept as effortlet.json beside the script, or given to effortlet serve --definition.", asJson(document)],
    ["script", "The script tag", "For a page, where effortlet.json is beside the script.", asScript(beside("effortlet.js"))],
    ["page", "The script tag with the definition", "For a page, with nothing else to keep.", asTag(document, { script: beside("effortlet.js"), endpoint: beside("v1/responses") })],
  ];
  return dialog("copy", "Copy", html`${count ? html`<p class="problem">${count === 1 ? "A problem is" : `${count} problems are`} in it, named above the form. Pages leave out a survey that has one, and ask the others.</p>` : nothing}${copies.map(
    ([name, title, about, text]) => html`<div class="field"><label for="copy-${name}">${title}</label><p class="hint">${about}</p>
      <textarea class="code" id="copy-${name}" rows=${Math.min(4, text.trim().split("\n").length)} readonly .value=${text}></textarea>
      <span class="row"><button type="button" class="quiet" name="copy:${name}" ?data-first=${name === "json"} aria-label="Copy: ${title}" @click=${async () => tell(name, await copy(name, text))}>Copy</button>
      <span role="status" class="soft">${copied === name ? `Copied${count ? `, with ${count === 1 ? "a problem" : `${count} problems`}` : ""}` : nothing}</span></span></div>`,
  )}`);
}

/** Where the clipboard is refused, what is to be copied is chosen. */
async function copy(name, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.querySelector(`#copy-${name}`);
    area.focus();
    area.select();
    return false;
  }
}
