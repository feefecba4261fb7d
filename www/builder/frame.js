/** The page in the frame: the real widget on an article, which is told what to ask. */
import { start, show, stop } from "./module.js";

addEventListener("message", async ({ data, source }) => {
  if (source !== parent || !data?.definition) return;
  const { definition, survey, locale, isDark, isRightToLeft, isShown } = data;
  const root = document.documentElement;
  root.classList.toggle("dark", isDark);
  root.dir = isRightToLeft ? "rtl" : "ltr";
  await stop();
  const { surveys, problems } = await start(definition, { locale });
  const isThere = isShown && surveys.includes(survey) ? await show(survey) : undefined;
  parent.postMessage({ shown: isThere, problems: problems.length }, "*");
});

for (const name of ["shown", "answered", "completed", "dismissed"]) {
  addEventListener(`effortlet:${name}`, () => parent.postMessage({ happened: name }, "*"));
}
parent.postMessage({ ready: true }, "*");
