//! Where effort is lost: which articles, sections, languages, triggers or devices cost visitors most, and
//! how sure that is.
//!
//! `group` is how many people answered about one of them and how many of those were lost; `prior` what all
//! of them together say of each, `chance` draws what may be true, `places` makes a range of places of it,
//! and `ranked` puts them in order. Works on counts that may be told. Never asks a database, never reads a
//! clock, and has chance by a seed.

mod group;
mod prior;
mod chance;
mod places;
mod ranked;

pub(crate) use group::Group;
pub(crate) use ranked::{Ranked, WORLDS, ranked};

#[cfg(test)]
mod tests;
