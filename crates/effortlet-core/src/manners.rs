//! What a nudge does not come into the middle of. Never looks at the page itself.

use serde::{Deserialize, Serialize};

/// What a visitor is busy with, by the numbers of `src/manners.js` from 1.
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
}

impl Manners {
    const ALL: [Self; 6] =
        [Self::Dialog, Self::FullScreen, Self::Typing, Self::Selecting, Self::Video, Self::Keyboard];

    /// Nothing for 0, and for what is not known.
    pub fn at(number: usize) -> Option<Self> {
        Self::ALL.get(number.checked_sub(1)?).copied()
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
        }
    }
}
