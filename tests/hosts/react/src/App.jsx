import { Form, Link, Outlet, ScrollRestoration } from "react-router-dom";
import help from "./help.json";

export function App() {
  return (
    <>
      <header>
        <Link to="/">Acme</Link>
        <nav>{help.map((it) => <Link key={it.name} to={`/help/${it.section}/${it.name}`}>{it.title}</Link>)}</nav>
        <Form action="/help/search"><input type="search" name="q" aria-label="Search" /></Form>
      </header>
      <main><Outlet /></main>
      <ScrollRestoration />
    </>
  );
}
