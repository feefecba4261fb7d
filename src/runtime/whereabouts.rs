//! Where the nudge is, as the engine hears of it. Never decides what follows.

use crate::view::Whereabouts;
use effortlet_core::engine::Input;

pub(super) fn whereabouts(it: Whereabouts) -> Input {
    match it {
        Whereabouts::Seen => Input::Seen,
        Whereabouts::Displaced { with_body } => Input::Displaced { with_body },
        Whereabouts::Lost => Input::Lost,
    }
}
