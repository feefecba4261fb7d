/**
 * What sites look like as their makers' starters have them, and how the nudge fits in there: for the preview's page, as it is built.
 *
 * The values are those of the packages that tests/hosts installs; what the nudge takes of them stands in the host's
 * recipe, so that what is seen here is what is written there.
 */
import { readFile } from "node:fs/promises";

/** The page in a look's own words, for the style sheet of the demo. */
const PAGE = ["paper", "raised", "ink", "muted", "line", "accent", "accent-ink", "tint"];

/** The nudge as it is where a site says nothing. */
const UNTOUCHED = `effortlet-nudge { ${["accent", "on-accent", "surface", "ink"].map((it) => `--effortlet-${it}: initial;`).join(" ")} }`;

const SYSTEM = "system-ui, -apple-system, 'Segoe UI', Roboto, Ubuntu, Cantarell, 'Noto Sans', sans-serif";

/** By name: what it is called, its recipe, its own properties in light and in dark, and which of them the page is made of. */
const LOOKS = {
  plain: {
    label: "A plain page",
    light: { paper: "#fff", raised: "#fff", ink: "#1c2030", muted: "#5a6072", line: "#e4e6ea", accent: "#3a4bc0", "accent-ink": "#fff", tint: "#eef0fb" },
    dark: { paper: "#14161e", raised: "#1c1f2a", ink: "#e8e9f0", muted: "#a6abbd", line: "#2d3142", accent: "#aeb9ff", "accent-ink": "#14161e", tint: "#222739" },
  },
  demo: { label: "The demo" },
  docusaurus: {
    label: "Docusaurus",
    light: { "ifm-color-primary": "#2e8555", "ifm-background-color": "#fff", "ifm-background-surface-color": "#fff", "ifm-font-color-base": "#1c1e21", "ifm-color-emphasis-300": "#dadde1" },
    dark: { "ifm-color-primary": "#25c2a0", "ifm-background-color": "#1b1b1d", "ifm-background-surface-color": "#242526", "ifm-font-color-base": "#e3e3e3", "ifm-color-emphasis-300": "#606770" },
    both: { "ifm-font-family-base": SYSTEM, "ifm-global-radius": "0.4rem" },
    page: ["ifm-background-color", "ifm-background-surface-color", "ifm-font-color-base", "ifm-font-color-base", "ifm-color-emphasis-300", "ifm-color-primary", "ifm-background-color", "ifm-background-surface-color"],
    font: "ifm-font-family-base",
  },
  mkdocs: {
    label: "Material for MkDocs",
    light: { "md-typeset-a-color": "#4051b5", "md-default-bg-color": "#fff", "md-default-fg-color": "#000000de", "md-default-fg-color--light": "#0000008a", "md-default-fg-color--lightest": "#00000012" },
    dark: { "md-typeset-a-color": "#5488e8", "md-default-bg-color": "#1e2129", "md-default-fg-color": "#e2e4e9d1", "md-default-fg-color--light": "#e2e4e98f", "md-default-fg-color--lightest": "#e2e4e91f" },
    both: { "md-text-font-family": "Roboto, -apple-system, BlinkMacSystemFont, Helvetica, Arial, sans-serif" },
    page: ["md-default-bg-color", "md-default-bg-color", "md-default-fg-color", "md-default-fg-color--light", "md-default-fg-color--lightest", "md-typeset-a-color", "md-default-bg-color", "md-default-fg-color--lightest"],
    font: "md-text-font-family",
  },
  vitepress: {
    label: "VitePress",
    light: { "vp-c-brand-1": "#3451b2", "vp-c-bg": "#ffffff", "vp-c-bg-alt": "#f6f6f7", "vp-c-bg-elv": "#ffffff", "vp-c-text-1": "#3c3c43", "vp-c-text-2": "#67676c", "vp-c-divider": "#e2e2e3" },
    dark: { "vp-c-brand-1": "#a8b1ff", "vp-c-bg": "#1b1b1f", "vp-c-bg-alt": "#161618", "vp-c-bg-elv": "#202127", "vp-c-text-1": "#dfdfd6", "vp-c-text-2": "#98989f", "vp-c-divider": "#2e2e32" },
    both: { "vp-font-family-base": "Inter, ui-sans-serif, system-ui, sans-serif" },
    page: ["vp-c-bg", "vp-c-bg-elv", "vp-c-text-1", "vp-c-text-2", "vp-c-divider", "vp-c-brand-1", "vp-c-bg", "vp-c-bg-alt"],
    font: "vp-font-family-base",
  },
  starlight: {
    label: "Starlight",
    light: { "sl-color-text-accent": "hsl(234, 90%, 60%)", "sl-color-text-invert": "hsl(0, 0%, 100%)", "sl-color-bg": "hsl(0, 0%, 100%)", "sl-color-bg-nav": "hsl(224, 19%, 97%)", "sl-color-text": "hsl(224, 10%, 23%)", "sl-color-gray-3": "hsl(224, 7%, 36%)", "sl-color-hairline": "hsl(224, 20%, 94%)" },
    dark: { "sl-color-text-accent": "hsl(224, 100%, 85%)", "sl-color-text-invert": "hsl(224, 54%, 20%)", "sl-color-bg": "hsl(224, 10%, 10%)", "sl-color-bg-nav": "hsl(224, 14%, 16%)", "sl-color-text": "hsl(224, 6%, 77%)", "sl-color-gray-3": "hsl(224, 6%, 56%)", "sl-color-hairline": "hsl(224, 14%, 16%)" },
    both: { "__sl-font": "ui-sans-serif, system-ui, sans-serif" },
    page: ["sl-color-bg", "sl-color-bg-nav", "sl-color-text", "sl-color-gray-3", "sl-color-hairline", "sl-color-text-accent", "sl-color-text-invert", "sl-color-bg-nav"],
    font: "__sl-font",
  },
};

/** By name: what it is called, and its style sheet. */
export async function looks() {
  const all = Object.entries(LOOKS).map(async ([name, look]) => [name, { label: look.label, css: await sheet(name, look) }]);
  return Object.fromEntries(await Promise.all(all));
}

async function sheet(name, { light, dark, both, page, font }) {
  if (!light) return "";
  const own = rule(":root", { ...light, ...both }) + rule(":root.dark", dark);
  if (!page) return own + UNTOUCHED;
  const made = Object.fromEntries(PAGE.map((part, index) => [part, `var(--${page[index]})`]));
  return `${own}${rule(":root, :root.dark", made)}body { font-family: var(--${font}); }\n${UNTOUCHED}\n${await snippet(name)}`;
}

const rule = (selector, values) => `${selector} { ${Object.entries(values).map(([name, value]) => `--${name}: ${value};`).join(" ")} }\n`;

/** What the host's recipe says of the nudge. */
async function snippet(host) {
  const recipe = await readFile(new URL(`../../docs/hosts/${host}.md`, import.meta.url), "utf8");
  const [, css] = /```css\n(effortlet-nudge \{[^]*?)```/.exec(recipe) ?? [];
  if (!css) throw new Error(`docs/hosts/${host}.md: expected a block of CSS for effortlet-nudge`);
  return css;
}
