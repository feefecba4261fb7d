/** A survey, and answers to it as a widget posts them. */
import assert from "node:assert/strict";
import { definition } from "./definitions.mjs";

/** A survey that asks for a rating and a few words. */
export const ASKED = definition({
  id: "help-center",
  version: "1",
  triggers: { exitIntent: {} },
  questions: [
    { id: "found", kind: "yesNo", text: "Did you find it?" },
    { id: "effort", kind: "effort", text: "Acme made it easy" },
    { id: "improve", kind: "text", text: "What could be better?" },
  ],
});

export const response = (number, rating, text) => ({
  schema: 1, id: `0193f7a0-0000-7000-8000-${String(number).padStart(12, "0")}`, rev: 1, state: "complete",
  survey: "help-center", surveyVersion: "1", trigger: "scroll", locale: "en", context: {},
  answers: [
    { question: "found", kind: "yesNo", value: rating > 4 ? "yes" : "no" },
    { question: "effort", kind: "effort", value: rating, points: 7, easyIs: "high" },
    { question: "improve", kind: "text", value: text ?? `Shorter sentences, please (${number})` },
  ],
  page: { url: "https://acme.example/help/billing/refunds", title: "Refunds", section: "billing", article: "refunds" },
  timing: { shownAt: "2026-03-02T12:00:00.000Z", answeredAt: "2026-03-02T12:00:09.000Z" },
});

export async function answer(collector, numbers, rating) {
  const body = JSON.stringify(numbers.map((it) => response(it, rating)));
  const reply = await fetch(`${collector.address}/v1/responses`, { method: "POST", headers: { "content-type": "application/json" }, body });
  assert.equal(reply.status, 200, await reply.text());
}

export const from = (first, count) => Array.from({ length: count }, (_, index) => first + index);
