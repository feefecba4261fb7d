import Form from "next/form";
import Link from "next/link";
import help from "../help.json";
import "./globals.css";
import "./site.css";

export default function Layout({ children }: LayoutProps<"/">) {
  return (
    <html lang="en">
      <head><link rel="icon" href="data:," /></head>
      <body>
        <header>
          <Link href="/">Acme</Link>
          <nav>{help.map((it) => <Link key={it.name} href={`/help/${it.section}/${it.name}`}>{it.title}</Link>)}</nav>
          <Form action="/help/search"><input type="search" name="q" aria-label="Search" /></Form>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}
