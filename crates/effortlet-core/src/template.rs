//! The ready surveys as a browser gets them, with every language at once.
//!
//! They are data beside the nudge's own words in `src/`: the wasm is given those in the languages
//! of its page.

use crate::source::Value;
use serde_json::{Value as Json, from_str};
use std::sync::LazyLock;

const TEMPLATES: [&str; 2] =
    [include_str!("../../../src/templates.json"), include_str!("../../../src/templates-more.json")];

/// Where a language's texts are, by the English ones.
const LANGUAGES: [(&str, &str); 11] = [
    ("ar", include_str!("../../../src/locale/ar.json")),
    ("de", include_str!("../../../src/locale/de.json")),
    ("es", include_str!("../../../src/locale/es.json")),
    ("fr", include_str!("../../../src/locale/fr.json")),
    ("he", include_str!("../../../src/locale/he.json")),
    ("it", include_str!("../../../src/locale/it.json")),
    ("pl", include_str!("../../../src/locale/pl.json")),
    ("pt", include_str!("../../../src/locale/pt.json")),
    ("ro", include_str!("../../../src/locale/ro.json")),
    ("ru", include_str!("../../../src/locale/ru.json")),
    ("uk", include_str!("../../../src/locale/uk.json")),
];

/// A list of `{ id, questions }`, the latter as a team would write them.
pub static ALL: LazyLock<Value> = LazyLock::new(|| {
    let mut templates = english();
    for (language, words) in LANGUAGES {
        let words: Json = from_str(words).unwrap_or_default();
        add(&mut templates, language, words.get("templates").unwrap_or(&Json::Null));
    }
    Value::from(&templates)
});

fn english() -> Json {
    TEMPLATES.iter().flat_map(|list| from_str::<Vec<Json>>(list).unwrap_or_default()).collect()
}

/// Adds a language to each text.
fn add(value: &mut Json, language: &str, texts: &Json) {
    match value {
        Json::Object(entries) => {
            let text = entries.get("en").and_then(|text| texts.get(text.as_str()?));
            if let Some(text) = text.cloned() {
                entries.insert(language.into(), text);
            }
            entries.values_mut().for_each(|value| add(value, language, texts));
        }
        Json::Array(items) => items.iter_mut().for_each(|value| add(value, language, texts)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition;
    use crate::edition::FULL;
    use crate::source::is_selector;
    use crate::text::Text;
    use serde_json::json;

    /// A definition with one survey for each template.
    fn definition() -> Value {
        let surveys = ALL.one_or_many().iter().map(|template| {
            let id = template.field("id").text_or_empty();
            json!({ "id": id, "template": id, "triggers": { "exitIntent": {} } })
        });
        Value::from(&json!({ "version": 1, "organization": "Acme", "surveys": surveys.collect::<Vec<_>>() }))
    }

    #[test]
    fn every_template_is_a_legal_survey_whose_texts_name_the_same_in_every_language() {
        let document = definition();
        let (definition, problems) = definition::read(&document, &ALL, &FULL, is_selector);
        assert_eq!(problems, []);
        assert_eq!(definition.surveys.len(), 5);
        for survey in &definition.surveys {
            for question in survey.questions.all() {
                let names = |text: &str| Text(&Value::Text(text.into())).names_organization();
                let named = |language| question.text.exactly(language).map(|text| names(text));
                let english = named("en");
                assert!(english.is_some(), "{} {}", survey.id, question.id);
                for (language, _) in LANGUAGES {
                    assert_eq!(named(language), english, "{} {} {language}", survey.id, question.id);
                }
            }
        }
    }

    /// It would split the figures of a survey by what its visitors speak.
    #[test]
    fn the_version_of_a_survey_does_not_depend_on_the_languages_that_are_loaded() {
        let (document, english) = (definition(), Value::from(&english()));
        let [all, some] = [&*ALL, &english].map(|templates| {
            let (definition, _) = definition::read(&document, templates, &FULL, is_selector);
            definition.surveys.iter().map(|survey| survey.version.clone()).collect::<Vec<_>>()
        });
        assert_eq!(all, some);
    }
}
