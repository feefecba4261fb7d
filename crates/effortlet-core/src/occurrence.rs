//! What happens on a page view, as triggers hear of it.

use crate::needs::Clickable;
use crate::signal::{Departure, Reading};
use crate::source::Value;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Occurrence<'o> {
    /// The page view begins.
    Visited,
    /// Time went by.
    Elapsed,
    PointerLeft(Departure),
    PointerBack,
    /// The document became visible or hidden.
    Visible(bool),
    /// What this names was read.
    Scrolled(&'o str, Reading),
    /// The same with the end of what this names in the place of the page's.
    EndScrolled(&'o str, Reading),
    Clicked(Clickable<'o>),
    /// A click on what the page has marked with this survey's id.
    Marked(&'o str),
    /// With its properties.
    Event(&'o str, &'o Value),
    /// An error page, or a search that has found nothing.
    DeadEnd,
    /// A section was left and not entered again.
    SectionLeft(&'o str),
}
