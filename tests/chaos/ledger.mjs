/**
 * What was given, by what the page announced, beside what is stored.
 */
const ROWS = `select r.id, r.state, r.rev, a.question, a.kind, a.choice, a.rating, a.text
  from response r left join answer a on a.response = r.id order by r.id, a.position`;

export class Ledger {
  shown = new Set();
  /** `{ response, question, value, at }`, the last of each question. */
  answers = new Map();
  undelivered = [];

  hear({ what, response, question, value, at, reason }) {
    if (what === "shown") this.shown.add(response);
    if (what === "answered") this.answers.set(`${response} ${question}`, { response, question, value, at });
    if (what === "undelivered") this.undelivered.push({ response, reason });
  }

  /** Only what was announced by then had to be on the disk. */
  forgive(from) {
    for (const [key, { at }] of this.answers) if (at > from) this.answers.delete(key);
  }

  get given() {
    return this.answers.size;
  }

  /** `lost` are answers that are not there or are others, `twice` what is there and was not given so often. */
  async compare(collector) {
    const rows = await collector.rows(ROWS);
    const answered = rows.filter(({ question }) => question);
    const lost = [...this.answers.values()].filter(
      ({ response, question, value }) => !answered.some((it) => it.id === response && it.question === question && says(it, value)),
    );
    const seen = new Set();
    const twice = answered.filter(({ id, question, kind }) => {
      const key = `${id} ${question} ${kind}`;
      const isKnown = !seen.has(key) && this.shown.has(id);
      seen.add(key);
      return !isKnown;
    });
    return { lost, twice, rows };
  }
}

const says = ({ choice, rating, text }, value) => value === undefined || [choice, rating, text].includes(value);
