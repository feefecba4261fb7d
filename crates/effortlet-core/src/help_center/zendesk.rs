//! Zendesk Guide: `/hc/en-us/articles/360000123456-Refunds`. Its root gives it away, whoever it is said to be by.

use super::Make;
use super::common::{HOME, NUMBERED};

pub const ZENDESK: Make =
    Make { word: "zendesk", root: "/hc?support", outside: &[], inside: &[HOME, NUMBERED], placed: None };
