import { defineConfig } from "vitepress";

export default defineConfig({
  title: "Acme",
  cleanUrls: true,
  themeConfig: {
    search: { provider: "local" },
    nav: [{ text: "Help", link: "/" }],
    sidebar: [
      { text: "Billing", items: [{ text: "Refunds", link: "/billing/refunds" }, { text: "Invoices", link: "/billing/invoices" }] },
      { text: "Account", items: [{ text: "Passwords", link: "/account/passwords" }, { text: "Your profile", link: "/account/profile" }] },
    ],
  },
});
