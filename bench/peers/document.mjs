/** docs/peers.md, as it follows from one run: the tables, how they were made, and what stood in for whom. */

export function pageOf(results, tables) {
  const { date, runs, browser, figures } = results;
  const versions = figures.map(({ title, what }) => `- ${title}: ${what}`).join("\n");
  return `# Beside others

What a help center's page pays for asking, measured in one run: ours, a survey written by hand for this one page, and what else teams ask with, from npm. \`npm run bench:peers\` measures all of it anew in some ten minutes and writes this page and its picture; nothing here is copied from elsewhere.

Measured on ${date} in Chromium ${browser}, medians of ${runs} visits each:

${versions}

${PICTURE}

## What we aim at

${tables.aims}

## Bytes

In KB of 1000 bytes, by all answers that a first visitor's browser gets beside the page itself. “As brotli” is at the highest quality and without headers.

${tables.bytes}

## Time

In milliseconds; in brackets, how many times that of the survey written by hand. What the page alone takes is taken off loading and arming. ${tables.alone}

${tables[1]}

The same on a processor four times slower, as Chromium plays it:

${tables[4]}
${atOnce(figures)}
## Scrolling and memory

${tables.rest}

Scrolling is by a wheel as from a device; what a page does in the same time untouched is taken off. What is around zero or below it is lost in the noise, which is some microseconds either way for all. Memory is counted after a collection, on a second page view, less that of the page alone. A wasm's memory is whole pages of 64 KB.

## A month

1,000 visitors with 12 page views each, on 4 visits spread over 30 days, made up from a seed. On one page view in four a trigger comes. Of those who are asked 20 % answer, 30 % close the nudge and 50 % ignore it; all are left alone afterwards as the polite frequency says. A browser keeps what it may keep for the month. The same visitors are asked by all.

${tables.month.map(monthText).join("\n\n")}

Ours has more kinds of page view than two, each measured by itself:

${tables.kinds}

Who is in a sample is drawn once the first page listens, and who is not loads the script tag's file alone from then on, and all of it once a day; a polite survey leaves visitors alone once they were asked. Others load all of it on each view, whoever may be asked; their samples and quiet times are their servers' or their own, and change nothing of what is loaded here.

${METHOD}`;
}

const PICTURE = `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="peers-dark.svg">
  <img src="peers.svg" alt="Four bar charts; their numbers are in the tables below">
</picture>`;

function atOnce(figures) {
  const posthog = figures.find(({ id }) => id === "posthog");
  if (!posthog?.atOnce) return "";
  return `
PostHog looks once a second whether a survey is due, and most of its time to be painted is waiting for that; the moments of asking are spread evenly over that second. Where the page calls \`displaySurvey\` itself, past all conditions, it is painted after ${posthog.atOnce.toFixed(1)} ms at full speed.
`;
}

function monthText({ percent, asked, text }) {
  const who = percent === 100 ? "Everybody may be asked" : `${percent} % of visitors may be asked`;
  return `### ${who}\n\nOf 12,000 page views ${asked} have a survey shown.\n\n${text}`;
}

const METHOD = `## How it is measured

- **The page** is the same for all: 40 paragraphs and a button, each candidate at an address of its own on this machine, every visit in a new profile. Answers are packed with brotli at its highest quality and come at once, so that a network is no part of it: who loads more, or asks a server first, is slower still where people are.
- **The question** is a rating from 1 to 7 in all but Sentry's form, which has a text. Each is in the lightest form that its makers publish and that shows it, bundled and minified by esbuild as a team would.
- **Interleaved**: all candidates in turn, then again, each of them the first of a turn, so that a drift of the machine hits all. One turn before does not count. Absolute times are those of this machine and day; ratios travel better.
- **Load and arm** is Chromium's own account of script (\`ScriptDuration\`) and of all tasks of the main thread (\`TaskDuration\`) from the navigation until the page has long been quiet, less that of the page alone; both in time of the processor, which leaves out the moments that other programs had it. Script has what the browser calls, but not what goes on after a promise, which is most of ours and some of others'; all tasks have that too, and compare better.
- **Trigger to painted** begins with the call that a page makes to have it asked, at moments spread evenly over the time between two frames, the same for all. A card counts as painted with the first frame in which it has a box and is seen, at an opacity above 0.05; a frame is over in the first task after its animation callbacks.
- **Press to next paint** is from the time stamp of a real press on an answer until the next frame.
- **Tasks over 50 ms** are those that the browser reports by itself, from the navigation to the answer, the page's own among them.

## What stood in for whom

- **PostHog**: its slim build with the extensions for surveys. It asks its server for \`/array/TOKEN/config.js\`, then loads \`/static/VERSION/surveys.js\`, which is the file of the package here, and asks for \`/api/surveys/\` and \`/flags/\`. A stand-in answers all of them in the shape that the package reads. Capturing clicks, page leaves and recordings is off. Without a window Chromium counts as a robot for it, which is switched off.
- **Sprig**: the part \`core\` of its package, without session replay. It reads \`/sdk/1/environments/ID/config\` on each page view and posts each event to \`/sdk/1/visitors/ID/events\`; the answer is the survey to show. A stand-in answers both with what the package reads. The real server's distance comes on top of trigger to painted.
- **SurveyJS**: the popup of survey-js-ui, with the style sheet without fonts. It has no triggers: a press on a number only chooses it, and all is sent by another button.
- **Sentry**: \`@sentry/browser\` with its feedback form and no other integration. It has no triggers and no ratings; what is pressed is the button that sends a text. It is created when it is asked for, as its guide does.
- **Written by hand**: [clients/reference.js](../bench/peers/clients/reference.js), some fifty lines that know one question, keep nothing and try once.

All of them could be made to show a survey without their servers. What their servers would decide is not measured, and nothing is guessed.
`;
