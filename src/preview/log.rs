//! The last things that went into the engine and came out of it.
//!
//! Never knows what they say.

use super::words::Line;
use effortlet_core::time::Timestamp;
use serde::Serialize;

/// As many as are read at a glance.
const MOST: usize = 20;

#[derive(Default)]
pub(crate) struct Log {
    /// The latest first.
    entries: Vec<Entry>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Entry {
    at: f64,
    is_input: bool,
    words: String,
    /// How often in a row.
    count: u32,
    #[serde(skip)]
    kind: &'static str,
}

impl Log {
    pub(crate) fn note(&mut self, at: Timestamp, is_input: bool, line: Option<Line>) {
        let Some(Line { words, kind }) = line else { return };
        let is_again = |it: &Entry| it.kind == kind && (!kind.is_empty() || it.words == words);
        let mut count = 1;
        if self.entries.first().is_some_and(is_again) {
            count += self.entries.remove(0).count;
        }
        self.entries.insert(0, Entry { at: at.0 as f64, is_input, words, count, kind });
        self.entries.truncate(MOST);
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(lines: &[(&str, &'static str)]) -> Vec<(String, u32)> {
        let mut log = Log::default();
        for (at, (words, kind)) in lines.iter().enumerate() {
            log.note(Timestamp(at as i64), true, Some(Line { words: (*words).into(), kind }));
        }
        log.entries().iter().map(|it| (it.words.clone(), it.count)).collect()
    }

    #[test]
    fn what_is_told_many_times_in_a_row_is_one_line() {
        let lines = [("a", ""), ("10 %", "scroll"), ("20 %", "scroll"), ("a", ""), ("a", ""), ("b", "")];
        let expected = [("b", 1), ("a", 2), ("20 %", 2), ("a", 1)].map(|(words, count)| (words.to_owned(), count));
        assert_eq!(said(&lines), expected);
    }

    #[test]
    fn the_oldest_lines_go() {
        let lines: Vec<_> = (0..30).map(|index| (["a", "b"][index % 2], "")).collect();
        assert_eq!(said(&lines).len(), MOST);
    }
}
