/** `src/fallback/lease.js` on simulated devices, where what happens once in a million visits happens often. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openLease } from "../../src/fallback/lease.js";
import { startDevice } from "./device.mjs";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A tab that asks when it is told to, and notes from when until when it showed something. */
function openTab(device, displays) {
  const tab = device.openTab();
  const told = [];
  let lease;
  let display;

  const close = () => {
    if (display) display.to = tab.here();
    display = undefined;
  };
  const ask = (stall) => {
    tab.stall = stall;
    lease ??= openLease();
    lease.claim((isOurs) => {
      told.push(isOurs);
      if (!isOurs || display) return;
      display = { tab, from: tab.here(), to: Infinity };
      displays.push(display);
    });
    tab.stall = 0;
  };
  const stop = () => {
    close();
    lease.release();
  };
  const end = () => {
    close();
    tab.alive = false;
  };
  return Object.assign(tab, {
    told,
    ask: (stall = 0) => tab.task(() => display || ask(stall)),
    stop: () => tab.task(stop),
    dismiss: () => tab.task(() => display && stop()),
    /** Is busy with something else for so long. */
    stand: (span) => tab.task(() => {
      tab.stall = span;
      window.localStorage.getItem("");
    }),
    leave: () => tab.task(() => (tab.hide(), end())),
    crash: () => tab.task(end),
  });
}

/** The first two displays of different tabs at one moment. */
function overlap(displays) {
  const sorted = displays.toSorted((one, other) => one.from - other.from);
  return sorted.flatMap((it, index) => sorted.slice(index + 1).filter((other) => other.tab !== it.tab && other.from < it.to))[0];
}

/** Five minutes of everything that can go wrong. */
function hardTimes(device, displays) {
  const { random, later } = device;
  const tabs = Array.from({ length: 2 + random() * 5 }, () => openTab(device, displays));
  const any = (all) => all[Math.floor(random() * all.length)];
  const acts = [
    // Several within a moment, one of which may stand still between finding it free and writing.
    () => tabs.forEach((tab) => random() < 0.7 && later(random() * 400, () => tab.ask(random() < 0.2 ? random() * 10 * SECOND : 0))),
    () => any(tabs).ask(),
    () => tabs.forEach((tab) => random() < 0.5 && tab.dismiss()),
    () => tabs.forEach((tab) => (tab.hidden = random() < 0.5)),
    () => device.moveClock((random() - 0.5) * any([SECOND, MINUTE, 2 * HOUR])),
    () => any([any(tabs).crash, any(tabs).leave, () => {}, () => {}])(),
  ];
  for (let times = 0; times < 60; times += 1) later(random() * 5 * MINUTE, any(acts));
  device.run(5 * MINUTE);
  return tabs;
}

test("however late writes arrive, tabs stand still and the clock moves, two tabs never both show", () => {
  let shown = 0;
  for (let seed = 1; seed <= 3000; seed += 1) {
    const displays = [];
    hardTimes(startDevice(seed), displays);
    assert.equal(overlap(displays), undefined, `seed ${seed}`);
    shown += displays.length;
  }
  assert.ok(shown > 10_000, `${shown} displays`);
});

test("whatever happened before, within a minute after the last tab is gone another one shows", () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const device = startDevice(seed);
    const tabs = hardTimes(device, []);
    tabs.forEach((tab) => tab.crash());
    device.moveClock((device.random() - 0.5) * HOUR);
    const last = openTab(device, []);
    for (const wait of [31 * SECOND, 30 * SECOND]) {
      device.run(wait);
      last.ask();
    }
    device.run(SECOND);
    assert.ok(last.told.includes(true), `seed ${seed}`);
  }
});

test("of tabs that ask in the same moment exactly one shows", () => {
  for (let seed = 1; seed <= 1000; seed += 1) {
    const device = startDevice(seed);
    const displays = [];
    const tabs = Array.from({ length: 2 + (seed % 19) }, () => openTab(device, displays));
    tabs.forEach((tab) => tab.ask());
    device.run(SECOND);
    assert.equal(displays.length, 1, `seed ${seed}`);
    assert.deepEqual(tabs.map(({ told }) => told.length), tabs.map(() => 1), `seed ${seed}`);
  }
});

/** Two tabs, the first of which shows something. */
function twoTabs() {
  const device = startDevice(1);
  const [first, second] = [openTab(device, []), openTab(device, [])];
  first.ask();
  device.run(SECOND);
  assert.deepEqual(first.told, [true]);
  return { device, first, second };
}

test("a tab that is left makes the way free at once", () => {
  const { device, first, second } = twoTabs();
  first.leave();
  device.run(200);
  second.ask();
  device.run(SECOND);
  assert.deepEqual(second.told, [true]);
});

test("a lease is renewed, so that its owner need not be there to answer", () => {
  const { device, first, second } = twoTabs();
  device.run(5 * MINUTE);
  first.stand(15 * SECOND);
  device.run(SECOND);
  second.ask();
  device.run(MINUTE);
  assert.deepEqual(second.told, [false]);
});

test("a tab that lets go of what another one has takes nothing from it", () => {
  const { device, first, second } = twoTabs();
  second.ask();
  device.run(SECOND);
  first.stand(10 * SECOND);
  second.stop();
  device.run(SECOND);
  second.ask();
  device.run(MINUTE);
  assert.deepEqual(second.told, [false, false]);
});

test("an owner that stood still until another tab took over leaves it that, and takes it back after", () => {
  const { device, first, second } = twoTabs();
  first.stand(MINUTE);
  device.run(40 * SECOND);
  second.ask();
  device.run(5 * MINUTE);
  assert.deepEqual(second.told, [true]);
  assert.ok(first.writes + second.writes < 50, `${first.writes} and ${second.writes} writes`);
  second.dismiss();
  device.run(SECOND);
  const third = openTab(device, []);
  third.ask();
  device.run(SECOND);
  assert.deepEqual(third.told, [false]);
});
