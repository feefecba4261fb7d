//! Why an export ended before its time. Never what was in it.

use crate::store::Unreadable;
use std::{fmt, io};

#[derive(Debug)]
pub(crate) enum Unfinished {
    Unreadable(Unreadable),
    /// The disk is full.
    Unwritable(io::Error),
    /// Whoever read it has gone.
    Abandoned,
    /// While it was written, somebody answered a question that has no column.
    NewQuestion(String),
}

impl fmt::Display for Unfinished {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(out, "the database cannot be read: {error}"),
            Self::Unwritable(error) => write!(out, "the export cannot be written: {error}"),
            Self::Abandoned => write!(out, "whoever read the export has gone"),
            Self::NewQuestion(question) => {
                write!(out, "the first answer to {question} came meanwhile, and it has no column: export again")
            }
        }
    }
}

impl std::error::Error for Unfinished {}

impl From<Unreadable> for Unfinished {
    fn from(error: Unreadable) -> Self {
        Self::Unreadable(error)
    }
}

impl From<io::Error> for Unfinished {
    fn from(error: io::Error) -> Self {
        Self::Unwritable(error)
    }
}
