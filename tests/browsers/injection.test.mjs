/** Whatever a text of a definition says, it is text: nothing runs and no element comes of it. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inEachEngine } from "./support/each-engine.mjs";
import { arrive } from "./support/stage.mjs";
import { assertQuiet, run } from "./support/visitor.mjs";

/**
 * Markup, addresses, templates, ends of attributes, entities, and what Unicode has for surprises. A
 * page fetches them, since half a surrogate pair cannot travel through a driver.
 */
const TEXT = await readFile(new URL("injections.json", import.meta.url), "utf8");
const COUNT = JSON.parse(TEXT).length;

const pages = { "/injections.json": TEXT };

/** Milliseconds until a screen of one text is there. */
const PATIENCE = 10_000;

/** So many texts at once are announced, as one. */
const TOGETHER = 30;

/**
 * In the page: has each text stand in every field of a definition, answers, and gives what was not
 * as it should be: those of every edition, or, `rare`, those of the full one. Answers without a
 * pointer, since it is not about that.
 */
function askEach(rare, patience, together, done) {
  const { nudge, effortlet, noted } = window;

  const until = async (what, holds) => {
    const latest = performance.now() + patience;
    while (!holds()) {
      if (performance.now() > latest) throw `${what}, found ${JSON.stringify(nudge.title ?? null)}`;
      await new Promise((resolve) => setTimeout(resolve));
    }
  };

  /** As a text is shown: a tab or a new line is a space, other controls and lone surrogates are U+FFFD. */
  const spelled = (text) => text.toWellFormed();

  /** The organization's name takes its place in a text, and is not looked into again. */
  const filled = (text) => spelled(text).replaceAll("{organization}", () => spelled(text));

  const definitionOf = (text) => ({
    version: 1,
    organization: text,
    surveys: [
      {
        id: "injection",
        triggers: { event: { name: "never" } },
        frequency: { preset: "none" },
        thanks: text,
        questions: [
          { id: "found", kind: "yesNo", text },
          { id: "effort", kind: "effort", text: "By {organization}", scale: { points: 5, labels: [text, text] } },
          { id: "sought", kind: "text", text, optional: true },
        ],
      },
    ],
  });

  /** The fields that only the full edition knows. */
  const rareDefinitionOf = (text) => {
    const question = (id, kind, more) => ({ id, kind, text, ...more });
    const options = [{ id: "one", text }, { id: "two", text: "Two" }];
    return {
      version: 1,
      organization: text,
      surveys: [
        {
          id: "rare",
          triggers: { event: { name: "never" } },
          frequency: { preset: "none" },
          layout: { tab: { label: text } },
          thanks: "{answer.found}|{answer.why}|{answer.words}|{article.title}",
          questions: [
            question("said", "message"),
            question("found", "yesNo"),
            question("why", "choice", { options, other: text, many: true }),
            question("effort", "effort", { scale: { points: 5, look: "labels", labels: Array(5).fill(text) } }),
            question("words", "text"),
          ],
        },
      ],
    };
  };

  /** The elements of a screen, and what they have for attributes; where it stands is a style, and comes later. */
  const skeleton = () =>
    nudge.all("*").map((it) => `${it.localName} ${it.getAttributeNames().filter((name) => name !== "style")}`).join("; ") +
    [...document.querySelectorAll("body, body *")].map((it) => it.localName).join();

  const submit = () => nudge.find(".next, .send").click();

  const is = (what, found, expected) => {
    if (found !== expected) throw `${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`;
  };

  /** What was written, as it is kept. */
  const written = (text) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "").toWellFormed();

  /** As a page's heading is named: at most 120 characters. */
  const titled = (text) => {
    const all = Array.from(text.replace(/[\s\u200b]+/g, " ").replace(/ ?¶ ?$/, "").trim());
    return all.length > 120 ? `${all.slice(0, 119).join("").trim()}…` : all.join("");
  };

  /** The same of what only the full edition asks, behind a tab. */
  const answerRare = async (text) => {
    const skeletons = [];
    const expected = filled(text);
    const screen = async (css, title = expected) => {
      await until(css, () => nudge.find(css));
      await until(`title ${JSON.stringify(title)}`, () => nudge.title === title);
      skeletons.push(skeleton());
    };
    const texts = (css) => nudge.all(css).map((it) => it.textContent).join("|");
    document.querySelector("h1").textContent = text;
    const { problems } = await effortlet("start", rareDefinitionOf(text));
    is("problems", problems.join(), "");
    await effortlet("show", "rare");
    await screen("[part=tab]");
    is("tab", nudge.find("[part=tab]").textContent, expected);
    nudge.find("[part=tab]").click();
    await screen(".next");
    submit();
    await screen("[part=choice]");
    nudge.button("Yes").click();
    await screen("[part=option]");
    is("options", texts("[part=option] span"), [expected, "Two", expected].join("|"));
    nudge.all("[type=checkbox]")[2].click();
    nudge.find(".own").value = text;
    is("own", nudge.find(".own").getAttribute("aria-label"), expected);
    submit();
    await screen("[part=point]");
    is("labels", texts("[part=point] span"), Array(5).fill(expected).join("|"));
    is("label", nudge.find("[value='3']").getAttribute("aria-label"), `3 of 5, ${expected}`);
    nudge.find("[value='3']").checked = true;
    submit();
    await screen("textarea");
    nudge.find("textarea").value = text;
    submit();
    // A field of one line has no other.
    const own = written(text.replace(/[\n\r]/g, ""));
    const words = written(text.replace(/\r\n?/g, "\n"));
    await screen("section:not(.away) .close", `Yes|${own}|${words}|${spelled(titled(text))}`);
    nudge.button("Close").click();
    return skeletons.join("\n");
  };

  /** Answers the survey, and gives the elements of each of its screens. */
  const answer = async (text) => {
    const skeletons = [];
    const screen = async (title) => {
      await until(`title ${JSON.stringify(title)}`, () => nudge.title === title);
      skeletons.push(skeleton());
    };
    const { problems } = await effortlet("start", definitionOf(text));
    is("problems", problems.join(), "");
    await effortlet("show", "injection");
    const expected = filled(text);
    await screen(expected);
    nudge.button("Yes").click();
    await screen(`By ${spelled(text)}`);
    is("low", nudge.find("[value='1']").getAttribute("aria-label"), `1 of 5, ${expected}`);
    is("high", nudge.find("[value='5']").getAttribute("aria-label"), `5 of 5, ${expected}`);
    is("ends", nudge.all(".ends span").map((it) => it.textContent).join(), [expected, expected].join());
    nudge.find("[value='5']").checked = true;
    submit();
    await screen(expected);
    await until("field", () => nudge.find("textarea"));
    nudge.find("textarea").value = text;
    submit();
    await screen(expected);
    nudge.button("Close").click();
    return skeletons.join("\n");
  };

  /** The announcement comes later than the survey, and stands in the page itself. */
  const announce = async (text) => {
    await effortlet("start", definitionOf(text));
    await effortlet("show", "injection");
    await until("announcement", () => noted.live.at(-1) === `Feedback: ${filled(text)}`);
    const found = document.querySelectorAll("effortlet-nudge *").length;
    nudge.button("Close").click();
    if (found !== 1) throw `${found} elements in the announcement`;
  };

  const run = async () => {
    const texts = await (await fetch("/injections.json")).json();
    const failed = [];
    const ask = rare ? answerRare : answer;
    const plain = await ask("plain");
    for (const text of texts) {
      await ask(text).then(
        (found) => found === plain || failed.push([text, "has other elements", found]),
        (reason) => failed.push([text, String(reason)]),
      );
      if (failed.length > 3) return failed;
    }
    for (let from = 0; !rare && from < texts.length; from += together) {
      const joined = texts.slice(from, from + together).join(" ");
      await announce(joined).catch((reason) => failed.push([joined, String(reason)]));
    }
    return failed;
  };
  run().then(done, (reason) => done([["plain", String(reason)]]));
}

