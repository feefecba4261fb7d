/**
 * A support conversation from a script in the page; nothing is sent to anybody.
 * Tells Effortlet when the visitor first writes and when the matter is solved.
 */
const root = document.querySelector("[data-chat]");
const script = JSON.parse(root.querySelector("[data-script]").textContent);
const log = root.querySelector("[data-log]");
const choices = root.querySelector("[data-choices]");
const form = root.querySelector("[data-form]");

/** A person's pause before the answer, in milliseconds. */
const THINKING = 700;
let contacted = false;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = form.message.value.trim();
  if (!text) return;
  form.reset();
  ask(text, answerTo(text));
});

say("agent", script.greeting);
offerQuestions();

function offerQuestions() {
  offer(Object.values(script.questions).map(({ question, answer }) => [question, () => ask(question, answer)]));
}

function ask(text, answer) {
  if (!contacted) track("supportContacted");
  contacted = true;
  form.hidden = true;
  say("visitor", text);
  reply(answer, () =>
    offer([
      [script.solved, solved],
      [script.unsolved, unsolved],
    ]),
  );
}

function solved() {
  say("visitor", script.solved);
  reply(script.afterSolved, () => {
    offer([[script.another, again]]);
    track("supportResolved");
  });
}

function unsolved() {
  say("visitor", script.unsolved);
  reply(script.afterUnsolved, again);
}

function again() {
  form.hidden = false;
  offerQuestions();
}

/** The first question whose key words the text has; each key word is the beginning of a word. */
function answerTo(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const known = Object.values(script.questions).find(({ words: keys }) =>
    keys.split(" ").some((key) => words.some((word) => word.startsWith(key))),
  );
  return known?.answer ?? script.fallback;
}

function reply(text, then) {
  choices.replaceChildren();
  log.focus({ preventScroll: true });
  const thinking = say("agent thinking", "…");
  setTimeout(() => {
    thinking.remove();
    say("agent", text);
    then();
  }, THINKING);
}

function say(who, text) {
  const name = Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: `${who === "visitor" ? script.you : script.agent}: ` });
  const message = Object.assign(document.createElement("p"), { className: `message ${who}` });
  message.append(name, text);
  log.append(message);
  log.scrollTop = log.scrollHeight;
  return message;
}

/** Buttons to press; the first has the focus when the keyboard was in the conversation. */
function offer(pairs) {
  const within = root.contains(document.activeElement);
  choices.replaceChildren(
    ...pairs.map(([text, act]) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "chip", textContent: text });
      button.addEventListener("click", act);
      return button;
    }),
  );
  if (within) choices.firstElementChild.focus({ preventScroll: true });
}

function track(name) {
  globalThis.effortlet?.("track", name);
}
