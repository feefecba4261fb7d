//! The rows of triggers and conditions. Never says what they mean.

use crate::audience::{self, *};
use crate::trigger::{self, *};

pub(super) const ORDINARY_TRIGGERS: &[trigger::Kind] = &[
    exit_intent::POINTER,
    scroll::SCROLL.without_words().with_keys(&["percent", "short", "dwell", "container"]),
    click::CLICK,
    help_center::ARTICLES,
    event::EVENT,
];

pub(super) const ORDINARY_CONDITIONS: &[audience::Kind] = &[page_path::PAGE, sample::SAMPLE.without_words()];

pub(super) const ALL_TRIGGERS: [trigger::Kind; 8] = [
    exit_intent::EXIT_INTENT,
    scroll::SCROLL,
    mark::CLICK,
    help_center::HELP_CENTER,
    event_terms::EVENT,
    section_leave::SECTION_LEAVE,
    trigger::time::TIME,
    link::LINK,
];

pub(super) const ALL_CONDITIONS: [audience::Kind; 18] = [
    page::PAGE,
    sample::SAMPLE,
    referrer::REFERRER,
    entry::ENTRY,
    utm::UTM,
    visitor::VISITOR,
    language::LANGUAGE,
    device::DEVICE,
    audience::time::TIME,
    time_zone::TIME_ZONE,
    named::TRAITS,
    named::COOKIE,
    named::LOCAL_STORAGE,
    named::SESSION_STORAGE,
    named::GLOBAL,
    element::ELEMENT,
    answered::ANSWERED,
    condition::CONDITION,
];
