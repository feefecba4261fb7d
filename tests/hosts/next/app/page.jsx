import help from "../help.json";
import { List } from "./list.jsx";

export const metadata = { title: "Help" };

export default function Start() {
  return (<><h1>Help</h1><List articles={help} /></>);
}
