//! Where few nudges stand: in another corner, in an element of the page, folded to a tab, or next to
//! what was clicked. One file for each; `layout.css` has the classes that they give the card.
//!
//! Never decides whether a nudge comes. What has no such place is in the corner.

pub(super) mod corner;
pub(super) mod inline;
pub(super) mod tab;
pub(super) mod beside;

use super::nudge::Nudge;
use super::stood::Stood;
use effortlet_core::screen::Standing;
use web_sys::Element;

/// Puts the card of a nudge where it stands, given what was clicked last; none for a position of
/// another one.
pub(crate) type Layout = fn(&Standing, &Nudge, Option<&Element>) -> Option<Stood>;
