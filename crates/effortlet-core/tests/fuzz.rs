//! Whatever is written in a definition, and whatever happens in a page, nothing panics.
//!
//! Cases are drawn from a seed. A short form runs with the other tests, a million cases by
//! `cargo test --release -p effortlet-core --features native --test fuzz -- --ignored --nocapture`.
//! A case that panics prints its number, and is done again alone by `FUZZ_CASE=number`.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "fuzz/chance.rs"]
mod chance;
#[path = "fuzz/corpus.rs"]
mod corpus;
#[path = "fuzz/document.rs"]
mod document;
#[path = "fuzz/happening.rs"]
mod happening;
#[path = "fuzz/visit.rs"]
mod visit;

use chance::Chance;
use corpus::Corpus;
use effortlet_core::definition::{self, Definition};
use effortlet_core::edition::{FULL, ORDINARY};
use effortlet_core::{source, template};
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

const MANY: u64 = 1_000_000;

#[test]
fn a_definition_of_whatever_text_is_read_or_refused() {
    read_all(0..1_500);
}

#[test]
fn whatever_happens_in_a_page_the_engine_goes_on() {
    visit_all(0..20_000);
}

#[test]
#[ignore = "a million cases take minutes"]
fn a_million_definitions_of_whatever_text_are_read_or_refused() {
    read_all(0..MANY);
}

#[test]
#[ignore = "a million cases take minutes"]
fn a_million_things_happen_and_the_engine_goes_on() {
    visit_all(0..MANY);
}

fn read_all(cases: std::ops::Range<u64>) {
    let corpus = Corpus::read();
    let mut surveys = 0;
    let mut problems = 0;
    each("definitions", cases, |case| {
        let text = document::text(&mut Chance::of(case), &corpus);
        let (found, wrong) = definition::check_json(&text);
        surveys += found.len();
        problems += wrong.len();
        if let Ok(value) = source::parse_json(&text) {
            for edition in [&FULL, &ORDINARY] {
                let (read, _) = definition::read(&value, &template::ALL, edition, source::is_selector);
                assert!(read.surveys.len() <= 2 * found.len() + wrong.len() + 64);
            }
        }
    });
    println!("surveys that run: {surveys}, problems named: {problems}");
    assert!(surveys > 0 && problems > 0, "expected some definitions to be right and some to be wrong");
}

/// Cases are inputs; each visit has so many of them.
fn visit_all(cases: std::ops::Range<u64>) {
    const INPUTS: u64 = 100;
    let corpus = Corpus::read();
    let documents: Vec<_> = corpus.good.iter().map(|text| source::parse_json(text).unwrap()).collect();
    let read = |document| definition::read(document, &template::ALL, &FULL, source::is_selector).0;
    let definitions: Vec<Definition<'_>> = documents.iter().map(read).collect();
    let mut effects = visit::Effects::default();
    each("visits", cases.start / INPUTS..cases.end / INPUTS, |case| {
        let mut chance = Chance::of(case);
        let definition = &definitions[chance.below(definitions.len())];
        visit::play(definition, &mut chance, INPUTS, &mut effects);
    });
    println!("{INPUTS} inputs each: {effects:?}");
    assert!(effects.shown > 0 && effects.answered > 0 && effects.kept > 0, "expected that something is shown, answered and kept");
}

/// Does all of them, or the one that `FUZZ_CASE` names, and says how many and how long it took.
fn each(what: &str, cases: std::ops::Range<u64>, mut run: impl FnMut(u64)) {
    if let Some(case) = env::var("FUZZ_CASE").ok().and_then(|it| it.parse().ok()) {
        return run(case);
    }
    let start = Instant::now();
    let count = cases.end - cases.start;
    for case in cases {
        if catch_unwind(AssertUnwindSafe(|| run(case))).is_err() {
            panic!("{what}: case {case} panics, FUZZ_CASE={case} does it again");
        }
    }
    println!("{count} {what} in {:.1} s, none panics", start.elapsed().as_secs_f64());
}
