//! Intercom: `/en/articles/56644-refunds`; collections are its categories. It has a domain of its own.

use super::Make;
use super::common::{HOME, NUMBERED};

pub const INTERCOM: Make =
    Make { word: "intercom", root: "/", outside: &[], inside: &[HOME, NUMBERED], placed: None };
