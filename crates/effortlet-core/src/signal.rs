//! What the sensors report. Plain observations; what they mean is decided by the engine.

use crate::source::Value;
use crate::time::Duration;
use alloc::{string::String, vec::Vec};

#[derive(Clone, Debug, PartialEq)]
pub enum Signal {
    /// The visitor did something. Circumstances again when it is done by other means, else after 5 s.
    Acted(Means),
    /// The document became visible or hidden.
    Visible(bool),
    PointerLeft(Departure),
    /// The pointer is back in the page.
    PointerBack,
    /// A reading of what this one of `Needs::scrolls` names.
    Scrolled(String, Reading),
    /// A click on what the n-th of `Needs::clicks` names.
    Clicked(usize),
    /// The same click is on what this one names too.
    ClickedToo(usize),
    /// Something the page told about, and what it told of it; absent where it told nothing.
    Event(String, Value),
    /// The section that the page itself says it is in, as a breadcrumb does.
    Section(String),
    /// No modal dialog, typing or the like that was told with a claim goes on, as far as is known.
    QuietMoment,
    /// A reading with the end of what this one of `Needs::ends` names in the place of the page's.
    EndScrolled(String, Reading),
    /// A click on what the page has marked with this survey's id.
    Marked(String),
    /// The paths that the page's links lead to, and the HTTP status that it came with; 0 where that
    /// is not known.
    LinkTargets(Vec<String>, u16),
    /// The document is left.
    Leaving,
}

/// By what a visitor does something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Means {
    /// A pointer that only moves: somebody is there, and has done nothing yet.
    #[default]
    Motion,
    /// A press, a key, a wheel turn.
    Press,
    Touch,
}

/// The pointer left the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Departure {
    /// Pixels from the top of the window; negative above it.
    pub y: f64,
    /// Upward pixels per millisecond over the last samples; negative downward.
    pub speed: f64,
    /// How long before leaving the pointer was last seen moving.
    pub age: Duration,
    /// What else the visitor may be doing.
    pub distraction: Option<Distraction>,
}

/// Why a pointer may leave the window without its visitor leaving the page, by the numbers of
/// `sensor/exit.js`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distraction {
    /// A mouse button is held.
    Dragging = 1,
    /// A field, a list or an editable text has the focus or was left.
    Editing,
    /// A menu or a list is open.
    Expanded,
    /// A context menu opened less than a second ago.
    Menu,
    /// The window does not have the focus.
    Unfocused,
    /// The page is inside a frame.
    Framed,
}

/// How far the page is scrolled, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    pub top: f64,
    /// The height that is seen.
    pub view: f64,
    /// The height of everything, or where what it is about ends.
    pub height: f64,
    /// How long before it moved the visitor had last turned the wheel, touched, pressed a key or a button.
    pub idle: Duration,
}
