import assert from "node:assert/strict";
import { test } from "node:test";
import { bundle } from "./routers/bundle.mjs";
import { PLACES } from "./routers/places.mjs";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { announcements, answerPosted, asked, close, gone, historyFollowed, nudge, open, staysQuiet, until } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";
const HELPED = /^To what extent do you agree/;

const APP = '<div id="app"></div><button class="cta">Plans</button><script src="/app.js"></script>';
const CLICK = { click: { selector: ".cta" } };

/** By name, what follows the page where the browser has the Navigation API, and where it has none. */
const ROUTERS = [
  { router: "react", withoutNavigation: false },
  { router: "react", withoutNavigation: true },
  { router: "vue", withoutNavigation: false },
  { router: "vue", withoutNavigation: true },
  { router: "navigo", withoutNavigation: false },
  { router: "navigo", withoutNavigation: true },
  { router: "navigation", withoutNavigation: false },
];

/** A help center with this router, on its first page. */
async function begin(t, { router, withoutNavigation }, triggers, { more, withWidget = true } = {}) {
  const withIt = pageWith({ body: APP });
  const pages = {
    "/": withWidget ? withIt : withIt.replace(/<script src="\/effortlet.*<\/script>/, ""),
    "/app.js": await bundle(router),
    "/v1/responses": (request, reply) => reply.writeHead(204).end(),
  };
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(survey(triggers, more)), pages });
  if (withoutNavigation) await context.addInitScript(() => delete window.navigation);
  await context.addInitScript(record);
  const heard = await announcements(context);
  const { page, seen } = await tabAt();
  await (withWidget ? open(page) : page.goto("/"));
  if (withWidget && withoutNavigation) await historyFollowed(page);
  await settle(page, "/");
  return { page, seen, shown: () => heard.filter(({ happening }) => happening === "shown").length };
}

/** Notes what goes into the history, and makes the keys that routers draw by lot the same each time. */
function record() {
  window.written = [];
  for (const name of ["pushState", "replaceState"]) {
    const own = History.prototype[name];
    History.prototype[name] = function (state, unused, url) {
      window.written.push([name, structuredClone(state), `${url}`.replace(location.origin, "")]);
      return own.apply(this, arguments);
    };
  }
  let drawn = 0;
  Math.random = () => (drawn = (drawn + 0.618) % 1);
}

/** Waits until the app shows this place, and until the widget has noticed. */
async function settle(page, path) {
  const { title } = PLACES.find((place) => place.path === path);
  const reached = ([path, title]) =>
    location.pathname === path && document.title === title && document.querySelector("h1")?.textContent === title;
  await page.waitForFunction(reached, [path, title]);
  await page.clock.runFor(1);
}

/** The ways to get to a place. */
const WAYS = {
  link: (page, path) => page.getByRole("link", { name: PLACES.find((place) => place.path === path).title, exact: true }).click(),
  push: (page, path) => page.evaluate((path) => void window.app.push(path), path),
  replace: (page, path) => page.evaluate((path) => void window.app.replace(path), path),
  back: (page) => page.evaluate(() => history.back()),
  forward: (page) => page.evaluate(() => history.forward()),
};

async function go(page, way, path) {
  await WAYS[way](page, path);
  await settle(page, path);
}

const ONE = "/help/guides/one";
const TWO = "/help/guides/two";
const THREE = "/help/guides/three";
const ABOUT = "/about";

for (const setting of ROUTERS) {
  const how = `${setting.router}, ${setting.withoutNavigation ? "by the history alone" : "by the Navigation API"}`;

  test(`the third article asks, and the response is of its route: ${how}`, async (t) => {
    const { page, seen, shown } = await begin(t, setting, { helpCenter: { articles: 3 } });
    for (const [way, path] of [["link", ONE], ["push", TWO], ["back", ONE], ["forward", TWO], ["replace", ABOUT], ["link", ONE]]) {
      await go(page, way, path);
      await staysQuiet(page, `${way} ${path}`);
    }
    await go(page, "push", THREE);
    await asked(page, FOUND);
    const posted = answerPosted(page);
    await nudge(page).getByRole("button", { name: "Yes" }).click();
    const { page: about } = (await posted).postDataJSON();
    assert.equal(about.url, new URL(THREE, page.url()).href);
    assert.equal(about.title, "Three");
    await until(page, () => shown() >= 1);
    assert.equal(shown(), 1);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });

  test(`a nudge that nobody touched goes with the routes that it was for: ${how}`, async (t) => {
    const { page, shown } = await begin(t, setting, CLICK, { more: { audience: { page: { path: "/help/**" } } } });
    await page.getByText("Plans").click();
    await staysQuiet(page, "outside of the audience");
    await go(page, "link", ONE);
    await page.getByText("Plans").click();
    await asked(page, FOUND);
    await go(page, "push", TWO);
    await asked(page, FOUND);
    for (const [count, [way, path], [wayBack, pathBack]] of [
      [1, ["link", ABOUT], ["back", TWO]],
      [2, ["forward", ABOUT], ["back", TWO]],
      [3, ["push", ABOUT], ["push", THREE]],
      [4, ["replace", ABOUT], ["link", ONE]],
    ]) {
      await until(page, () => shown() >= count);
      assert.equal(shown(), count);
      await go(page, way, path);
      await gone(page);
      await go(page, wayBack, pathBack);
      await staysQuiet(page, `${wayBack} ${pathBack}`);
      await page.getByText("Plans").click();
      await asked(page, FOUND);
    }
  });

  test(`the history is as in the same app without us: ${how}`, async (t) => {
    const without = await visit(t, setting, { withWidget: false });
    const within = await visit(t, setting, { withWidget: true });
    assert.deepEqual(within.steps, without.steps);
    assert.deepEqual(within.written, without.written);
    // The browser's own functions where it tells by itself; else called through, as seen above.
    assert.deepEqual(within.wrapped, Array(2).fill(setting.withoutNavigation));
    assert.deepEqual(without.wrapped, [false, false]);
  });
}

/** A visit that goes all ways, in the middle of which the widget asks and is answered. */
async function visit(t, setting, { withWidget }) {
  const { page } = await begin(t, setting, CLICK, { withWidget });
  const steps = [];
  const look = async () => steps.push(await page.evaluate(() => [location.pathname, history.length, history.state, document.title]));
  const goAndLook = async (way, path) => {
    await go(page, way, path);
    await look();
  };
  await look();
  await goAndLook("link", ONE);
  await goAndLook("push", TWO);
  await page.getByText("Plans").click();
  if (withWidget) {
    await asked(page, FOUND);
    await look();
    await nudge(page).getByRole("button", { name: "Yes" }).click();
    await asked(page, HELPED);
    await look();
    assert.deepEqual(steps.splice(-2), [steps[2], steps[2]]);
  }
  await goAndLook("replace", THREE);
  await goAndLook("link", ABOUT);
  if (withWidget) await close(page);
  await goAndLook("back", THREE);
  await goAndLook("back", ONE);
  await goAndLook("forward", THREE);
  await goAndLook("push", TWO);
  await goAndLook("back", THREE);
  const rest = () => ({ written: window.written, wrapped: ["pushState", "replaceState"].map((name) => Object.hasOwn(history, name) || history[name] !== History.prototype[name]) });
  return { steps, ...(await page.evaluate(rest)) };
}
