//! The rows of questions, layouts and makes of help centers. Never says what they mean.

use crate::help_center::{
    Make, docusaurus::DOCUSAURUS, freshdesk::FRESHDESK, generic::GENERIC, gitbook::GITBOOK, help_scout::HELP_SCOUT,
    intercom::INTERCOM, live_agent::LIVE_AGENT, mkdocs::MKDOCS, notion::NOTION, readme::README, starlight::STARLIGHT,
    vitepress::VITEPRESS, zendesk::ZENDESK,
};
use crate::layout::{self, beside, corner, inline, tab};
use crate::question::{self, choice, effort, message, text, yes_no};

pub(super) const ORDINARY_QUESTIONS: &[question::Kind] = &[yes_no::YES_NO, effort::NUMBERS, text::TEXT];

pub(super) const ALL_QUESTIONS: [question::Kind; 5] =
    [yes_no::YES_NO, effort::EFFORT, text::TEXT, choice::CHOICE, message::MESSAGE];

pub(super) const ALL_LAYOUTS: &[layout::Kind] = &[corner::CORNER, inline::INLINE, tab::TAB, beside::BESIDE];

/// The first stands for those that are like most.
pub(super) const ALL_HELP_CENTERS: &[&Make] = &[
    &GENERIC, &ZENDESK, &FRESHDESK, &INTERCOM, &HELP_SCOUT, &LIVE_AGENT, &DOCUSAURUS, &MKDOCS, &VITEPRESS, &STARLIGHT,
    &GITBOOK, &README, &NOTION,
];

pub(super) const ORDINARY_HELP_CENTERS: &[&Make] = &[&GENERIC];
