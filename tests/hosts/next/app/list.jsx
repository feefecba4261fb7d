import Link from "next/link";

export const List = ({ articles }) => (
  <ul>{articles.map((it) => <li key={it.name}><Link href={`/help/${it.section}/${it.name}`}>{it.title}</Link></li>)}</ul>
);
