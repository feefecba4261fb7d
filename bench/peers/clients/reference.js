/**
 * The yardstick: what one would write by hand for one page and one question. A rating from 1 to 7 is
 * shown in the lower corner when the page asks for it, a press answers, and the answer is posted.
 *
 * Knows nothing of audiences, frequency, languages, themes or lost connections, and keeps nothing.
 */
const STYLE = `
#reference { position: fixed; right: 16px; bottom: 16px; width: 360px; padding: 20px; border-radius: 12px;
  background: #fff; color: #1d2330; font: 16px/1.4 system-ui, sans-serif; box-shadow: 0 8px 32px #0003; z-index: 1000; }
#reference h2 { margin: 0 24px 12px 0; font-size: 17px; }
#reference div { display: flex; gap: 6px; }
#reference div button { flex: 1; height: 44px; border: 1px solid #8b93a3; border-radius: 8px; background: none; font: inherit; }
#reference p { display: flex; justify-content: space-between; margin: 8px 0 0; font-size: 13px; color: #555d6d; }
#reference .close { position: absolute; top: 12px; right: 12px; border: 0; background: none; font: inherit; }
`;

const CARD = `
<h2 id="reference-question">How easy was it to solve your problem?</h2>
<div role="group" aria-labelledby="reference-question"></div>
<p><span>Very difficult</span><span>Very easy</span></p>
<button class="close" aria-label="Close">✕</button>
`;

document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));

function show() {
  if (document.querySelector("#reference")) return;
  const card = Object.assign(document.createElement("section"), { id: "reference", innerHTML: CARD });
  card.setAttribute("aria-label", "Feedback");
  const points = card.querySelector("div");
  for (let point = 1; point <= 7; point += 1) {
    points.append(Object.assign(document.createElement("button"), { textContent: point, onclick: () => answer(card, point) }));
  }
  card.querySelector(".close").onclick = () => card.remove();
  document.body.append(card);
}

function answer(card, rating) {
  const body = JSON.stringify({ rating, page: location.href });
  fetch("/answers", { method: "POST", headers: { "content-type": "application/json" }, body, keepalive: true }).catch(() => {});
  card.innerHTML = "<h2>Thank you for your feedback!</h2>";
}

window.go = show;
