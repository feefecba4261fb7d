import { Link, useParams, useSearchParams } from "react-router-dom";
import help from "./help.json";

const List = ({ articles }) => (
  <ul>{articles.map((it) => <li key={it.name}><Link to={`/help/${it.section}/${it.name}`}>{it.title}</Link></li>)}</ul>
);

export function Start() {
  return (<><title>Help</title><h1>Help</h1><List articles={help} /></>);
}

export function Results() {
  const [parameters] = useSearchParams();
  const words = parameters.get("q");
  return (<><title>Search</title><h1>Search</h1><List articles={help.filter((it) => it.summary.includes(words))} /></>);
}

export function Article() {
  const { name } = useParams();
  const { title, summary, parts } = help.find((it) => it.name === name);
  return (
    <article>
      <title>{title}</title>
      <h1>{title}</h1>
      <p>{summary}</p>
      <p>Jump to <Link to={`#${parts[3].id}`}>{parts[3].title}</Link>. See also:</p>
      <List articles={help.filter((it) => it.name !== name)} />
      <button className="cta">Talk to sales</button>
      {parts.map((part) => (
        <section key={part.id}>
          <h2 id={part.id}>{part.title}</h2>
          {part.paragraphs.map((text) => <p key={text}>{text}</p>)}
        </section>
      ))}
    </article>
  );
}
