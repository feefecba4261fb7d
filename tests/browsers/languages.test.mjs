/** A page is asked in its own language, in whichever engine it is. Chromium's own test has all languages. */
import assert from "node:assert/strict";
import { inEachEngine } from "./support/each-engine.mjs";
import { arrive } from "./support/stage.mjs";
import { asked, assertQuiet, button, press, run, show } from "./support/visitor.mjs";

const SPOKEN = [
  {
    lang: "ro-MD",
    found: "Ai găsit informația de care aveai nevoie?",
    yes: "Da",
    helped: "În ce măsură ești de acord: Acme m-a ajutat să găsesc o soluție la problema mea.",
    close: "Închide",
    highest: "7 din 7, Acord total",
    dir: "ltr",
  },
  {
    lang: "ar",
    found: "هل وجدت المعلومات التي تحتاج إليها؟",
    yes: "نعم",
    helped: "إلى أي مدى توافق على ما يلي: ساعدتني Acme في إيجاد حل لمشكلتي.",
    close: "إغلاق",
    highest: "7 من 7, أوافق بشدة",
    dir: "rtl",
  },
];

for (const { lang, found, yes, helped, close, highest, dir } of SPOKEN) {
  inEachEngine(`a page in ${lang} is asked in it, from the question to what a rating means`, async (t, page) => {
    await arrive(t, page, { lang });
    await show(page);
    await asked(page, found);
    await press(page, yes);
    await asked(page, helped);
    await button(page, close);
    assert.equal(await run(page, () => window.nudge.find("[value='7']").getAttribute("aria-label")), highest);
    assert.deepEqual(await run(page, () => [document.querySelector("effortlet-nudge").lang, window.nudge.card.dir]), [lang.toLowerCase(), dir]);
    await assertQuiet(page);
  });
}
