//! The corpus in `tests/definitions`, read natively. A browser reads the same files in
//! `tests/browser/definitions.test.mjs`.
//!
//! `good/NAME.json` has no problem. Beside `bad/NAME.json`, `NAME.expected.txt` has its problems,
//! one a line, then the surveys that run nevertheless. `UPDATE_EXPECTED=1` writes them anew, to be
//! read before they are committed.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use effortlet_core::definition;
use effortlet_core::edition::FULL;
use effortlet_core::source::{self, Problems};
use effortlet_core::template;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn good_definitions_are_read_without_a_problem() {
    for (path, input) in corpus("good") {
        let ids: Vec<_> = surveys_of(&input).iter().map(|survey| survey["id"].as_str().unwrap().to_owned()).collect();
        check(&path, &input, &report(&ids, &Problems::new()));
    }
}

#[test]
fn each_mistake_is_named_by_its_place_and_silences_its_own_survey_only() {
    for (path, input) in corpus("bad") {
        let beside = path.with_extension("expected.txt");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&beside, found(&input)).unwrap();
        }
        let expect = fs::read_to_string(&beside).unwrap_or_default();
        assert!(expect.lines().count() > 1, "{}: expected a problem and a line of surveys", beside.display());
        check(&path, &input, &expect);
    }
}

#[test]
fn the_corpus_has_no_expectation_without_a_definition() {
    let folder = Path::new(ROOT).join("bad");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if let Some(stem) = path.to_string_lossy().strip_suffix(".expected.txt") {
            assert!(Path::new(&format!("{stem}.json")).exists(), "{stem}.json");
        }
    }
}

/// Whatever stands in any place of a definition, reading ends with surveys and problems, and a
/// survey that a problem is about does not run. No place is named twice: it is wrong once.
#[test]
fn a_definition_that_is_wrong_anywhere_runs_no_survey_that_a_problem_names() {
    for (path, input) in corpus("good") {
        let good: Value = serde_json::from_str(input.trim_start_matches('\u{feff}')).unwrap();
        for pointer in pointers(&good) {
            for wrong in [json!(null), json!(-0.5), json!(1e300), json!(""), json!("wrong"), json!([]), json!({}), json!([{}]), json!({ "x": 1 }), json!(true)] {
                let mut changed = good.clone();
                *changed.pointer_mut(&pointer).unwrap() = wrong;
                check_silenced(&path, &pointer, &changed);
            }
            let mut changed = good.clone();
            drop_at(&mut changed, &pointer);
            check_silenced(&path, &pointer, &changed);
        }
    }
}

#[test]
fn a_text_that_is_missing_in_a_language_is_shown_in_the_default_one() {
    for (default_locale, expected) in [("ro", "Ce căutai?"), ("RU-md", "Что вы искали?"), ("sv", "What were you looking for?")] {
        let survey = json!({ "id": "s", "template": "help-center", "triggers": { "exitIntent": {} } });
        let document = json!({ "version": 1, "organization": "Acme", "defaultLocale": default_locale, "surveys": [survey] });
        let document = source::Value::from(&document);
        let (definition, problems) = definition::read(&document, &template::ALL, &FULL, source::is_selector);
        assert_eq!(problems, []);
        let text = definition.surveys[0].questions.all()[2].text;
        assert_eq!(text.in_language("sv", definition.default_locale), expected, "{default_locale}");
    }
}

#[test]
fn a_survey_without_a_version_gets_a_new_one_when_a_figure_would_change_its_meaning() {
    let version = |template: &str, questions: Value| {
        let survey = json!({ "id": "s", "template": template, "questions": questions, "triggers": { "exitIntent": {} } });
        let document = source::Value::from(&json!({ "version": 1, "surveys": [survey] }));
        let (definition, problems) = definition::read(&document, &template::ALL, &FULL, source::is_selector);
        assert_eq!(problems, []);
        definition.surveys[0].version.clone()
    };
    let unchanged = version("resolution", json!(null));
    for same in [
        json!([]),
        json!([{ "id": "effort", "kind": "effort" }]),
        json!([{ "id": "improve", "optional": false, "limit": 500 }]),
    ] {
        assert_eq!(version("resolution", same.clone()), unchanged, "{same}");
    }
    let mut versions = vec![unchanged, version("first-contact", json!(null))];
    for other in [
        json!([{ "id": "effort", "kind": "yesNo" }]),
        json!([{ "id": "effort", "scale": { "points": 5 } }]),
        json!([{ "id": "effort", "scale": { "easyIs": "low" } }]),
        json!([{ "id": "effort", "scale": { "order": "leftToRight" } }]),
        json!([{ "id": "effort", "scale": { "labels": ["Hard", "Easy"] } }]),
        json!([{ "id": "effort", "branch": [{ "to": "end" }] }]),
        json!([{ "id": "effort", "branch": [{ "when": { "band": "easy" }, "to": "end" }] }]),
        json!([{ "id": "effort", "kind": "choice", "options": [{ "id": "a", "text": "A" }, { "id": "b", "text": "B" }] }]),
        json!([{ "id": "effort", "kind": "choice", "options": [{ "id": "a", "text": "A" }, { "id": "c", "text": "B" }] }]),
        json!([{ "id": "effort", "kind": "choice", "options": [{ "id": "a", "text": "A" }, { "id": "b", "text": "C" }] }]),
        json!([{ "id": "effort", "kind": "choice", "many": true, "options": [{ "id": "a", "text": "A" }, { "id": "b", "text": "B" }] }]),
        json!([{ "id": "effort", "text": "How easy was it?" }]),
        json!([{ "id": "effort", "text": { "en": "How easy was it?", "ro": "Cât de ușor a fost?" } }]),
        json!([{ "id": "effort", "text": { "en": "How easy was it?", "ro": "A fost ușor?" } }]),
    ] {
        let version = version("resolution", other.clone());
        assert!(!versions.contains(&version), "{other}");
        versions.push(version);
    }
}

