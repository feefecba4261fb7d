/** Under a strict content security policy the nudge looks and works as without one. */
import assert from "node:assert/strict";
import { inEachEngine } from "./support/each-engine.mjs";
import { alike, pictureOfCard } from "./support/picture.mjs";
import { FOUND, HELPED, IMPROVE, THANKS, arrive, arriveWithCollector, shown, watched } from "./support/stage.mjs";
import { acknowledged, asked, assertQuiet, click, gone, keys, open, part, point, press, rests, run, show } from "./support/visitor.mjs";

const NONCE = "c2VjcmV0";

const POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}' 'strict-dynamic' 'wasm-unsafe-eval'`,
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

/** What a screen is waited for by, and how it is left. */
const SCREENS = [
  { title: FOUND, leave: (page) => press(page, "Yes") },
  { title: HELPED, leave: async (page) => click(page, await point(page, 6)) },
  {
    title: IMPROVE,
    async leave(page) {
      await click(page, await part(page, "textarea"));
      await keys(page, "Shorter words");
      await press(page, "Send");
    },
  },
  { title: THANKS, leave: (page) => press(page, "Close") },
];

/** Answers a survey and gives a picture of each of its screens. */
async function answer(page) {
  const pictures = [];
  await show(page);
  for (const { title, leave } of SCREENS) {
    await asked(page, title);
    // The pointer would colour what it happens to be on.
    await page.actions().move({ x: 1, y: 1 }).perform();
    await rests(page);
    pictures.push(await pictureOfCard(page));
    await leave(page);
  }
  return pictures;
}

/** The page, its scripts with the nonce; a function answers it under the policy. */
const html = watched().replaceAll("<script ", `<script nonce="${NONCE}" `);
const underPolicy = (request, reply) =>
  reply.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY }).end(html);

/** What the full edition adds: each brings a style sheet of its own. */
const RARE = {
  theme: { accent: "#0b57d0", radius: 4 },
  surveys: [
    shown({ id: "faces", template: undefined, questions: [{ id: "effort", kind: "effort", text: "How easy?", scale: { look: "faces" } }] }),
    shown({ id: "top", layout: { corner: "topStart" } }),
    shown({ id: "tab", layout: { tab: {} } }),
    shown({ id: "inline", layout: { inline: { selector: "h1" } } }),
  ],
};

/** A picture of each of these. */
async function showAll(page) {
  const pictures = [];
  for (const { id } of RARE.surveys) {
    await show(page, id);
    await part(page, "h2");
    await page.actions().move({ x: 1, y: 1 }).perform();
    await rests(page);
    pictures.push(await pictureOfCard(page));
    await run(page, () => window.nudge.find(".close").click());
    await gone(page);
  }
  return pictures;
}

inEachEngine("under a strict policy themes, looks and layouts are the same, and nothing is reported", async (t, page) => {
  const host = await arrive(t, page, { surveys: RARE.surveys, more: { theme: RARE.theme } });
  const pictures = await showAll(page);
  host.pages["/strict"] = underPolicy;
  await open(page, host.url("/strict"));
  const strict = await showAll(page);
  for (const [index, { id }] of RARE.surveys.entries()) assert.ok(alike(strict[index], pictures[index]), `${id}: expected the same picture`);
  assert.equal(new Set(pictures.map(({ png }) => png)).size, RARE.surveys.length);
  await run(page, (icon) => (noted.violations = noted.violations.filter((it) => it !== icon)), `img-src ${host.url("/favicon.ico")}`);
  await assertQuiet(page);
});

inEachEngine("under a strict policy it looks the same, is answered, and nothing is reported", async (t, page) => {
  const { host, collector } = await arriveWithCollector(t, page);
  const pictures = await answer(page);
  await acknowledged(page);

  host.pages["/strict"] = underPolicy;
  await page.get(host.url("/strict"));
  const refused = await page.executeAsyncScript((done) => {
    addEventListener("securitypolicyviolation", ({ violatedDirective }) => done(violatedDirective), { once: true });
    const image = new Image();
    image.src = "/pixel.png";
  });
  assert.equal(refused, "img-src", "the policy is in force");
  await open(page, host.url("/strict?again"));
  const strict = await answer(page);
  await acknowledged(page);

  for (const [index, { title }] of SCREENS.entries()) assert.ok(alike(strict[index], pictures[index]), `${title}: expected the same picture`);
  assert.equal(new Set(pictures.map(({ png }) => png)).size, SCREENS.length);
  // The page's own icon is an image too.
  await run(page, (icon) => (noted.violations = noted.violations.filter((it) => it !== icon)), `img-src ${host.url("/favicon.ico")}`);
  await assertQuiet(page);
  const answers = await collector.rows("select response, question, choice, rating, text from answer");
  const values = answers.map(({ question, choice, rating, text }) => [question, choice ?? rating ?? text]);
  const whole = [["found", "yes"], ["effort", 6], ["improve", "Shorter words"]];
  assert.deepEqual(values.toSorted(), [...whole, ...whole].toSorted());
  assert.equal(new Set(answers.map(({ response }) => response)).size, 2);
});
