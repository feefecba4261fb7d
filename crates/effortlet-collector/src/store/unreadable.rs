//! Why something cannot be read. Never tells what was asked for.

use std::fmt;

/// Why the database cannot be read now.
#[derive(Debug)]
pub(crate) struct Unreadable(sqlx::Error);

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
