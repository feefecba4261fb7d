import Link from "next/link";
import help from "../../../../help.json";
import { List } from "../../../list.jsx";

export const generateStaticParams = () => help.map(({ section, name }) => ({ section, name }));

const read = async ({ params }) => {
  const { name } = await params;
  return help.find((it) => it.name === name);
};

export const generateMetadata = async (props) => ({ title: (await read(props)).title });

export default async function Article(props) {
  const { name, title, summary, parts } = await read(props);
  return (
    <article>
      <h1>{title}</h1>
      <p>{summary}</p>
      <p>Jump to <Link href={`#${parts[3].id}`}>{parts[3].title}</Link>. See also:</p>
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
