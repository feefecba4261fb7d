/** Sentry's feedback form and nothing else of Sentry. It has no rating and no triggers: a text, when the page says so. */
import { feedbackIntegration, init } from "@sentry/browser";

const feedback = feedbackIntegration({ autoInject: false, showName: false, showEmail: false, enableScreenshot: false });
init({ dsn: `${location.protocol}//standin@${location.host}/1`, defaultIntegrations: false, integrations: [feedback] });

window.go = async () => {
  const form = await feedback.createForm();
  form.appendToDom();
  form.open();
};
