//! Help Scout Docs: `/article/12-refunds`; collections hold its categories. It has a domain of its own.

use super::Make;
use super::common::{HOME, NUMBERED};

pub const HELP_SCOUT: Make =
    Make { word: "helpScout", root: "/", outside: &[], inside: &[HOME, NUMBERED], placed: None };
