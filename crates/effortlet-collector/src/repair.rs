//! Did the repair help: what an article cost its readers before its team edited it, against after.
//!
//! `edit` is when a page was edited, from the revisions that it showed; `evidence` is how much speaks for a
//! change, and `verdict` what may be said of many edits at once. Works on counts that may be told. Never
//! asks a database, and never reads a clock.

mod edit;
mod evidence;
mod verdict;

pub(crate) use edit::{Edit, edits, periods};
pub(crate) use evidence::Counted;
pub(crate) use verdict::{Compared, Verdict, verdicts};

#[cfg(test)]
mod tests;
