//! One survey of a definition as its page asks it: because of the link, whoever opened it and however often.
//!
//! Takes of the link a rating and nothing else: what it said of a person or an article would be anybody's word.

use effortlet_core::address::parameter;
use effortlet_core::edition::EXPLAINED;
use effortlet_core::source::{is_selector, parse_json};
use effortlet_core::survey::Survey;
use effortlet_core::{definition, template};
use serde_json::{Map, Value, json};
use super::style::style;

/// What of a definition counts on this page. It is none of the help center's, and its answers come here.
const KEPT: [&str; 7] = ["version", "organization", "site", "page", "privacy", "defaultLocale", "theme"];

pub(super) struct Asking {
    pub(super) survey: String,
    /// Empty where the definition names none.
    pub(super) organization: String,
    /// What it is asked in.
    pub(super) language: String,
    /// What was chosen in the message, where it is a point of the first scale that is asked.
    pub(super) rating: Option<u8>,
    /// The id of the question with that scale; none where there is no scale.
    pub(super) rates: Option<String>,
    /// Whether that scale is what is asked first.
    pub(super) asks_rating_first: bool,
    /// The definition for the widget, as JSON.
    pub(super) definition: String,
    /// The team's colours, as a style sheet.
    pub(super) style: String,
}

impl Asking {
    /// Nothing where there is no such survey. `wanted` are languages, `address` is the page's.
    pub(super) fn of(text: &str, survey: &str, wanted: &str, address: &str) -> Option<Self> {
        let value = parse_json(text).ok()?;
        let (read, _) = definition::read(&value, &template::ALL, &EXPLAINED, is_selector);
        let survey = read.surveys.iter().find(|it| it.id == survey)?;
        let (rates, rating, asks_rating_first) = rating(survey, address);
        Some(Self {
            survey: survey.id.to_owned(),
            organization: read.organization.to_owned(),
            language: Some(survey.language(wanted, read.default_locale)).filter(|it| !it.is_empty()).unwrap_or_else(|| "en".to_owned()),
            rating,
            rates: rates.map(str::to_owned),
            asks_rating_first,
            definition: document(text, survey.id)?.to_string(),
            style: style(read.theme.as_ref()),
        })
    }
}

/// What `?rating=6` chooses, or `?effort=6` by the id of the question; none that is no point of its scale.
fn rating<'a>(survey: &Survey<'a>, address: &str) -> (Option<&'a str>, Option<u8>, bool) {
    let mut questions = survey.questions.all().iter().enumerate();
    let Some((index, question)) = questions.find(|(_, it)| it.asks.scale().is_some()) else { return (None, None, false) };
    let chosen = [question.id, "rating"].into_iter().find_map(|name| parameter(address, name)?.parse().ok());
    (Some(question.id), chosen.filter(|it| question.asks.suggested(*it).is_some()), index == 0)
}

