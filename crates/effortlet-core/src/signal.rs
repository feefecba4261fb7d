//! What the sensors report. Plain observations; what they mean is decided by the engine.

use crate::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Signal<'s> {
    /// The first real act of the visitor on this page: a press, a key, a wheel turn, a touch.
    Interacted,
    /// The document became visible or hidden.
    Visible(bool),
    PointerLeft(Departure),
    /// The pointer is back in the page.
    PointerBack,
    /// A reading of what this one of `Needs::scrolls` names.
    Scrolled(&'s str, Reading),
    /// A click on what the n-th selector of `Needs::clicks` names.
    Clicked(usize),
    /// Something the page told about with `track`.
    Event(&'s str),
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

/// Why a pointer may leave the window without its visitor leaving the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distraction {
    /// A mouse button is held.
    Dragging,
    /// A field, a list or an editable text has the focus or was left.
    Editing,
    /// Something says `aria-expanded="true"`.
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
    /// The height of everything.
    pub height: f64,
    /// How long ago the visitor last turned the wheel, touched, pressed a key or a button.
    pub idle: Duration,
}
