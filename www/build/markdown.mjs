/**
 * One article: a head of `name: value` lines between two `---`, then Markdown.
 * A link to `/help/…` is written once and leads to the article's own language.
 */
import { Marked } from "marked";
import { escape } from "../templates/html.mjs";

/** What an article's head must say. */
export const HEAD = ["title", "summary", "cta"];

export function readHead(source) {
  const [, head = "", body = source] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const pairs = head.split("\n").map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]);
  return { head: Object.fromEntries(pairs), body };
}

export function readMarkdown(source, base, texts) {
  const { head, body } = readHead(source);
  const headings = [];
  const marked = new Marked({ renderer: renderer(base, texts, headings) });
  const html = marked.parse(body);
  return { ...head, headings, html, plain: plainText(html) };
}

/** Headings are numbered, so that an address with a fragment means the same place in every language. */
function renderer(base, texts, headings) {
  return {
    heading({ tokens, depth }) {
      const inner = this.parser.parseInline(tokens);
      if (depth !== 2) return `<h${depth}>${inner}</h${depth}>\n`;
      const id = `part-${headings.length + 1}`;
      headings.push({ id, title: plainText(inner) });
      return `<h2 id="${id}">${inner}</h2>\n`;
    },
    link({ href, tokens }) {
      const address = href.startsWith("/help/") ? base + href : href;
      return `<a href="${escape(address)}">${this.parser.parseInline(tokens)}</a>`;
    },
    table({ header, rows }) {
      const cells = (row, tag, scope = "") => row.map((cell) => `<${tag}${scope}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join("");
      const lines = rows.map((row) => `<tr>${cells(row.slice(0, 1), "th", ' scope="row"')}${cells(row.slice(1), "td")}</tr>`);
      return `<div class="table" role="region" tabindex="0" aria-label="${escape(texts.article.table)}"><table>
<thead><tr>${cells(header, "th", ' scope="col"')}</tr></thead><tbody>${lines.join("")}</tbody></table></div>\n`;
    },
  };
}

function plainText(html) {
  const named = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return html.replace(/<[^>]+>/g, " ").replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => named[name]).replace(/\s+/g, " ").trim();
}
