//! What a rule is, and how it looks at a file.

use crate::code::{Language, Part, Parts};

pub(crate) struct Rule {
    /// Path patterns of the files it is about.
    pub(crate) rooms: &'static [&'static str],
    pub(crate) except: &'static [&'static str],
    pub(crate) part: Part,
    pub(crate) never: Never,
    /// The rule, as a sentence without its beginning: "… that".
    pub(crate) because: &'static str,
    /// What breaks it, each once.
    pub(crate) sample: (Language, &'static [&'static str]),
}

pub(crate) enum Never {
    /// Whole words; a `*` at the end stands for more letters.
    Words(&'static [&'static str]),
    /// What the function finds in a line.
    Line(fn(&str) -> Option<String>),
}

pub(crate) struct Breach {
    pub(crate) line: usize,
    pub(crate) what: String,
}

impl Rule {
    pub(crate) fn find(&self, parts: &Parts) -> Vec<Breach> {
        let lines = parts.of(self.part).lines().zip(1..);
        lines.filter_map(|(text, line)| Some(Breach { line, what: self.never.find(text)? })).collect()
    }
}

impl Never {
    fn find(&self, line: &str) -> Option<String> {
        match self {
            Self::Words(words) => words.iter().find(|word| has_word(line, word)).map(|word| (*word).to_owned()),
            Self::Line(find) => find(line),
        }
    }
}

fn has_word(line: &str, word: &str) -> bool {
    let (stem, open) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let begins = |at: usize| {
        !stem.starts_with(is_part) || !line.get(..at).unwrap_or_default().ends_with(is_part)
    };
    let ends = |at: usize| {
        open || !stem.ends_with(is_part) || !line.get(at + stem.len()..).unwrap_or_default().starts_with(is_part)
    };
    line.match_indices(stem).any(|(at, _)| begins(at) && ends(at))
}
