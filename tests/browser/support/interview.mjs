/** The help center's survey as a visitor answers it: what it asks, what is kept of it, and how it begins. */
import { definition, pageWith, survey } from "./definitions.mjs";
import { stage } from "./stage.mjs";
import { announcements, asked, nudge, open } from "./visitor.mjs";

export const FOUND = "Did you find the information you needed?";
export const HELPED = "To what extent do you agree or disagree: Acme helped me find a solution to my problem.";
export const SOUGHT = "What were you looking for?";
export const IMPROVE = "Is there anything we could do to improve this section?";
export const THANKS = "Thank you for your feedback!";

export const ON_GO = survey({ event: { name: "go" } });
export const BODY = '<h1>Refunds</h1><label>Search <input></label> <button>A button of the page</button>';

/** A visitor who is just being asked. */
export async function beAsked(tabAt, path = "/") {
  const { page, seen } = await tabAt();
  await open(page, path);
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
  return { page, seen };
}

export async function begin(t, more) {
  const it = await stage(t, { definition: definition(ON_GO), pages: { "/": pageWith({ body: BODY }) }, ...more });
  const heard = await announcements(it.context);
  return { ...it, heard, ...(await beAsked(it.tabAt)) };
}

/** What is kept of all answers, in the order they were given. */
export const answersIn = (collector) =>
  collector.rows("select question, choice, rating, points, easy_is, text from answer order by response, position");
export const responsesIn = (collector) => collector.rows("select * from response");

export const chosen = (choice) => ({ question: "found", choice, rating: null, points: null, easy_is: null, text: null });
export const rated = (rating) => ({ question: "effort", choice: null, rating, points: 7, easy_is: "high", text: null });
export const wrote = (question, text) => ({ question, choice: null, rating: null, points: null, easy_is: null, text });

/** One way of using the nudge: how a button is pressed, a rating chosen, a text sent. */
export const BY_MOUSE = {
  press: (page, name) => nudge(page).getByRole("button", { name, exact: true }).click(),
  rate: (page, rating) => nudge(page).getByRole("radio", { name: `${rating} of 7` }).click(),
  async write(page, text) {
    await nudge(page).getByRole("textbox").click();
    await page.keyboard.type(text);
    await BY_MOUSE.press(page, "Send");
  },
};

/** Answers all that is asked, once it is asked, by mouse. */
export async function answerAll(page) {
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await asked(page, HELPED);
  await nudge(page).getByRole("radio", { name: "6 of 7" }).click();
  await asked(page, IMPROVE);
  await nudge(page).getByRole("textbox").fill("Shorter words");
  await nudge(page).getByRole("button", { name: "Send" }).click();
  await asked(page, THANKS);
}