/// The order of keys is kept, since a text's first language is one of them.
fn document(text: &str, survey: &str) -> Option<Value> {
    let mut document: Map<String, Value> = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    let surveys = document.remove("surveys")?;
    let mut survey = surveys.as_array()?.iter().find(|it| it.get("id").is_some_and(|id| id == survey))?.as_object()?.clone();
    document.retain(|key, _| KEPT.contains(&key.as_str()));
    survey.remove("audience");
    survey.insert("triggers".to_owned(), json!({ "link": {} }));
    survey.insert("frequency".to_owned(), json!({ "preset": "none" }));
    survey.insert("layout".to_owned(), json!({ "inline": { "selector": "#survey" } }));
    // That a page was opened says nothing: mail is opened by machines, and whom it was sent to only the mailer knows.
    document.insert("countShown".to_owned(), json!(false));
    document.insert("surveys".to_owned(), json!([survey]));
    Some(Value::Object(document))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFINITION: &str = r##"{ "version": 1, "organization": "Acme", "site": "shop", "endpoint": "https://other.example/", "origins": ["https://acme.example"],
        "helpCenter": { "article": "/s/:article" }, "sections": { "billing": ["/s/**"] }, "theme": { "accent": "#0b57d0" }, "surveys": [
        { "id": "mailed", "template": "resolution", "triggers": { "event": { "name": "x" } }, "audience": { "sample": { "percent": 0 } }, "layout": { "corner": "topStart" } },
        { "id": "later", "triggers": { "exitIntent": {} }, "questions": [
            { "id": "found", "kind": "yesNo", "text": { "ro": "Ai găsit?", "de": "Gefunden?" } },
            { "id": "ease", "kind": "effort", "text": "?", "scale": { "points": 5 } },
            { "id": "again", "kind": "effort", "text": "?" } ] },
        { "id": "words", "triggers": { "exitIntent": {} }, "questions": [{ "id": "why", "kind": "text", "text": "Why?" }] } ] }"##;

    fn asking(survey: &str, address: &str) -> Asking {
        Asking::of(DEFINITION, survey, "de,en", address).unwrap()
    }

    #[test]
    fn a_rating_of_the_first_scale_is_chosen_by_its_name_or_by_that_of_its_question() {
        for (survey, address, expected) in [
            ("mailed", "?rating=6", Some(6)),
            ("mailed", "?effort=2", Some(2)),
            ("mailed", "?effort=2&rating=6", Some(2)),
            ("mailed", "?rating=8", None),
            ("mailed", "?rating=0", None),
            ("mailed", "?rating=six", None),
            ("mailed", "?rating=-1", None),
            ("mailed", "?improve=6", None),
            ("mailed", "?", None),
            ("later", "?rating=5", Some(5)),
            ("later", "?ease=5", Some(5)),
            ("later", "?rating=6", None),
            ("later", "?again=5", None),
            ("words", "?rating=5", None),
        ] {
            assert_eq!(asking(survey, address).rating, expected, "{survey} {address}");
        }
        assert!(asking("mailed", "?").asks_rating_first);
        assert!(!asking("later", "?").asks_rating_first);
    }

    #[test]
    fn one_survey_is_asked_whoever_comes_however_often_and_here() {
        let made: Value = serde_json::from_str(&asking("mailed", "?").definition).unwrap();
        let expected = json!({
            "version": 1, "organization": "Acme", "site": "shop", "theme": { "accent": "#0b57d0" }, "countShown": false,
            "surveys": [{ "id": "mailed", "template": "resolution", "triggers": { "link": {} }, "frequency": { "preset": "none" },
                "layout": { "inline": { "selector": "#survey" } } }],
        });
        assert_eq!(made, expected);
    }

    /// Else its answers would be another version's.
    #[test]
    fn what_is_asked_here_is_of_the_version_that_is_asked_elsewhere() {
        let version = |text: &str, id: &str| {
            let value = parse_json(text).unwrap();
            let (read, problems) = definition::read(&value, &template::ALL, &EXPLAINED, is_selector);
            assert_eq!(problems, []);
            read.surveys.into_iter().find(|it| it.id == id).unwrap().version
        };
        for id in ["mailed", "later", "words"] {
            assert_eq!(version(&asking(id, "?").definition, id), version(DEFINITION, id), "{id}");
        }
    }

    #[test]
    fn it_is_asked_in_the_first_wanted_language_that_it_is_written_in() {
        for (wanted, expected) in [("de,en", "de"), ("fr,ro-md", "ro-md"), ("fr", "ro"), ("", "ro")] {
            assert_eq!(Asking::of(DEFINITION, "later", wanted, "?").unwrap().language, expected, "{wanted}");
        }
        assert_eq!(Asking::of(DEFINITION, "words", "", "?").unwrap().language, "en");
        assert!(Asking::of(DEFINITION, "nope", "de", "?").is_none());
    }
}
