//! Where a nudge stands. Start is where reading begins, end where it ends.

use alloc::string::String;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    pub position: Position,
    /// The selector of what it stands in, or the word on its tab, which is empty for the language's
    /// own; empty anywhere else.
    pub text: String,
}

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
