//! The rules between rooms, as tests that fail when they are broken.
//!
//! `table` has the rules for what a file says, `rooms` which room of the edge uses which, `imports`
//! which script imports which, `circles` that no files import each other, `wrappers` how the page's
//! own functions are wrapped, `manifests` what Cargo's files say, `lengths` how long a file may be;
//! `code` takes comments, texts and tests out of a file, `repo` finds the files. Never changes a file.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod repo;
mod code;
mod rules;
mod table;
mod rooms;
mod imports;
mod circles;
mod wrappers;
mod manifests;
mod lengths;

use code::Part;
use repo::File;
use rules::{Breach, Rule};
use table::rules;

#[test]
fn no_room_uses_what_it_may_not() {
    let files = repo::files();
    let broken: Vec<String> = files.iter().flat_map(breaches).collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn every_rule_catches_what_it_is_there_to_catch() {
    for rule in rules() {
        let language = rule.sample.0;
        for sample in rule.sample.1 {
            let caught = rule.find(&code::parts(sample, language)).len();
            assert_eq!(caught, 1, "{:?} in {sample:?}", rule.because);
        }
    }
}

#[test]
fn every_rule_has_files_to_look_at() {
    let files = repo::files();
    for rule in rules() {
        for rooms in [rule.rooms, rule.except] {
            let found = rooms.is_empty() || files.iter().any(|file| repo::is_in(&file.path, rooms));
            assert!(found, "{rooms:?} name no file, for the rule that {}", rule.because);
        }
    }
}

/// `path:line: what was found (why it may not be there)`.
fn breaches(file: &File) -> Vec<String> {
    let is_watched_by = |rule: &&Rule| {
        let is_test = repo::is_in(&file.path, repo::TESTS) && rule.part != Part::Everything;
        repo::is_in(&file.path, rule.rooms) && !repo::is_in(&file.path, rule.except) && !is_test
    };
    let parts = code::parts(&file.text, code::language(&file.path));
    let told = |because, Breach { line, what }| format!("{}:{line}: {what} ({because})", file.path);
    let watching = rules().filter(is_watched_by);
    watching.flat_map(|rule| rule.find(&parts).into_iter().map(|it| told(rule.because, it)).collect::<Vec<_>>()).collect()
}

#[test]
fn what_is_looked_at_can_be_told_apart() {
    let text = "a(); // b\n/* c /* d */ */ let e = \"f \\\" // g\"; let h: &'i str = r#\"j \"k\" \"#; 'l'\n#[cfg(test)]\nmod tests { m() }\nn()\n";
    let it = code::parts(text, code::Language::Rust);
    let words = |part: Part| {
        let text = it.of(part);
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() == 1);
        words.collect::<String>()
    };
    assert_eq!(words(Part::Code), "aehin");
    assert_eq!(words(Part::CodeAndTexts), "aefghirjkln");
    assert_eq!(words(Part::Everything), "abcdefghirjklmn");
    assert_eq!(it.of(Part::Code).lines().count(), text.lines().count());
}
