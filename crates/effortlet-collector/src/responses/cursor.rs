//! Where a reader has come to. Never tells what it stands for, so that it may change.

use effortlet_core::source::Problem;

/// The number of the last revision that was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor(pub(super) i64);

/// A later kind of cursor would begin with another letter.
const KIND: char = 'r';

impl Cursor {
    pub(super) const FIRST: Self = Self(0);

    pub(super) fn text(self) -> String {
        format!("{KIND}{:016x}", self.0)
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(KIND).filter(|it| it.len() == 16)?;
        if !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        i64::from_str_radix(digits, 16).ok().map(Self)
    }
}

pub(super) fn problem() -> Problem {
    crate::selection::problem("cursor", "what this collector gave as next")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_given_and_nothing_else_is_one() {
        for number in [0, 1, 4_711, i64::MAX] {
            assert_eq!(Cursor::read(&Cursor(number).text()), Some(Cursor(number)));
        }
        for text in ["", "r", "1", "r+000000000000001", "r-000000000000001", "rffffffffffffffff", "r00000000000000001"] {
            assert_eq!(Cursor::read(text), None, "{text}");
        }
    }
}
