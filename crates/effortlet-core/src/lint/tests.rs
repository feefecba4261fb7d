use super::lint_json;
use crate::definition;
use crate::edition::EXPLAINED;
use crate::source::{Value, is_selector};
use crate::template;
use serde_json::{Value as Json, json};

/// What is said of an effort question with these words, where `high` is easy and where `low` is.
fn said(text: &Json, labels: &Json) -> [Option<String>; 2] {
    ["high", "low"].map(|easy_is| {
        let question = json!({ "id": "q", "kind": "effort", "text": text, "scale": { "labels": labels, "easyIs": easy_is } });
        let survey = json!({ "id": "s", "questions": [question], "triggers": { "exitIntent": {} } });
        let document = json!({ "version": 1, "surveys": [survey] }).to_string();
        assert_eq!(definition::check_json(&document).1, [], "{document}");
        let warnings = lint_json(&document);
        assert!(warnings.len() <= 1, "{warnings:?}");
        let other = if easy_is == "high" { "low, since this says that a higher point means more" } else { "high, since this says that a higher point means less" };
        warnings.first().map(|warning| {
            assert_eq!(warning.expected, format!("easyIs of its scale to be {other} effort"));
            warning.place.replace("surveys[0].questions[0].", "")
        })
    })
}

/// Where the direction is the one, the other, and what says so; or neither is sure.
#[derive(Clone, Copy)]
enum Says {
    Easy(&'static str),
    Hard(&'static str),
    Nothing,
}
use Says::{Easy, Hard, Nothing};

const TEXT: &str = "text";
const LOW: &str = "scale.labels[0]";
const HIGH: &str = "scale.labels[1]";

fn check(text: Json, labels: Json, says: Says) {
    let expected = match says {
        Easy(place) => [None, Some(place.to_owned())],
        Hard(place) => [Some(place.to_owned()), None],
        Nothing => [None, None],
    };
    assert_eq!(said(&text, &labels), expected, "{text} {labels}");
}

#[test]
fn a_text_that_says_the_opposite_of_the_direction_is_warned_about_and_no_other_is() {
    for (text, says) in [
        ("How easy was it to contact support?", Easy(TEXT)),
        ("HOW EASY was it?", Easy(TEXT)),
        ("How easily did you find it?", Easy(TEXT)),
        ("Tell us how easy it was.", Easy(TEXT)),
        ("{organization} made it easy for me to find what I needed.", Easy(TEXT)),
        ("Was it easy to find?", Easy(TEXT)),
        ("How easy was it to replace your hard drive?", Easy(TEXT)),
        ("How easy was it to solve a difficult problem?", Easy(TEXT)),
        ("How hard was it to find?", Hard(TEXT)),
        ("How difficult was it to find an easy answer?", Hard(TEXT)),
        ("How much effort did you personally have to put forth to handle your request?", Hard(TEXT)),
        ("{organization} made it difficult for me to find what I needed.", Hard(TEXT)),
        ("How easy or difficult was it?", Nothing),
        ("How difficult or easy was it?", Nothing),
        ("How difficult/easy was it?", Nothing),
        ("How hard or how easy was it?", Nothing),
        ("How easy was it, and how difficult was it to leave?", Nothing),
        ("How much effort did we save you?", Nothing),
        ("How much effort was saved?", Nothing),
        ("How hard did our team try to help you?", Nothing),
        ("How much effort did our team put into helping you?", Nothing),
        ("{organization} didn’t make it easy. It was easy elsewhere.", Nothing),
        ("It was not that it was hard.", Nothing),
        ("How was it?", Nothing),
        ("How satisfied are you with our easy setup?", Nothing),
        ("The hard part is over. How did it go?", Nothing),
        ("Show easy articles?", Nothing),
    ] {
        let text = text.replace("{organization}", "Acme");
        check(json!(text), json!(null), says);
        check(json!({ "en-GB": text }), json!(null), match says {
            Easy(_) => Easy("text.en-GB"),
            Hard(_) => Hard("text.en-GB"),
            Nothing => Nothing,
        });
        check(json!({ "sv": text }), json!(null), Nothing);
    }
}

#[test]
fn what_the_ends_of_a_scale_mean_counts_for_more_than_the_text() {
    for (text, low, high, says) in [
        ("How was it?", "Very easy", "Very difficult", Hard(LOW)),
        ("How was it?", "Very hard", "Very easy", Easy(LOW)),
        ("How was it?", "1", "Easy", Easy(HIGH)),
        ("How was it?", "Good", "A lot of effort", Hard(HIGH)),
        ("How hard was it?", "Very hard", "Very easy", Easy(LOW)),
        ("How easy was it?", "Very easy", "Very hard", Hard(LOW)),
        ("How was it?", "Not at all easy", "Extremely easy", Easy(LOW)),
        ("How was it?", "Not difficult", "Difficult", Hard(LOW)),
        ("How was it?", "Very low effort", "Very high effort", Hard(LOW)),
        ("How hard was it?", "Not at all", "Extremely", Hard(TEXT)),
        ("It was easy to find.", "Strongly disagree", "Strongly agree", Easy(TEXT)),
        ("It was easy to find.", "Strongly agree", "Strongly disagree", Hard(TEXT)),
        ("It was hard to find.", "Strongly disagree", "Strongly agree", Hard(TEXT)),
        ("How easy was it?", "Great", "Terrible", Nothing),
        ("How was it?", "Easy", "Very easy", Nothing),
        ("How was it?", "Hardly", "Entirely", Nothing),
        ("How was it?", "Neither easy nor hard", "Good", Nothing),
        ("How was it?", "Hard to say", "Good", Nothing),
        ("How was it?", "Anything but easy", "Good", Nothing),
    ] {
        check(json!(text), json!([low, high]), says);
    }
    check(json!("How was it?"), json!(["Easy", "2", "3", "4", "5", "6", "Hard"]), Hard(LOW));
}

#[test]
fn each_language_is_understood_by_its_own_words_alone() {
    for (language, text, labels, says) in [
        ("ro", "Cât de greu a fost?", None, Hard(TEXT)),
        ("ro", "Cat de usor v-a fost?", None, Easy(TEXT)),
        ("ro", "Cât de ușor sau greu a fost?", None, Nothing),
        ("ro", "Cum a fost?", Some(["Foarte ușor", "Foarte greu"]), Hard(LOW)),
        ("ro", "Cum a fost?", Some(["Deloc ușor", "Foarte ușor"]), Easy(LOW)),
        ("ru", "Насколько сложно было найти?", None, Hard(TEXT)),
        ("ru", "Насколько легко или трудно было найти?", None, Nothing),
        ("ru", "Как прошло?", Some(["Просто ужасно", "Отлично"]), Nothing),
        ("ru", "Как прошло?", Some(["Не легко", "Отлично"]), Easy(LOW)),
        ("uk", "Наскільки важко було?", None, Hard(TEXT)),
        ("de", "Wie schwer war es?", None, Hard(TEXT)),
        ("de", "Wie schwierig oder einfach war es?", None, Nothing),
        ("de", "Wie war es?", Some(["Sehr einfach", "Sehr schwierig"]), Hard(LOW)),
        ("fr", "A-t-il été difficile de trouver ?", None, Hard(TEXT)),
        ("fr", "A-t-il été facile ou difficile de trouver ?", None, Nothing),
        ("fr", "Et alors ?", Some(["Pas facile", "Facile"]), Easy(LOW)),
        ("es", "¿Qué tan difícil fue?", None, Hard(TEXT)),
        ("es", "¿Cómo fue?", Some(["Nada fácil", "Muy fácil"]), Easy(LOW)),
        ("it", "È stato difficile trovarlo?", None, Hard(TEXT)),
        ("pt", "Foi difícil encontrar?", None, Hard(TEXT)),
        ("pt-BR", "Não foi fácil encontrar?", None, Nothing),
        ("pl", "Jak trudno było znaleźć?", None, Hard(TEXT)),
        ("he", "עד כמה היה קשה למצוא?", None, Hard(TEXT)),
        ("ar", "ما مدى صعوبة ذلك؟", None, Hard(TEXT)),
        ("ro", "How hard was it?", None, Nothing),
    ] {
        let labels = labels.map_or(json!(null), |[low, high]| json!([{ language: low }, { language: high }]));
        let at = |place: &'static str| -> &'static str { format!("{place}.{language}").leak() };
        check(json!({ language: text }), labels, match says {
            Easy(place) => Easy(at(place)),
            Hard(place) => Hard(at(place)),
            Nothing => Nothing,
        });
    }
    // Without a language a text may be in any.
    check(json!("Cât de greu a fost?"), json!(null), Hard(TEXT));
    check(json!("Et alors ?"), json!(["Facile", "Difficile"]), Hard(LOW));
    // It is easy in French, but not in what else it may be.
    check(json!("Et alors ?"), json!(["Pas facile", "?"]), Nothing);
}

/// Each template is right, and would be wrong the other way round, in each of its languages.
#[test]
fn the_templates_say_what_their_scales_mean_and_a_changed_direction_is_found() {
    let survey = |id: &str, changes: Json| json!({ "id": id, "template": id, "questions": changes, "triggers": { "exitIntent": {} } });
    let lint = |survey: Json| lint_json(&json!({ "version": 1, "organization": "Acme", "surveys": [survey] }).to_string());
    for template in template::ALL.one_or_many() {
        let id = template.field("id").text_or_empty();
        assert_eq!(lint(survey(id, json!([]))), [], "{id}");
        let places: Vec<_> = lint(survey(id, json!([{ "id": "effort", "scale": { "easyIs": "low" } }]))).into_iter().map(|it| it.place).collect();
        // That one asks whether the help center helped.
        let expected: &[&str] = if id == "help-center" { &[] } else { &["surveys[0].questions[0].scale.easyIs"] };
        assert_eq!(places, expected, "{id}");
    }
    let words: Vec<_> = template::ALL.one_or_many().iter().skip(1).flat_map(|it| it.field("questions").items()).collect();
    let mut understood = 0;
    for text in words.iter().filter(|it| it.field("kind").text() == Some("effort")).flat_map(|it| it.field("text").entries()) {
        let (language, text) = (&text.0, text.1.text_or_empty().replace("{organization}", "Acme"));
        check(json!({ language: text }), json!(null), Easy(format!("text.{language}").leak()));
        understood += 1;
    }
    assert_eq!(understood, 4 * 12);
}

#[test]
fn what_is_no_effort_question_or_has_a_mistake_is_not_looked_at() {
    let document = json!({ "version": 1, "surveys": [
        { "id": "a", "questions": [{ "id": "q", "kind": "text", "text": "How hard was it?" }], "triggers": { "exitIntent": {} } },
        { "id": "b", "questions": [{ "id": "q", "kind": "effort", "text": "How hard was it?" }], "triggers": {} },
        { "id": "c", "questions": [{ "id": "p", "kind": "yesNo", "text": "?" }, { "id": "q", "kind": "effort", "text": "How hard was it?" }], "triggers": { "exitIntent": {} } },
    ] });
    let document = Value::from(&document);
    let (definition, problems) = definition::read(&document, &template::ALL, &EXPLAINED, is_selector);
    assert_eq!(problems.len(), 1);
    let places: Vec<_> = super::lint(&document, &definition).into_iter().map(|it| it.place).collect();
    assert_eq!(places, ["surveys[2].questions[1].text"]);
}
