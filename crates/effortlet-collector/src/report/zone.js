// Writes moments in the reader's own zone and in the page's language. Without it they are in UTC, and say so.

/** English as the server writes it: the order of a date is ours, its words are the browser's. */
const LOCALES = { en: "en-US" };

const HAS_TIME = /T\d\d:\d\d/;

export function localize(page) {
  const { lang } = document.documentElement;
  const format = new Intl.DateTimeFormat(LOCALES[lang] ?? lang, {
    day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  for (const time of page.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (!HAS_TIME.test(time.dateTime) || Number.isNaN(at.getTime())) continue;
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    time.title = time.textContent;
    time.textContent = `${parts.day} ${parts.month} ${parts.year}, ${parts.hour}:${parts.minute}`;
  }
}

localize(document);
