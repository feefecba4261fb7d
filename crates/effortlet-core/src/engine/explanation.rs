//! Why a survey is not shown now. Never changes anything.

use super::candidate::Candidate;
use super::effect::Circumstances;
use super::state::{Engine, Stage};
use super::watch::find;
use crate::explanation::{Explanation, Held, Hold};
use crate::observed::Observed;
use crate::survey::Survey;
use crate::time::Timestamp;
use crate::tree::Truth;

impl Engine<'_> {
    /// Nothing of a survey that the definition does not have, or that has problems.
    pub fn explanation(&self, at: Timestamp, survey: &str, circumstances: &Circumstances) -> Option<Explanation> {
        let (first, survey) = find(&self.definition.surveys, survey)?;
        let held = self.held_at(at, first, survey, circumstances);
        let until = held.map(|held| held.until).filter(|until| *until != Timestamp::NEVER);
        let view = self.view(at);
        let came = self.came_by(survey);
        let triggers = self.watch.moments(survey, first).zip(&survey.triggers.moments).map(|((truth, watched), moment)| {
            // What came on the page before has to come anew on this one, but it did come.
            if truth != Truth::True && Some(moment.word) == came { (Truth::True, Observed::Nothing) } else { (truth, watched.trigger.observed(&view)) }
        });
        Some(Explanation {
            survey: survey.id.into(),
            hold: held.map(|held| held.by),
            until: until.map(|until| until.0 as f64),
            triggers: triggers.collect(),
            conditions: survey.audience.observed(&self.context(at, survey, circumstances)),
        })
    }

    /// The first thing that holds a survey back; nothing when it would show now, or is not there.
    pub fn held(&self, at: Timestamp, survey: &str, circumstances: &Circumstances) -> Option<Held> {
        let (first, survey) = find(&self.definition.surveys, survey)?;
        self.held_at(at, first, survey, circumstances)
    }

    /// The trigger by which it is shown now, or is about to be.
    fn came_by(&self, survey: &Survey<'_>) -> Option<&'static str> {
        match &self.stage {
            Stage::Showing(interview, _) if interview.survey.id == survey.id => Some(interview.trigger),
            Stage::Claiming(candidate) if candidate.survey.id == survey.id => Some(candidate.trigger),
            _ => self.waiting.iter().find(|it| it.survey.id == survey.id).map(|it| it.trigger),
        }
    }

    /// `first` is the position of the survey's first moment.
    fn held_at(
        &self,
        at: Timestamp,
        first: usize,
        survey: &Survey<'_>,
        circumstances: &Circumstances,
    ) -> Option<Held> {
        if !matches!(self.stage, Stage::Idle | Stage::Drawing) {
            return Some(Hold::Busy.endless());
        }
        let unfit = self.unfit(at, &Candidate::new(survey, "", at), circumstances);
        unfit.or_else(|| self.held_by_triggers(at, first, survey))
    }

    fn held_by_triggers(&self, at: Timestamp, first: usize, survey: &Survey<'_>) -> Option<Held> {
        if self.trail.deferred.iter().any(|it| it.survey == survey.id) {
            return Some(Hold::Deferred.endless());
        }
        match self.waiting.iter().find(|candidate| candidate.survey.id == survey.id) {
            None if self.watch.value(survey, first) == Truth::True => Some(Hold::Missed.endless()),
            None => Some(Hold::Trigger.endless()),
            Some(candidate) if candidate.due > at => Some(Hold::Delay.until(candidate.due)),
            Some(_) => None,
        }
    }
}
