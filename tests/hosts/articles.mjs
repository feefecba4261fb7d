/**
 * The help center that each host has: two sections with two articles each, long enough to scroll.
 */

const PARTS = ["Before you begin", "How long it takes", "What it costs", "When something is wrong", "Who may do it", "More questions"];

const SENTENCES = [
  "Money goes back to the card or the account that it came from.",
  "You find the button under Settings, next to your plan.",
  "Your bank may need a few days more, most often two or three.",
  "Write to us when nothing has changed by then, and name the number of your invoice.",
  "Owners and administrators of a workspace can do this, members can ask them to.",
];

/** The `id` is what every maker of such sites makes of the title. */
const PART = PARTS.map((title) => ({
  title,
  id: title.toLowerCase().replaceAll(" ", "-"),
  paragraphs: [0, 1, 2].map((turn) => SENTENCES.map((_, index) => SENTENCES[(index + turn) % SENTENCES.length]).join(" ")),
}));

export const ARTICLES = [
  { section: "billing", name: "refunds", title: "Refunds", summary: "A chargeback is one that your bank asks us for." },
  { section: "billing", name: "invoices", title: "Invoices", summary: "We write one on the first day of each month." },
  { section: "account", name: "passwords", title: "Passwords", summary: "A long one is better than a clever one." },
  { section: "account", name: "profile", title: "Your profile", summary: "This is what your colleagues see." },
].map((it) => ({ ...it, parts: PART }));

/** What stands in no section. */
export const ALONE = { title: "Introduction" };

/** A part in the middle of each article. */
export const PLACE = PART[3];

/** A word that the first article has, and no other. */
export const WORD = "chargeback";

const WELCOME = "What people ask us most.";

/** By their paths, as makers of sites read them. */
export function markdown() {
  const links = (from) => ARTICLES.filter((it) => it !== from).map(({ section, name, title }) => `[${title}](${from ? ".." : "."}/${section}/${name}.md)`);
  const texts = ARTICLES.map((article) => {
    const { section, name, title, summary, parts } = article;
    const text = parts.flatMap((part) => [`## ${part.title}`, ...part.paragraphs]);
    const lead = [`# ${title}`, summary, `See also: ${links(article).join(", ")}. Jump to [${PLACE.title}](#${PLACE.id}).`, '<button class="cta" type="button">Talk to sales</button>'];
    return [`${section}/${name}.md`, [...lead, ...text].join("\n\n")];
  });
  const lists = [["index.md", "Help"], ["intro.md", ALONE.title]].map(([path, title]) => [path, [`# ${title}`, WELCOME, links().join(", ")].join("\n\n")]);
  return Object.fromEntries([...texts, ...lists]);
}
