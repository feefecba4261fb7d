//! Whether the nudge is where it is believed to be: seen, put back, or lost.
//!
//! Never fights for its place: what is taken away again stays away.

use super::display::{keep, remember};
use super::effect::{Effect, Effects};
use super::state::{Engine, Stage};
use crate::memory::Session;
use crate::time::Timestamp;

/// How often it is put back on one page view. An app that lays a page out anew does so once; a router
/// may show a page as it remembers it, and then as it is, each with a body of its own.
const RETURNS: u8 = 1;
const RETURNS_WITH_BODY: u8 = 2;

impl Engine<'_> {
    /// From now on it was shown.
    pub(super) fn seen(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        let Stage::Showing(interview, _) = &self.stage else { return };
        if core::mem::replace(&mut self.sight.is_seen, true) {
            return;
        }
        effects(Effect::Shown { survey: interview.survey.id, trigger: interview.trigger, id: &interview.id });
        if self.definition.counts_shown {
            keep(at, interview, self.definition, effects);
        }
    }

    /// It goes back where it was, or is lost.
    pub(super) fn displaced(&mut self, with_body: bool, effects: &mut Effects<'_>) {
        if !matches!(self.stage, Stage::Showing(..)) {
            return;
        }
        let most = if with_body { RETURNS_WITH_BODY } else { RETURNS };
        if self.sight.returns >= most {
            return self.lost(effects);
        }
        self.sight.returns += 1;
        effects(Effect::PutBack);
    }

    /// As if it had never been shown, where nothing was answered. What was answered stays.
    pub(super) fn lost(&mut self, effects: &mut Effects<'_>) {
        let Stage::Showing(interview, _) = &self.stage else { return };
        if !interview.begun() {
            self.memory.take_back(interview.survey.id);
            remember(&self.memory, effects);
            // Its display had the session remembered too.
            if self.memory.is_blank() && self.memory.session.articles.is_empty() && !self.needs.settling {
                effects(Effect::RememberSession(&Session::default()));
            }
        }
        self.close(effects);
    }

    /// A nudge that nobody has touched goes with the page it was meant for. Where nobody has seen it
    /// either, it was not shown.
    pub(super) fn pass(&mut self, effects: &mut Effects<'_>) {
        if self.sight.is_seen { self.close(effects) } else { self.lost(effects) }
    }
}
