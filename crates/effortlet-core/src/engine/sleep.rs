//! How long nobody has to look after this visitor, since nothing can be asked meanwhile whatever happens.
//!
//! Never lets one sleep who has to be followed, or whose answers wait; and nobody for longer than a day, so that
//! a changed definition is noticed. Draws a visitor's number only where all that could be asked is for a sample.

use super::display::remember;
use super::effect::{Circumstances, Effect, Effects};
use super::state::{Engine, Stage, needs_of};
use crate::time::{Duration, Timestamp};
use crate::tree::Truth;

const LONGEST: Duration = Duration::days(1);

/// So long before a survey may be shown, and after one was, its visitor is awake: a page view or a nudge that goes on
/// then is known, unless it lasts for longer than this.
const AHEAD: Duration = Duration::seconds(1_800);

impl Engine<'_> {
    /// All that is needed is listened to.
    pub(super) fn armed(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        let outlook = self.outlook(at);
        if outlook.is_open {
            self.stage = Stage::Drawing;
            return effects(Effect::Claim);
        }
        effects(Effect::SleepUntil(outlook.until));
    }

    /// The memory is that of all tabs, and nobody else writes it.
    pub(super) fn draw(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        if self.outlook(at).is_open {
            self.memory.number = Some(self.random.draw() as u32);
            remember(&self.memory, effects);
        }
        effects(Effect::SleepUntil(self.outlook(at).until));
    }

    fn outlook(&mut self, at: Timestamp) -> Outlook {
        let mut outlook = Outlook { until: at, is_open: false };
        // What another tab may still have on display can come to something else, and hold nothing back any more.
        let is_settled = self.memory.displays.last().is_none_or(|last| at - last.ended > AHEAD);
        let is_calm = matches!(self.stage, Stage::Idle) && self.waiting.is_empty() && self.outbox.is_empty();
        // Nothing may tell them from others.
        if !is_settled || !is_calm || self.is_private {
            return outlook;
        }
        // Another tab begins a session of its own.
        let started = core::mem::replace(&mut self.memory.session.started, Timestamp::from_js(f64::INFINITY));
        outlook = self.outlook_of_all(at);
        self.memory.session.started = started;
        outlook
    }

    fn outlook_of_all(&self, at: Timestamp) -> Outlook {
        let circumstances = Circumstances::default();
        let a_day = at + LONGEST + AHEAD;
        let mut outlook = Outlook { until: at + LONGEST, is_open: self.memory.number.is_none() };
        for survey in &self.definition.surveys {
            let context = self.context(at, survey, &circumstances);
            let is_out = |until, number| survey.audience.lasts(&context, until, number) == Truth::False;
            let quiet = survey.frequency.hold(at, survey.id, &self.memory, true).map_or(at, |held| held.until);
            if quiet == Timestamp::NEVER || is_out(Timestamp::NEVER, None) {
                continue;
            }
            // What is triggered earlier waits for so long.
            let delay = survey.triggers.moments.iter().fold(0, |delay, moment| delay.max(moment.delay.0));
            let earliest = if needs_of(survey).follows() {
                at
            } else if is_out(a_day, None) {
                Timestamp::NEVER
            } else {
                quiet + Duration(-delay - AHEAD.0)
            };
            if earliest <= at {
                outlook.is_open &= is_out(a_day, Some(true)) || is_out(a_day, Some(false));
            }
            outlook.until = outlook.until.min(earliest);
        }
        outlook.is_open &= outlook.until <= at;
        outlook
    }
}

struct Outlook {
    /// What is not later than now is a visitor who does not sleep.
    until: Timestamp,
    /// Whether a number may tell more.
    is_open: bool,
}
