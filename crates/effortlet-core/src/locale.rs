//! The nudge's own words, in the languages it speaks.

use crate::text::base;
use serde::Serialize;

/// The languages of the tables below and of the templates, in this order.
pub const LANGUAGES: [&str; 3] = ["en", "ro", "ru"];

/// What the nudge says beside the questions.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Labels {
    /// The name of the nudge as a region of the page.
    pub region: &'static str,
    pub close: &'static str,
    pub back: &'static str,
    pub next: &'static str,
    pub send: &'static str,
    pub skip: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub optional: &'static str,
    /// Between a rating and the number of points: "6 of 7".
    pub of: &'static str,
    pub thanks: &'static str,
    /// Asks for an answer that is missing.
    pub missing: &'static str,
    /// Says that a text is longer than may be sent.
    pub too_long: &'static str,
}

static LABELS: [Labels; 3] = [
    Labels {
        region: "Feedback",
        close: "Close",
        back: "Back",
        next: "Next",
        send: "Send",
        skip: "Skip",
        yes: "Yes",
        no: "No",
        optional: "optional",
        of: "of",
        thanks: "Thank you for your feedback!",
        missing: "Please give an answer first.",
        too_long: "Please shorten your text.",
    },
    Labels {
        region: "Părerea ta",
        close: "Închide",
        back: "Înapoi",
        next: "Continuă",
        send: "Trimite",
        skip: "Omite",
        yes: "Da",
        no: "Nu",
        optional: "opțional",
        of: "din",
        thanks: "Îți mulțumim pentru răspuns!",
        missing: "Te rugăm să răspunzi mai întâi.",
        too_long: "Te rugăm să scurtezi textul.",
    },
    Labels {
        region: "Ваш отзыв",
        close: "Закрыть",
        back: "Назад",
        next: "Далее",
        send: "Отправить",
        skip: "Пропустить",
        yes: "Да",
        no: "Нет",
        optional: "необязательно",
        of: "из",
        thanks: "Спасибо за ваш отзыв!",
        missing: "Пожалуйста, сначала ответьте.",
        too_long: "Пожалуйста, сократите текст.",
    },
];

/// The words in a language or its base (`ro` for `ro-md`), else in English.
pub fn labels(language: &str) -> &'static Labels {
    let base = base(language);
    let [english, ..] = &LABELS;
    let known = LANGUAGES.iter().position(|known| *known == base);
    known.and_then(|index| LABELS.get(index)).unwrap_or(english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_finds_its_own_words_or_english() {
        for (language, yes) in [("en", "Yes"), ("ro", "Da"), ("ro-md", "Da"), ("ru", "Да"), ("xx", "Yes"), ("", "Yes")] {
            assert_eq!(labels(language).yes, yes, "{language}");
        }
    }
}
