//! Why something cannot be read. Never tells what was asked for.

use std::fmt;

/// Why the database cannot be read.
#[derive(Debug)]
pub(crate) struct Unreadable(sqlx::Error);

impl Unreadable {
    /// Whether it was asked for a text with U+0000 in it, which no response has.
    pub(crate) fn is_for_a_text(&self) -> bool {
        has_nul(&self.0)
    }
}

/// A text that PostgreSQL does not take (appendix A, class 22).
pub(super) fn has_nul(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    matches!(code.as_deref(), Some("22021" | "22P05"))
}

impl From<sqlx::Error> for Unreadable {
    fn from(error: sqlx::Error) -> Self {
        Self(error)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl std::error::Error for Unreadable {}