#[test]
fn an_endpoint_with_a_mistake_beside_its_url_still_receives_answers() {
    let input = fs::read_to_string(Path::new(ROOT).join("bad/endpoint-with-several-mistakes.json")).unwrap();
    let value = source::parse_json(&input).unwrap();
    let (definition, problems) = definition::read(&value, &template::ALL, &FULL, source::is_selector);
    assert_eq!(problems.len(), 4);
    assert!(definition.endpoint);
}

fn check(path: &Path, input: &str, expect: &str) {
    let found = found(input);
    assert!(found == expect, "{}\n--- expected\n{expect}--- found\n{found}--- in\n{input}", path.display());
}

fn found(input: &str) -> String {
    let (ids, problems) = definition::check_json(input);
    report(&ids, &problems)
}

/// What a browser test makes of `{ surveys, problems }` too.
fn report(ids: &[String], problems: &Problems) -> String {
    let surveys = if ids.is_empty() { "none".to_owned() } else { ids.join(", ") };
    let lines: Vec<_> = problems.iter().map(|problem| format!("{problem}\n")).collect();
    format!("{}surveys: {surveys}\n", lines.concat())
}

/// A survey is told by its id; two with the same one are told by how many of them run.
fn check_silenced(path: &Path, pointer: &str, changed: &Value) {
    let (ids, problems) = definition::check_json(&changed.to_string());
    let surveys = changed["surveys"].as_array().cloned().unwrap_or_default();
    let is_silent = |index: usize| problems.iter().any(|problem| problem.place.starts_with(&format!("surveys[{index}]")));
    let loud = surveys.iter().enumerate().filter(|(index, _)| !is_silent(*index));
    let loud: Vec<_> = loud.filter_map(|(_, survey)| survey["id"].as_str().map(str::to_owned)).collect();
    let without_organization = problems.iter().any(|problem| problem.place == "organization");
    let places: HashSet<_> = problems.iter().map(|problem| &problem.place).collect();
    assert!(places.len() == problems.len(), "{} at {pointer}: {problems:?}", path.display());
    assert!(problems.iter().all(|problem| !problem.expected.ends_with([' ', '.'])), "{problems:?}");
    let right = if without_organization { ids.iter().all(|id| loud.contains(id)) } else { ids == loud };
    assert!(right, "{} at {pointer}: runs {ids:?}, expected {loud:?}, {problems:?}", path.display());
}

/// The JSON pointers of everything inside a value.
fn pointers(value: &Value) -> Vec<String> {
    let inside: Vec<(String, &Value)> = match value {
        Value::Object(entries) => entries.iter().map(|(key, value)| (escaped(key), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    inside
        .into_iter()
        .flat_map(|(key, value)| {
            let below = pointers(value).into_iter();
            below.chain([String::new()]).map(move |rest| format!("/{key}{rest}"))
        })
        .collect()
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn drop_at(value: &mut Value, pointer: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match value.pointer_mut(parent).unwrap() {
        Value::Object(entries) => drop(entries.shift_remove(&key.replace("~1", "/").replace("~0", "~"))),
        Value::Array(items) => drop(items.remove(key.parse().unwrap())),
        _ => unreachable!("{pointer} is inside a list or an object"),
    }
}

fn surveys_of(input: &str) -> Vec<Value> {
    let value: Value = serde_json::from_str(input.trim_start_matches('\u{feff}')).unwrap();
    value["surveys"].as_array().unwrap().clone()
}

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/definitions");

/// Each definition of a folder with its text, by name.
fn corpus(folder: &str) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(Path::new(ROOT).join(folder)).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    assert!(paths.len() >= 30, "{folder}: expected at least 30 definitions");
    paths.into_iter().map(|path| { let text = fs::read_to_string(&path).unwrap(); (path, text) }).collect()
}
