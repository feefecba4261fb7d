//! Where a nudge stands.

use crate::source::Value;
use crate::text::Text;

/// What a survey says of it; the corner where reading ends, at the bottom, without a word.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Layout<'a> {
    pub position: Position,
    /// What stands on a tab; absent for the language's own word.
    pub label: Text<'a>,
    /// The element that it stands in, as `{ "selector": … }`; absent for none.
    pub element: &'a Value,
}

/// In the order of `src/layout.js`. Start is where reading begins, end where it ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Position {
    #[default]
    BottomEnd,
    BottomStart,
    TopEnd,
    TopStart,
    /// At the end of an element of the page.
    Inline,
    /// Folded to a tab at the lower edge of the window until it is pressed.
    TabEnd,
    TabStart,
    /// Next to the element whose click brought it.
    Beside,
}

impl Position {
    pub const CORNERS: [&str; 4] = ["bottomEnd", "bottomStart", "topEnd", "topStart"];
    pub const SIDES: [&str; 2] = ["end", "start"];

    pub(crate) fn corner(index: usize) -> Self {
        [Self::BottomEnd, Self::BottomStart, Self::TopEnd, Self::TopStart].get(index).copied().unwrap_or_default()
    }

    pub(crate) fn tab(index: usize) -> Self {
        if index == 1 { Self::TabStart } else { Self::TabEnd }
    }
}
