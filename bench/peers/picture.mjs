/** The picture of README and docs/peers.md: four bar charts, one bar for each candidate, as SVG that reads without its colours. */

const CHARTS = [
  { title: "Bytes until a survey shows", unit: "KB", of: ({ first, show }) => show && (first.brotli + show.brotli) / 1000 },
  { title: "Main-thread work to load and arm", unit: "ms", of: (it) => it[1].loadTasks },
  { title: "From the trigger until it is painted", unit: "ms", of: (it) => it[1].painted },
  { title: "Press to next paint, slow processor", unit: "ms", of: (it) => it[4].press },
];

const COLOURS = {
  light: { ink: "#1d2330", soft: "#5a6272", ours: "#1f5fd6", other: "#98a1b3", line: "#d5d9e2" },
  dark: { ink: "#eef0f4", soft: "#a9b1c2", ours: "#7db0ff", other: "#6d778b", line: "#3a4150" },
};

const COLUMN = 470;
const ROW = 26;
const TOP = 64;
const NAMES = 118;
const BAR = 250;

/** `scheme` is `light` or `dark`; the ground is the page's own. */
export function pictureOf({ date, browser, figures }, scheme) {
  const colours = COLOURS[scheme];
  const height = TOP + figures.length * ROW + 24;
  const charts = CHARTS.map((chart, index) => chartOf(chart, figures, colours, (index % 2) * COLUMN, Math.floor(index / 2) * height));
  const total = 2 * height + 28;
  const told = CHARTS.map(({ title, unit, of }) => `${title}: ${figures.map((it) => `${it.title} ${spelled(of(it), unit)}`).join(", ")}.`).join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * COLUMN} ${total}" width="${2 * COLUMN}" height="${total}" role="img" aria-labelledby="title told" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif">
<title id="title">What asking costs a page: Effortlet beside others</title>
<desc id="told">${escaped(told)}</desc>
${charts.join("\n")}
<text x="16" y="${total - 12}" font-size="12" fill="${colours.soft}">Measured on ${date}, Chromium ${browser}; medians of one run, shorter is better. npm run bench:peers</text>
</svg>
`;
}

function chartOf({ title, unit, of }, figures, colours, left, top) {
  const values = figures.map(of);
  const largest = Math.max(...values.filter((value) => value !== undefined));
  const bars = figures.map((it, index) => barOf(it, values[index], { unit, largest, colours, y: TOP + index * ROW }));
  return `<g transform="translate(${left} ${top})">
<text x="16" y="34" font-size="16" font-weight="600" fill="${colours.ink}">${escaped(title)}, ${unit}</text>
<line x1="${NAMES + 12}" x2="${NAMES + 12}" y1="${TOP - 8}" y2="${TOP + figures.length * ROW - 4}" stroke="${colours.line}"/>
${bars.join("\n")}
</g>`;
}

function barOf({ id, title }, value, { unit, largest, colours, y }) {
  const ours = id === "effortlet";
  const width = value === undefined ? 0 : Math.max(1, (Math.max(value, 0) / largest) * BAR);
  const weight = ours ? ' font-weight="600"' : "";
  return `<text x="${NAMES}" y="${y + 12}" font-size="13" text-anchor="end" fill="${colours.ink}"${weight}>${escaped(title)}</text>
<rect x="${NAMES + 12}" y="${y}" width="${width.toFixed(1)}" height="16" rx="2" fill="${ours ? colours.ours : colours.other}"/>
<text x="${(NAMES + 20 + width).toFixed(1)}" y="${y + 12.5}" font-size="13" fill="${ours ? colours.ink : colours.soft}"${weight}>${spelled(value, unit)}</text>`;
}

const spelled = (value, unit) => (value === undefined ? "not shown" : `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`);

const escaped = (text) => text.replace(/[&<>]/g, (it) => `&#${it.charCodeAt(0)};`);
