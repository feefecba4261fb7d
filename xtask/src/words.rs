//! The words of a definition that the ordinary edition knows, for `loader/edition.js`, which chooses an
//! edition by them.
//!
//! Written anew by each build, of the tables that the rules read by. Never judges a definition.

use std::fs;
use std::path::Path;

use anyhow::Result;
use effortlet_core::edition::{Edition, ORDINARY};
use effortlet_core::tree::COMBINATIONS;
use serde_json::{Value, json};

/// Words under it have to be there: where one is left out, something else is meant. That is the one
/// thing that no table says: a click without a selector is one on what the page has marked.
const NEEDED: &str = "";
const NEEDED_IN: [(&str, &str); 1] = [("click", "selector")];

/// Writes `{ "words": …, "names": […] }`. `words` says by each key what may stand there: `true` for
/// anything, a number for a list of so many at most, `null` for the same as around it, else what words
/// may, as keys again. `names` are what texts name in braces, by their beginnings, and only the other
/// edition knows.
pub(crate) fn write(to: &Path) -> Result<()> {
    Ok(fs::write(to, words(&ORDINARY).to_string())?)
}

fn words(edition: &Edition) -> Value {
    json!({
        "words": {
            "$schema": true, "version": true, "organization": true, "endpoint": true, "defaultLocale": true,
            "sections": true,
            "helpCenter": any(&["home", "category", "section", "article", "search", "contact"]),
            "surveys": {
                "id": true, "version": true, "template": true, "thanks": true, "frequency": true,
                "questions": {
                    "id": true, "text": true, "optional": true, "limit": true,
                    "kind": any(&["yesNo", "effort", "text"]),
                    "scale": { "points": true, "labels": 2, "easyIs": true },
                    "branch": { "to": true, "when": any(&["is", "atLeast", "atMost", "band", "skipped"]) },
                },
                "triggers": triggers(edition),
                "audience": audience(edition),
            },
        },
        "names": ["answer.", "article."],
    })
}

fn triggers(edition: &Edition) -> Value {
    let order = edition.sequences.map_or(&[][..], |sequences| sequences.keys);
    let around = COMBINATIONS.iter().chain(order).map(|word| ((*word).to_owned(), Value::Null));
    let kinds = edition.triggers.iter().map(|kind| {
        let mut known = any(kind.keys);
        if let Some((_, needed)) = NEEDED_IN.iter().find(|(word, _)| *word == kind.word) {
            known[NEEDED] = json!([needed]);
        }
        (kind.word.to_owned(), known)
    });
    around.chain(kinds).collect()
}

fn audience(edition: &Edition) -> Value {
    let around = COMBINATIONS.iter().map(|word| ((*word).to_owned(), Value::Null));
    let kinds = edition.conditions.iter().map(|kind| {
        // Where a kind says no keys, they are not a matter of few words.
        (kind.word.to_owned(), if kind.keys.is_empty() { json!(true) } else { any(kind.keys) })
    });
    around.chain(kinds).collect()
}

fn any(words: &[&str]) -> Value {
    words.iter().map(|word| ((*word).to_owned(), json!(true))).collect()
}
