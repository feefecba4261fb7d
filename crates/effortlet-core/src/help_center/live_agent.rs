//! LiveAgent: `/123456-Refunds`. It has a domain of its own.

use super::Make;
use super::common::{HOME, NUMBERED};

pub const LIVE_AGENT: Make =
    Make { word: "liveAgent", root: "/", outside: &[], inside: &[HOME, NUMBERED], placed: None };
