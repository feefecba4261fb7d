// A browser that tests drive looks like a bot to it.
const hideFromBots = false;

CookieConsent.run({
  hideFromBots,
  categories: { necessary: { enabled: true, readOnly: true }, functionality: {} },
  guiOptions: { consentModal: { layout: "box", position: "bottom left" } },
  language: {
    default: "en",
    translations: {
      en: {
        consentModal: { title: "We use cookies", description: "Some are needed, some help.", acceptAllBtn: "Accept all", acceptNecessaryBtn: "Reject all" },
        preferencesModal: { title: "Cookies", sections: [{ title: "Helpful", linkedCategory: "functionality" }] },
      },
    },
  },
});
