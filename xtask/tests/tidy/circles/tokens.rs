//! Takes code apart into names and marks, each with its line.
//!
//! Expects code without comments and texts. Never judges whether it compiles.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// A name, a lifetime, `::`, or one mark.
    pub(crate) text: &'a str,
    pub(crate) line: usize,
}

impl Token<'_> {
    pub(crate) fn is_name(self) -> bool {
        self.text.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
    }
}

pub(crate) fn tokens(code: &str) -> Vec<Token<'_>> {
    let lines = code.lines().zip(1..);
    lines.flat_map(|(text, line)| pieces(text).map(move |text| Token { text, line })).collect()
}

fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line.trim();
    std::iter::from_fn(move || {
        let (piece, after) = rest.split_at_checked(length(rest)).filter(|(piece, _)| !piece.is_empty())?;
        rest = after.trim_start();
        Some(piece)
    })
}

fn length(text: &str) -> usize {
    let mark = text.strip_prefix('\'').map_or(0, |_| 1);
    let after_mark = text.get(mark..).unwrap_or_default();
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let name = after_mark.find(|letter| !is_part(letter)).unwrap_or(after_mark.len());
    match text.chars().next() {
        _ if name > 0 => mark + name,
        Some(':') if text.starts_with("::") => 2,
        first => first.map_or(0, char::len_utf8),
    }
}

#[test]
fn names_and_marks_are_told_apart() {
    let found = tokens("use a::{b};\n  fn c<'d>(e: &'d F) {}").into_iter();
    let found: Vec<_> = found.map(|token| (token.line, token.text)).collect();
    let first = ["use", "a", "::", "{", "b", "}", ";"].map(|text| (1, text));
    let second = ["fn", "c", "<", "'d", ">", "(", "e", ":", "&", "'d", "F", ")", "{", "}"].map(|text| (2, text));
    assert_eq!(found, [first.as_slice(), second.as_slice()].concat());
}