for (const [which, rare] of [["every edition", false], ["the full edition", true]]) {
  inEachEngine(`${COUNT} texts that would be more than text stay text in every field of ${which}`, async (t, page) => {
    assert.ok(COUNT >= 200);
    await arrive(t, page, { pages });
    await page.manage().setTimeouts({ script: 110_000 });
    assert.deepEqual(await page.executeAsyncScript(askEach, rare, PATIENCE, TOGETHER), []);
    const asked = await run(page, () => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
    assert.deepEqual(asked.filter((path) => !/^\/(effortlet\/.*|effortlet\.json|watch\.js|injections\.json|favicon\.ico)$/.test(path)), []);
    assert.equal(await run(page, () => "hacked" in window), false);
    await assertQuiet(page);
  });
}

inEachEngine("the same texts as markup do run, and make elements", async (t, page) => {
  await arrive(t, page, { pages });
  const made = await page.executeAsyncScript(async (done) => {
    const texts = await (await fetch("/injections.json")).json();
    const inert = document.implementation.createHTMLDocument().body;
    const made = texts.filter((text) => {
      inert.innerHTML = text;
      return inert.childElementCount > 0;
    });
    Object.defineProperty(window, "hacked", { set: () => done(made.length) });
    document.body.innerHTML = texts.find((text) => text.startsWith("<img src=x onerror"));
  });
  assert.ok(made > 120, `${made} made elements`);
});
