//! The words of a definition that the ordinary edition knows, for `loader/edition.js`, which chooses an
//! edition by them.
//!
//! Written anew by each build, of the tables that the rules read by. Never judges a definition.

use std::fs;
use std::path::Path;

use anyhow::Result;
use effortlet_core::edition::{FULL, ORDINARY};
use effortlet_core::vocabulary::{self, Words};
use serde_json::{Value, json};

/// Writes `{ "words": …, "names": […] }`. `words` says by each key what may stand there: `true` for
/// anything, a number for a list of so many at most, `null` for the same as around it, else what words
/// may, as keys again; under the empty key are those that have to be there. `names` are what texts name
/// in braces, by their beginnings, and only the other edition knows.
pub(crate) fn write(to: &Path) -> Result<()> {
    let known = vocabulary::names(&ORDINARY);
    let names = vocabulary::names(&FULL).iter().filter(|name| !known.contains(name));
    let names: Vec<String> = names.map(|name| format!("{name}.")).collect();
    let written = json!({ "words": value(&vocabulary::words(&ORDINARY)), "names": names });
    Ok(fs::write(to, written.to_string())?)
}

fn value(words: &Words) -> Value {
    match words {
        Words::Anything => json!(true),
        Words::AtMost(count) => json!(count),
        Words::Around => Value::Null,
        Words::Among(needed, words) => {
            let needed = needed.iter().map(|word| (String::new(), json!([word])));
            words.iter().map(|(word, inside)| ((*word).to_owned(), value(inside))).chain(needed).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_place_is_written_in_a_way_of_its_own() {
        let words = vec![("any", Words::Around), ("a", Words::Anything), ("b", Words::AtMost(2))];
        let written = value(&Words::Among(Some("a"), words));
        assert_eq!(written, json!({ "any": null, "a": true, "b": 2, "": ["a"] }));
    }
}
