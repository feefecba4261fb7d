//! The definitions that cases are made of.

use serde_json::Value;
use std::fs;
use std::path::Path;

pub(crate) struct Corpus {
    /// Texts of those that are right, and of all.
    pub(crate) good: Vec<String>,
    pub(crate) all: Vec<String>,
    pub(crate) documents: Vec<Value>,
}

impl Corpus {
    pub(crate) fn read() -> Self {
        let good = texts("good");
        let all: Vec<_> = good.iter().cloned().chain(texts("bad")).collect();
        let documents = all.iter().filter_map(|text| serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()).collect();
        Self { good, all, documents }
    }
}

fn texts(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/definitions").join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "json"));
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}
