/** What `create-docusaurus` makes, with a search that needs no service. */
const config = {
  title: "Acme",
  url: "https://acme.example",
  baseUrl: "/",
  onBrokenLinks: "throw",
  markdown: { format: "detect" },
  presets: [
    [
      "classic",
      {
        docs: { sidebarPath: "./sidebars.js" },
        blog: false,
        theme: { customCss: "./src/css/custom.css" },
      },
    ],
  ],
  themes: [["@easyops-cn/docusaurus-search-local", { hashed: true, indexBlog: false, searchBarShortcutKeymap: "mod+k" }]],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar: { title: "Acme", items: [{ type: "docSidebar", sidebarId: "help", label: "Help", position: "left" }] },
    footer: { style: "dark", copyright: "Acme" },
  },
};

export default config;
