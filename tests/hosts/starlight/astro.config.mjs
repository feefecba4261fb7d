import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

/** Links between files, as other makers read them, become addresses. */
const links = () => (tree) => visit(tree, (node) => {
  if (node.type === "link") node.url = node.url.replace(/^\.\.?\/(.+)\.md$/, "/$1/");
});

function visit(node, see) {
  see(node);
  for (const child of node.children ?? []) visit(child, see);
}

export default defineConfig({
  telemetry: false,
  markdown: { remarkPlugins: [links] },
  integrations: [
    starlight({
      title: "Acme help",
      sidebar: [
        { label: "Billing", autogenerate: { directory: "billing" } },
        { label: "Account", autogenerate: { directory: "account" } },
      ],
    }),
  ],
});
