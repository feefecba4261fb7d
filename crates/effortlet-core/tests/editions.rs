//! What the ordinary edition reads, it reads as the full one does.
//!
//! `tests/definitions/ordinary.txt` names the good definitions of which that is so; `loader/edition.js`
//! and a browser are held to the same list.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use effortlet_core::definition;
use effortlet_core::edition::{Edition, FULL, ORDINARY};
use effortlet_core::source::{self, Value};
use effortlet_core::template;
use effortlet_core::vocabulary;
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/definitions");

#[test]
fn the_listed_definitions_and_no_others_are_read_alike_by_both_editions() {
    let listed: BTreeSet<String> = fs::read_to_string(Path::new(ROOT).join("ordinary.txt")).unwrap().lines().map(str::to_owned).collect();
    let is_alike = |json: &serde_json::Value| {
        let ordinary = surveys(json, &ORDINARY);
        ordinary.is_some() && ordinary == surveys(json, &FULL) && !names_more(json)
    };
    let found: BTreeSet<String> = good().into_iter().filter(|(_, json)| is_alike(json)).map(|(name, _)| name).collect();
    assert!(found.len() > 30);
    assert_eq!(found, listed);
}

#[test]
fn whatever_stands_in_a_place_the_ordinary_edition_takes_nothing_that_the_full_one_refuses() {
    let mut taken = 0;
    for (name, good) in good().into_iter().filter(|(_, json)| !names_more(json)) {
        for pointer in pointers(&good, "") {
            for other in [json!(null), json!(2), json!(""), json!("5s"), json!({}), json!([]), json!({ "is": "a" }), json!({ "event": { "name": "z" } })] {
                let mut changed = good.clone();
                *changed.pointer_mut(&pointer).unwrap() = other;
                if surveys(&changed, &ORDINARY).is_some() {
                    taken += 1;
                    assert!(surveys(&changed, &FULL).is_some(), "{name} at {pointer}: {changed}");
                }
            }
        }
    }
    assert!(taken > 200, "{taken}");
}

/// The id and the version of each survey, where there is no mistake.
fn surveys(json: &serde_json::Value, edition: &'static Edition) -> Option<Vec<(String, String)>> {
    let document = Value::from(json);
    let (definition, problems) = definition::read(&document, &template::ALL, edition, source::is_selector);
    let surveys = definition.surveys.iter().map(|it| (it.id.to_owned(), it.version.to_string()));
    problems.is_empty().then(|| surveys.collect())
}

/// Whether a text names what only the full edition puts there.
fn names_more(json: &serde_json::Value) -> bool {
    let text = json.to_string();
    vocabulary::names(&FULL).iter().any(|name| text.contains(&format!("{{{name}.")))
}

fn good() -> Vec<(String, serde_json::Value)> {
    let paths = fs::read_dir(Path::new(ROOT).join("good")).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap())
    };
    paths.map(|path| read(&path)).collect()
}

/// The JSON pointers of everything inside a value.
fn pointers(value: &serde_json::Value, at: &str) -> Vec<String> {
    let inside: Vec<(String, &serde_json::Value)> = match value {
        serde_json::Value::Object(entries) => {
            entries.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        serde_json::Value::Array(items) => items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    let below = inside.into_iter().map(|(key, value)| ([at, "/", &key].concat(), value));
    below.flat_map(|(at, value)| pointers(value, &at).into_iter().chain([at])).collect()
}
