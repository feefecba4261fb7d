//! What a visitor does on a touch screen before leaving, as far as a page can know.
//!
//! No browser reveals that somebody is about to leave, so these are guesses; a team names the ones
//! that it wants to count.

use super::swipe::Swipe;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::signal::Means;
use crate::source::{Node, Problems};
use crate::time::{Duration, Timestamp};

/// Which of them count, and what was seen of them.
#[derive(Clone, Default)]
pub(super) struct Gestures {
    /// Quickly back to the top, where the address is.
    pub(super) fast_scroll_up: bool,
    /// Back from somewhere else.
    tab_return: bool,
    swipe: Swipe,
    /// Since when the document is hidden.
    hidden: Option<Timestamp>,
}

/// The words for them in definitions, and for those who wrote one.
pub(super) const GESTURES: [(&str, &str); 2] =
    [("fastScrollUp", "scrolling up fast"), ("tabReturn", "coming back from elsewhere")];

/// Away for less is a glance, away for longer is another visit.
const AWAY: core::ops::RangeInclusive<i64> = 5_000..=1_800_000;

impl Gestures {
    /// One gesture or a list of them; none where nothing is said.
    pub(super) fn read(node: Node<'_>, problems: &mut Problems) -> Self {
        let mut gestures = Self::default();
        let words = GESTURES.map(|(word, _)| word);
        if let Some(touch) = node.given("touch") {
            touch.words(&words, problems);
            for gesture in touch.each() {
                gestures.fast_scroll_up |= gesture.position(&words) == 0;
                gestures.tab_return |= gesture.position(&words) == 1;
            }
        }
        gestures
    }

    pub(super) fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        let means = view.attention.means;
        match occurrence {
            Occurrence::Visited => {
                self.swipe = Swipe::begin(view.at);
                false
            }
            Occurrence::Scrolled("", reading) => self.swipe.take(view.at, *reading, means) && self.fast_scroll_up,
            Occurrence::Visible(false) => {
                self.hidden.get_or_insert(view.at);
                false
            }
            Occurrence::Visible(true) => {
                let away = self.hidden.take().map_or(Duration(0), |hidden| view.at - hidden);
                self.tab_return && means == Means::Touch && AWAY.contains(&away.0)
            }
            _ => false,
        }
    }
}
