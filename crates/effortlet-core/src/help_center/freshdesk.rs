//! Freshdesk: `/en/support/solutions/articles/48000981678-refunds`; folders are its sections.

use super::Make;
use super::common::{HOME, NUMBERED};

pub const FRESHDESK: Make =
    Make { word: "freshdesk", root: "/hc?support", outside: &[], inside: &[HOME, NUMBERED], placed: None };
