//! How long a file may be: one idea, which fits a screen or three.

use crate::repo::{self, File};

/// Lines of a file of what is written by hand; past this it has a second idea.
const MOST: usize = 300;

/// Lines of the file in the middle.
const MEDIAN: usize = 120;

#[test]
fn no_file_is_longer_than_an_idea() {
    let files = repo::files();
    let rooms = ["/src/**", "/crates/**", "/xtask/**", "/loader/**", "/npm/**", "/www/**", "/bench/**", "/tests/**"];
    let written = files.iter().filter(|file| {
        repo::is_in(&file.path, &rooms) && [".rs", ".mjs", ".js", ".css"].iter().any(|end| file.path.ends_with(end))
    });
    let too_long: Vec<_> = written.filter(|file| lines(file) > MOST).map(|file| (lines(file), &file.path)).collect();
    assert!(too_long.is_empty(), "longer than {MOST} lines: {too_long:?}");
}

#[test]
fn half_of_the_files_of_the_widget_fit_a_screen() {
    for room in ["/src/**/*.rs", "/crates/effortlet-core/src/**/*.rs"] {
        let mut lengths: Vec<usize> = repo::files().iter().filter(|file| repo::is_in(&file.path, &[room])).map(lines).collect();
        lengths.sort_unstable();
        let median = lengths.get(lengths.len() / 2).copied().unwrap_or_default();
        assert!((1..=MEDIAN).contains(&median), "{room}: the file in the middle has {median} lines, expected {MEDIAN} at most");
    }
}

fn lines(file: &File) -> usize {
    file.text.lines().count()
}
