/**
 * What scrolling costs each page in script: a wheel is turned as by a device, and the browser's own
 * account of its script, less what the page does in the same time when nobody touches it and less what
 * the page alone takes, is divided by the scroll events that the page got.
 */
import { median } from "../statistics.mjs";
import { openTab } from "./browser.mjs";

const ROUNDS = 5;

/** Milliseconds after which everybody is armed, in which timers of the last event are over, and of looking on. */
const ARMED = 5500;
const AFTER = 1800;
const IDLE = 3000;

/** Pixels, and how many of them a second. */
const DISTANCE = 1000;
const SPEED = 800;

/** Microseconds for each scroll event, one list for each of `sites`, whose first is that of the page alone. */
export async function scrollCosts(browser, sites) {
  const tabs = await Promise.all(sites.map((site) => armed(browser, site)));
  const idle = await Promise.all(tabs.map(idling));
  const marks = tabs.map(() => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, tab] of tabs.entries()) {
      marks[index].push(await mark(tab));
      await turn(tab, round % 2 === 0);
    }
  }
  await tabs[0].wait(AFTER);
  for (const [index, tab] of tabs.entries()) marks[index].push(await mark(tab));
  await Promise.all(tabs.map((tab) => tab.close()));
  // The first round, in which code is still being compiled, does not count.
  const costs = marks.map(([, ...counted], index) => median(counted.slice(1).map((it, before) => between(counted[before], it, idle[index]))));
  return costs.map((cost) => cost - costs[0]);
}

async function armed(browser, site) {
  const tab = await openTab(browser);
  await tab.page.goto(site.address);
  await tab.wait(1000);
  await tab.press({ x: 600, y: 20 });
  await tab.wait(ARMED);
  return tab;
}

/** Milliseconds of script in one millisecond. */
async function idling(tab) {
  const before = await tab.spent();
  await tab.wait(IDLE);
  return ((await tab.spent()).script - before.script) / IDLE;
}

const mark = async (tab) => ({ at: performance.now(), script: (await tab.spent()).script, scrolls: await tab.evaluate("scrolls") });

/** Microseconds for each scroll event between two marks; the timers that the last of them set are over by the second. */
const between = (one, other, idle) => ((other.script - one.script - idle * (other.at - one.at)) * 1000) / (other.scrolls - one.scrolls);

async function turn(tab, down) {
  await tab.page.bringToFront();
  const gesture = { x: 400, y: 300, yDistance: down ? -DISTANCE : DISTANCE, speed: SPEED, gestureSourceType: "mouse" };
  await tab.session.send("Input.synthesizeScrollGesture", gesture);
}
