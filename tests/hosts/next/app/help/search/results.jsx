"use client";

import { useSearchParams } from "next/navigation";
import help from "../../../help.json";
import { List } from "../../list.jsx";

export function Results() {
  const words = useSearchParams().get("q");
  return <List articles={help.filter((it) => it.summary.includes(words))} />;
}
