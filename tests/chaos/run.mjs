/**
 * One run: a visitor with up to ten tabs and everything that goes wrong, then a minute of health.
 * Gives what was given, and what of it is stored, lost and there twice.
 */
import { setTimeout as pause } from "node:timers/promises";
import { none } from "../browser/support/faults.mjs";
import { Ledger } from "./ledger.mjs";
import { PATHS, SAID } from "./page.mjs";
import { startSite } from "./site.mjs";
import { TROUBLES, mixed } from "./troubles.mjs";
import * as visit from "./visit.mjs";

const MOST_TABS = 10;

/** What was announced within so many milliseconds of a kill may be lost. */
const MARGIN = 10;

/** Seconds of health, and how often what is stored is looked at. */
const HEALTH = 60;
const LOOK = 3;

/** Milliseconds in which replies arrive while the page's time stands still. */
const REPLY = 40;

/**
 * What is said where the network fails, or a worker answers for it: by the browser, and by a widget that did not
 * arrive or has given up.
 */
const OF_THE_NETWORK = /^Failed to (load|find a valid digest)|^Access to (fetch|script|resource)|^Fetch API cannot load|^The FetchEvent for|^effortlet: (?!stopped)/;

const WORDS = ["Shorter words", "„Unde?” 🙂", "x", "It took me an hour, and then\nanother one"];

/** `browser` is of `browser.mjs`. */
export async function run(plan, browser) {
  const ends = [];
  const site = await startSite({ after: (end) => ends.unshift(end) }, plan);
  const it = new Run(plan, browser, site);
  try {
    await it.begin();
    for (const step of plan.steps) await it.take(step);
    return await it.recover();
  } finally {
    await it.end();
    for (const end of ends) await end();
  }
}

class Run {
  ledger = new Ledger();
  /** Pairs of the page's own request and the one beside it, in milliseconds. */
  asked = [];
  problems = [];
  isOffline = false;

  constructor(plan, browser, site) {
    Object.assign(this, { plan, browser, site, random: plan.random });
    this.hear = this.hear.bind(this);
  }

  get pages() {
    return this.browser.context.pages().filter((page) => page.url() !== "about:blank");
  }

  async begin() {
    this.browser.context.on("console", this.hear);
    this.browser.context.on("weberror", (it) => this.problems.push(it.error().message));
    await this.open("/");
  }

  async end() {
    this.browser.context.removeAllListeners("console");
    this.browser.context.removeAllListeners("weberror");
    await this.browser.clear();
  }

  hear(message) {
    const text = message.text();
    if (text.startsWith(SAID)) {
      const told = JSON.parse(text.slice(SAID.length));
      if (told.what === "asked") this.asked.push(told);
      else this.ledger.hear(told);
    } else if (!OF_THE_NETWORK.test(text) && ["warning", "error"].includes(message.type())) {
      this.problems.push(text);
    }
  }

  async open(path) {
    const page = await this.browser.context.newPage();
    await this.load(page, (options) => page.goto(this.site.host.url(path), options));
    return page;
  }

  load = (page, work) => visit.attempt(work({ waitUntil: "domcontentloaded" }));

  async take(step) {
    const { pages } = this;
    const page = pages[Math.floor(step.tab * pages.length)] ?? (await this.open("/"));
    await this[step.act](page, step);
    await pause(step.pause);
  }

  /** The page that is asked goes on being answered; else another begins. */
  async answer(page, { times, share }) {
    const all = await Promise.all(this.pages.map(visit.isAsked));
    const asked = this.pages[all.indexOf(true)] ?? page;
    await visit.attempt(asked.bringToFront());
    if (!(await visit.isAsked(asked))) await visit.beAsked(asked);
    for (let time = 0; time < times; time += 1) {
      if (!(await visit.answer(asked, share, this.random.of(WORDS)))) return asked;
    }
    return asked;
  }

  async write(page) {
    await visit.write(await this.answer(page, { times: 2, share: 0 }), "Half of what I");
  }

  async dismiss(page) {
    await visit.close(await this.answer(page, { times: 1, share: 0 }));
  }

  /** Answers, and is taken to another page by the page itself in the same task. */
  async leave(page, { tab }) {
    const path = PATHS[Math.floor(tab * PATHS.length)];
    for (const it of this.pages) await visit.ask(it, (path) => void (window.leaveFor = path), path);
    await this.answer(page, { times: 1, share: tab });
    for (const it of this.pages) await visit.ask(it, () => void (window.leaveFor = undefined));
  }

  trouble(page, { name }) {
    this.site.break(name === "mixed" ? mixed(this.random) : TROUBLES[name](this.random));
  }

  async another() {
    if (this.pages.length < MOST_TABS) await this.open(this.random.of(PATHS));
  }

  turn = (page) => visit.attempt(page.bringToFront());
  close = (page) => visit.attempt(page.close());
  reload = (page) => this.load(page, (options) => page.reload(options));
  back = (page) => this.load(page, (options) => page.goBack(options));

  async follow(page, { tab }) {
    await visit.attempt(page.bringToFront());
    const name = `Page ${PATHS[Math.floor(tab * PATHS.length)]}`;
    await visit.attempt(page.getByRole("link", { name, exact: true }).click({ timeout: 500 }));
  }

  async offline() {
    this.isOffline = !this.isOffline;
    await this.browser.context.setOffline(this.isOffline);
  }

  wait = (page, { span }) => this.moveTime(span);

  async clock(page, { wrong }) {
    this.site.state.wrong += wrong;
    await this.moveTime(0);
  }

  /** Pages that begin from now on have it so. */
  storage(page, { refuses }) {
    this.site.state.storage = refuses;
  }

  async kill(page, { after }) {
    await this.answer(page, { times: 1, share: 0 });
    await pause(after);
    const killed = await this.browser.kill();
    this.ledger.forgive(killed - MARGIN);
    this.isOffline = false;
    await this.browser.open();
    await this.begin();
  }

  async moveTime(span) {
    const { state } = this.site;
    state.skipped += span;
    await Promise.all(this.pages.map((page) => visit.ask(page, (to) => window.moveTime?.(to), state)));
  }

  /** Everything works again, and another page is opened. */
  async recover() {
    this.site.break(none);
    this.site.state.storage = undefined;
    await this.browser.context.setOffline(false);
    await this.open(this.random.of(PATHS));
    let found;
    for (let second = 0; second < HEALTH; second += 1) {
      await this.moveTime(1000);
      await pause(REPLY);
      if (second % LOOK) continue;
      const before = found;
      found = await this.ledger.compare(this.site.collector);
      // Once more, for what may come twice.
      if (before?.lost.length === 0 && found.lost.length === 0) break;
    }
    found = await this.ledger.compare(this.site.collector);
    return { ...found, given: this.ledger.given, undelivered: this.ledger.undelivered, asked: this.asked, problems: this.problems };
  }
}
