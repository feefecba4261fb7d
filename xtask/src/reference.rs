//! `cargo xtask reference`: `docs/reference/`, anew from the definition's schema and the reader.
//!
//! The schema knows no key that the reader's tables lack, nor the other way round; a test says so.

use anyhow::Result;

use crate::{build, paths, run};

pub(crate) fn reference() -> Result<()> {
    build::build()?;
    run::step("writing the reference", || run::run(run::node([paths::root().join("docs/build/reference.mjs")])))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use effortlet_core::edition::EXPLAINED;
    use effortlet_core::vocabulary::{self, Words};
    use serde_json::Value;

    use crate::paths;

    /// What a place is a tree of, where conditions stand within conditions.
    const AROUND: [&str; 3] = ["any", "all", "not"];

    #[test]
    fn the_schema_knows_the_keys_that_the_readers_tables_have_and_no_others() {
        let text = fs::read_to_string(paths::root().join("loader/definition.schema.json")).expect("a schema");
        let schema: Value = serde_json::from_str(&text).expect("JSON");
        let mut compared = 0;
        compare("definition", &vocabulary::words(&EXPLAINED), &schema, &schema, &mut compared);
        assert!(compared > 40, "{compared}");
    }

    fn compare(place: &str, words: &Words, it: &Value, schema: &Value, compared: &mut usize) {
        let Words::Among(_, words) = words else { return };
        let it = keyed(follow(it, schema), schema);
        let Some(properties) = it.and_then(|it| it["properties"].as_object()) else { return };
        let own: BTreeSet<&str> = words.iter().map(|(word, _)| *word).collect();
        let known: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
        assert_eq!(known, own, "{place}");
        *compared += known.len();
        for (word, inside) in words.iter().filter(|(word, _)| !AROUND.contains(word)) {
            // What a question may have hangs on whether there is a template.
            let it = if *word == "questions" { &schema["$defs"]["question"] } else { &properties[*word] };
            compare(&format!("{place}.{word}"), inside, it, schema, compared);
        }
    }

    /// What a list is of, and which of several forms is an object with keys.
    fn keyed<'a>(it: &'a Value, schema: &'a Value) -> Option<&'a Value> {
        let forms = it["anyOf"].as_array().into_iter().flatten();
        [Some(it), it.get("items")].into_iter().flatten().chain(forms).map(|it| follow(it, schema)).find(|it| it["properties"].is_object())
    }

    fn follow<'a>(it: &'a Value, schema: &'a Value) -> &'a Value {
        it["$ref"].as_str().and_then(|pointer| schema.pointer(pointer.trim_start_matches('#'))).unwrap_or(it)
    }
}
