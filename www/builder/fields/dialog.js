/** A dialog with its title and a way out. */
import { html } from "lit-html";
import { icon } from "./frame.js";

const close = ({ currentTarget }) => currentTarget.closest("dialog").close();

export const dialog = (name, title, body) => html`<dialog class=${name} aria-labelledby="${name}-title">
  <div class="row title"><h2 id="${name}-title">${title}</h2><button type="button" class="remove" aria-label="Close" @click=${close}>${icon("remove")}</button></div>
  ${body}
</dialog>`;
