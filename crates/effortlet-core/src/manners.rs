//! What a nudge does not come into the middle of. Never looks at the page itself.

use serde::{Deserialize, Serialize};

/// What a visitor is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Manners {
    /// A modal dialog or a popover is open.
    Dialog,
    FullScreen,
    /// Something was typed into a field that still has the focus.
    Typing,
    /// Words are selected.
    Selecting,
    /// A video with sound is playing.
    Video,
    /// The keyboard of a touch screen covers part of the page.
    Keyboard,
    /// The visitor looks at another tab.
    Away,
}

impl Manners {
    pub const ALL: [Self; 7] =
        [Self::Dialog, Self::FullScreen, Self::Typing, Self::Selecting, Self::Video, Self::Keyboard, Self::Away];

    /// Whether a nudge would be out of sight. Of all else somebody who has asked for it has had enough.
    pub(crate) fn hides(self) -> bool {
        matches!(self, Self::Dialog | Self::FullScreen | Self::Away)
    }

    /// As serde has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Dialog => "Dialog",
            Self::FullScreen => "FullScreen",
            Self::Typing => "Typing",
            Self::Selecting => "Selecting",
            Self::Video => "Video",
            Self::Keyboard => "Keyboard",
            Self::Away => "Away",
        }
    }
}
