//! At the end of an element of the page, as a part of it.
//!
//! Never over what the page shows. An element that has gone meanwhile leaves the card in the corner.

use crate::dom::append;
use crate::page::first;
use crate::view::nudge::Nudge;
use crate::view::stood::Stood;
use effortlet_core::screen::Standing;
use effortlet_core::survey::Position;
use web_sys::Element;

pub(crate) fn stand(standing: &Standing, nudge: &Nudge, _: Option<&Element>) -> Option<Stood> {
    if standing.position != Position::Inline {
        return None;
    }
    let Some(element) = first(&standing.text) else { return Some(Stood::default()) };
    nudge.card.set_class_name("inline");
    let _ = nudge.card.remove_attribute("popover");
    append(&element, &nudge.host);
    let selector = standing.text.clone();
    Some(Stood { place: Some(Box::new(move || first(&selector))), ..Stood::default() })
}
