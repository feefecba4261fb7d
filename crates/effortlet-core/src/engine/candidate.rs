//! A survey whose trigger fired and that has not been shown yet.

use crate::explanation::Held;
use crate::survey::Survey;
use crate::time::{Duration, Timestamp};

/// A survey that was triggered while something passing held it back waits this long for a quiet
/// moment, then it is let go.
const PATIENCE: Duration = Duration::seconds(30);

#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub(super) survey: &'a Survey<'a>,
    pub(super) trigger: &'static str,
    pub(super) due: Timestamp,
    /// Asked for by the page itself, so that nothing but another nudge holds it back.
    pub(super) wanted: bool,
    /// Asked for by the visitor, so that a newcomer need not be left alone, nor who types or watches a video.
    pub(super) invited: bool,
    /// Waits for the next page.
    pub(super) deferred: bool,
    /// Whether it was looked at when its trigger fired.
    pub(super) checked: bool,
    /// Waits for the visitor to have done with something else.
    pub(super) awaiting_quiet: bool,
    /// Waits for the visitor to come back to the tab, for however long.
    pub(super) awaiting_return: bool,
    /// A rating that the visitor has chosen before; 0 for none.
    pub(super) suggested: u8,
}

impl<'a> Candidate<'a> {
    pub(super) fn new(survey: &'a Survey<'a>, trigger: &'static str, due: Timestamp) -> Self {
        Self {
            survey,
            trigger,
            due,
            wanted: false,
            invited: false,
            deferred: false,
            checked: false,
            awaiting_quiet: false,
            awaiting_return: false,
            suggested: 0,
        }
    }

    /// It may be the moment now, unless it has waited for too long.
    pub(super) fn rise(&mut self, at: Timestamp) -> bool {
        if core::mem::replace(&mut self.awaiting_return, false) {
            self.due = at;
        }
        !core::mem::replace(&mut self.awaiting_quiet, false) || at <= self.due + PATIENCE
    }

    /// Whether what holds it back may be over before it is let go.
    pub(super) fn outlasts(&self, held: &Held) -> bool {
        self.awaiting_return || held.until <= self.due + PATIENCE
    }
}
