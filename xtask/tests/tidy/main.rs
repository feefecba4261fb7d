//! The rules between rooms, as tests that fail when they are broken.
//!
//! `table` has the rules for what a file says, `imports` who imports whom, `circles` that no files
//! import each other, `history` how the page's history is wrapped, `manifests` what Cargo's files
//! say; `code` takes comments, texts and tests out of a file, `repo` finds the files. Never changes
//! a file.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod repo;
mod code;
mod rules;
mod table;
mod imports;
mod circles;
mod history;
mod manifests;

use code::Part;
use repo::File;
use rules::{Breach, Rule};
use table::rules;

#[test]
fn no_room_uses_what_it_may_not() {
    let files = repo::files();
    let broken: Vec<String> = rules().flat_map(|rule| breaches(rule, &files)).collect();
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

#[test]
fn a_file_is_one_idea_that_fits_a_screen_or_three() {
    let files = repo::files();
    let lengths = files
        .iter()
        .filter(|file| repo::is_in(&file.path, &["/src/**", "/crates/**", "/xtask/**", "/loader/**", "/www/**"]))
        .filter(|file| [".rs", ".mjs", ".js", ".css"].iter().any(|end| file.path.ends_with(end)))
        .map(|file| (file.text.lines().count(), file.path.as_str()));
    let (too_long, long): (Vec<_>, Vec<_>) = lengths.filter(|(lines, _)| *lines > ASK).partition(|(lines, _)| *lines > MOST);
    for (lines, path) in long {
        eprintln!("{path}: {lines} lines; what is the second idea?");
    }
    assert!(too_long.is_empty(), "longer than {MOST} lines: {too_long:?}");
}

/// Past this a file is asked what its second idea is.
const ASK: usize = 300;
/// Past this it is not asked any more.
const MOST: usize = 400;

/// `path:line: what was found (why it may not be there)`.
fn breaches(rule: &Rule, files: &[File]) -> Vec<String> {
    let is_watched = |path: &str| {
        let is_test = repo::is_in(path, &["/**/tests.rs"]) && rule.part != Part::Everything;
        repo::is_in(path, rule.rooms) && !repo::is_in(path, rule.except) && !is_test
    };
    files
        .iter()
        .filter(|file| is_watched(&file.path))
        .flat_map(|file| {
            let found = rule.find(&code::parts(&file.text, code::language(&file.path)));
            found.into_iter().map(|Breach { line, what }| format!("{}:{line}: {what} ({})", file.path, rule.because))
        })
        .collect()
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
