//! What a build of the widget can do: tables of the kinds that the rules, the sensors and the view know.
//!
//! The linker drops what no row names. Never asked for by the rules or a room: they are handed their table.

use crate::facts::Facts;
use crate::observer::Observer;
use crate::redact::{Redact, redact};
use crate::store::{JOURNEYS, Journeys};
use crate::{link_targets, sensor, view};
use effortlet_core::engine::{self, Nearby, Ways};
use effortlet_core::edition::{self as rules, Edition as Rules};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The one that this crate is built as; the only question about a feature, but for what only a debug
/// build exports.
#[cfg(not(feature = "debug"))]
pub(crate) const EDITION: &Edition = if cfg!(feature = "full") { &FULL } else { &ORDINARY };
#[cfg(feature = "debug")]
pub(crate) const EDITION: &Edition = &DEBUG;

pub(crate) struct Edition {
    /// What a definition may say.
    pub(crate) rules: &'static Rules,
    /// How far a visitor is followed.
    pub(crate) ways: &'static dyn Ways,
    /// What is listened to.
    pub(crate) sensors: &'static [sensor::Kind],
    /// What is asked, and where a nudge stands.
    pub(crate) view: &'static view::Kinds,
    /// What audiences ask the page for.
    pub(crate) open_facts: Option<fn() -> Facts>,
    /// The paths that the page leads to, and the status that it came with.
    pub(crate) read_link_targets: Option<fn() -> (Vec<String>, u16)>,
    /// How it is remembered how a visitor came here, and what was answered.
    pub(crate) journeys: Option<&'static Journeys>,
    /// How the team's own code is asked what of a response may be kept.
    pub(crate) redact: Option<Redact>,
    /// Opens who looks on, by the panel that shows it.
    pub(crate) observe: Option<fn(JsValue) -> Rc<dyn Observer>>,
}

/// What most definitions ask for.
#[cfg_attr(feature = "debug", allow(dead_code, reason = "a team that looks on has all"))]
pub(crate) const ORDINARY: Edition = Edition {
    rules: &rules::ORDINARY,
    ways: &Nearby,
    sensors: &sensor::ORDINARY,
    view: &view::ORDINARY,
    open_facts: None,
    read_link_targets: None,
    journeys: None,
    redact: None,
    observe: None,
};

/// Everything there is.
pub(crate) const FULL: Edition = Edition {
    rules: &rules::FULL,
    ways: &engine::Journeys,
    sensors: &sensor::FULL,
    view: &view::FULL,
    open_facts: Some(Facts::open),
    read_link_targets: Some(link_targets::read),
    journeys: Some(&JOURNEYS),
    redact: Some(redact),
    observe: None,
};

/// The same for a team that looks on.
#[cfg(feature = "debug")]
pub(crate) const DEBUG: Edition = Edition { observe: Some(crate::preview::open), ..FULL };
