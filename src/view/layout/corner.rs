//! In a corner of the window. Start is where reading begins, top is the upper edge.
//!
//! Never on narrow screens, where every nudge is a sheet at the lower edge.

use crate::view::nudge::Nudge;
use crate::view::stood::Stood;
use effortlet_core::screen::Standing;
use effortlet_core::survey::Position;
use web_sys::Element;

pub(crate) fn stand(standing: &Standing, nudge: &Nudge, _: Option<&Element>) -> Option<Stood> {
    let class = match standing.position {
        Position::BottomStart => "start",
        Position::TopEnd => "top",
        Position::TopStart => "top start",
        _ => return None,
    };
    nudge.card.set_class_name(class);
    Some(Stood::default())
}
