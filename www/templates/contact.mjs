/** Support: a chat that `scripts/chat.js` plays, and an address for those without it. */
import { breadcrumb, framed } from "./frame.mjs";
import { html, json } from "./html.mjs";

export function contactPage(site) {
  const { base, texts, chat } = site;
  const { title, description, chatTitle, other, mail, hours, noScript } = texts.contact;
  return framed(site, {
    path: `${base}/help/contact/`,
    title,
    description,
    scripts: ["chat"],
    main: html`<div class="wide">
${breadcrumb(site, [{ title: texts.help.title, path: `${base}/help/` }, { title, path: `${base}/help/contact/` }])}
<h1>${title}</h1>
<p class="lead">${description}</p>
<div class="contact">
<section class="chat needs-script" data-chat aria-labelledby="chat-title">
<script type="application/json" data-script>${json(chat)}</script>
<h2 id="chat-title">${chatTitle}</h2>
<div class="chat-log" role="log" aria-labelledby="chat-title" tabindex="0" data-log></div>
<div class="chips" data-choices></div>
<form data-form autocomplete="off">
<label for="message">${chat.label}</label>
<div class="search-row"><input id="message" name="message" type="text" maxlength="200"><button class="button" type="submit">${chat.send}</button></div>
</form>
</section>
<section class="other-ways" aria-labelledby="other"><h2 id="other">${other}</h2>
<noscript><p>${noScript}</p></noscript>
<p>${mail} <a href="mailto:help@cicora.example">help@cicora.example</a></p>
<p>${hours}</p></section>
</div>
</div>`,
  });
}
