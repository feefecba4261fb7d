/**
 * One page of Markdown: its HTML, its headings, the text below each, and its snippets.
 *
 * Headings have the anchors that GitHub gives them, so that a link leads to the same place there and here.
 */
import hljs from "highlight.js/lib/common";
import nginx from "highlight.js/lib/languages/nginx";
import { Marked } from "marked";

hljs.registerLanguage("nginx", nginx);

/** What highlight.js calls a language otherwise. */
const LANGUAGES = { html: "xml", vue: "xml", jsx: "javascript", sh: "bash" };

export function readPage(source) {
  const headings = [];
  const anchors = new Map();
  const marked = new Marked({ renderer: renderer(headings, anchors) });
  const tokens = marked.lexer(source);
  const html = marked.parser(tokens);
  const snippets = tokens.flatMap(snippetsIn);
  return { title: headings[0]?.text ?? "", headings, html, snippets, description: descriptionOf(tokens) };
}

/** As GitHub makes them: a second one of the same words has a number. */
function anchorOf(text, anchors) {
  const anchor = text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "").replaceAll(" ", "-");
  const count = anchors.get(anchor) ?? 0;
  anchors.set(anchor, count + 1);
  return count ? `${anchor}-${count}` : anchor;
}

function renderer(headings, anchors) {
  return {
    heading({ tokens, depth }) {
      const inner = this.parser.parseInline(tokens);
      const text = plain(inner);
      const anchor = anchorOf(text, anchors);
      headings.push({ depth, text, html: inner, anchor });
      const link = depth === 1 ? "" : `<a class="anchor" href="#${anchor}" aria-label="Link to “${escape(text)}”">#</a>`;
      return `<h${depth} id="${anchor}">${inner}${link}</h${depth}>\n`;
    },
    code({ text, lang }) {
      const language = LANGUAGES[lang] ?? lang;
      const inner = hljs.getLanguage(language) ? hljs.highlight(text, { language }).value : escape(text);
      return `<div class="code"><pre tabindex="0"><code>${inner}</code></pre></div>\n`;
    },
    table({ header, rows }) {
      const inline = ({ tokens }) => this.parser.parseInline(tokens);
      return tableOf({ header: header.map(inline), rows: rows.map((row) => row.map(inline)), below: headings.at(-1)?.text ?? "" });
    },
  };
}

/** As many columns as a phone has room for, one below the other. */
const STACKED = 3;

/**
 * Its roles are said, since a table that is laid out otherwise, as on phones, is none to browsers. A header
 * without words would be read aloud all the same, so there is none.
 */
function tableOf({ header, rows, below }) {
  const isNamed = header.some((cell) => cell);
  const head = header.map((cell) => (cell ? `<th role="columnheader" scope="col">${cell}</th>` : '<td role="cell"></td>')).join("");
  const label = (at) => (at > 0 && header[at] ? ` data-label="${escape(plain(header[at]))}"` : "");
  const cell = (inner, at) => (at === 0 && inner && isNamed ? `<th role="rowheader" scope="row">${inner}</th>` : `<td role="cell"${label(at)}>${inner}</td>`);
  const body = rows.map((row) => `<tr role="row">${row.map(cell).join("")}</tr>`).join("\n");
  const stacked = header.length <= STACKED ? " stacked" : "";
  // Not a region, of which a page would have dozens.
  return `<div class="table${stacked}" role="group" tabindex="0" aria-label="Table: ${escape(below)}"><table role="table">
${isNamed ? `<thead role="rowgroup"><tr role="row">${head}</tr></thead>` : ""}<tbody role="rowgroup">
${body}
</tbody></table></div>
`;
}

/** Also those within a list. */
function snippetsIn(token) {
  if (token.type === "code") return [{ language: token.lang ?? "", text: token.text }];
  return [...(token.tokens ?? []), ...(token.items ?? [])].flatMap(snippetsIn);
}

/** The first paragraph that is words. */
function descriptionOf(tokens) {
  const paragraph = tokens.find(({ type, tokens: inside }) => type === "paragraph" && inside[0].type === "text");
  return (paragraph?.text ?? "").replace(/\[([^\]]+)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
}

/** The text below each heading, for whoever looks for it. */
export function sectionsOf({ html, headings }) {
  const parts = html.split(/<h[1-6] id="[^"]*">.*?<\/h[1-6]>/s).slice(1);
  return headings.map(({ text, anchor, depth }, index) => ({ heading: text, anchor, depth, text: plain(parts[index] ?? "") }));
}

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

export function plain(html) {
  const text = html.replace(/<a class="anchor".*?<\/a>/g, "").replace(/<\/?(?:p|li|tr|th|td|div|pre)[^>]*>/g, " ").replace(/<[^>]+>/g, "");
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => NAMED[name]).replace(/\s+/g, " ").trim();
}

export function escape(text) {
  return text.replace(/[&<>"']/g, (letter) => `&${Object.keys(NAMED).find((name) => NAMED[name] === letter)};`);
}
