/** SurveyJS's popup. It has no triggers of its own: the page says when. */
import { Model } from "survey-core";
import { renderPopupSurvey } from "survey-js-ui";
import "survey-core/survey-core.fontless.min.css";

const survey = new Model({
  title: "Feedback",
  completedHtml: "<p>Thank you for your feedback!</p>",
  elements: [
    {
      type: "rating",
      name: "effort",
      title: "How easy was it to solve your problem?",
      rateMin: 1,
      rateMax: 7,
      minRateDescription: "Very difficult",
      maxRateDescription: "Very easy",
    },
  ],
});
survey.onComplete.add(({ data }) => fetch("/answers", { method: "POST", body: JSON.stringify(data), keepalive: true }).catch(() => {}));
const place = document.body.appendChild(document.createElement("div"));

window.go = () => renderPopupSurvey(survey, place, { isExpanded: true });
