//! Surveys whose trigger fired: which of them is shown, and what holds the others back.

use super::candidate::Candidate;
use super::effect::{Circumstances, Effect, Effects};
use super::state::{Engine, Stage};
use crate::audience::AudienceContext;
use crate::explanation::{Held, Hold};
use crate::frequency::TooSoon;
use crate::survey::Survey;
use crate::time::Timestamp;
use crate::tree::Truth;

impl<'a> Engine<'a> {
    /// Asks for the stage for the first candidate that nothing holds back. What is not known yet
    /// of its audience is found out on the stage, where nobody else writes the memory.
    pub(super) fn settle(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        for mut candidate in core::mem::take(&mut self.waiting) {
            let held = if candidate.due > at || candidate.awaiting_quiet {
                self.look(at, &mut candidate, effects)
            } else {
                self.hold(at, &candidate, &Circumstances::default())
            };
            match held {
                None | Some(Held { by: Hold::Audience(Truth::Unknown), .. }) => {
                    if !matches!(self.stage, Stage::Drawing) {
                        effects(Effect::Claim);
                    }
                    self.stage = Stage::Claiming(candidate);
                }
                Some(held) if candidate.outlasts(&held) => self.waiting.push(candidate),
                Some(_) => {}
            }
        }
    }

    /// What holds a candidate back that is not due yet, or that waits for a quiet moment. Whom it
    /// is for and how often is asked when its trigger fires, and again when it is due.
    fn look(&self, at: Timestamp, candidate: &mut Candidate<'_>, effects: &mut Effects<'_>) -> Option<Held> {
        if candidate.awaiting_quiet {
            return Some(Hold::Delay.until(at));
        }
        let checked = core::mem::replace(&mut candidate.checked, true);
        if checked || candidate.wanted {
            return Some(Hold::Delay.until(candidate.due));
        }
        let held = self.unfit(at, candidate, &Circumstances::default());
        match held.map(|held| held.by) {
            Some(Hold::Audience(Truth::False) | Hold::Newcomer | Hold::Frequency(_)) => return held,
            Some(Hold::Audience(Truth::Unknown)) => effects(Effect::GatherFacts),
            _ => {}
        }
        Some(Hold::Delay.until(candidate.due))
    }

    /// Lets those go that are not for this visitor, as it turns out.
    pub(super) fn gathered(&mut self, at: Timestamp, circumstances: &Circumstances) {
        for candidate in core::mem::take(&mut self.waiting) {
            let unfit = self.unfit(at, &candidate, circumstances);
            if candidate.wanted || !matches!(unfit, Some(Held { by: Hold::Audience(Truth::False), .. })) {
                self.waiting.push(candidate);
            }
        }
    }

    /// The first thing that holds a candidate back that is due.
    pub(super) fn hold(&self, at: Timestamp, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<Held> {
        if !matches!(self.stage, Stage::Idle | Stage::Drawing) {
            return Some(Hold::Busy.endless());
        }
        if candidate.wanted { None } else { self.unfit(at, candidate, circumstances) }
    }

    /// Whom it is for, then how often, then whether it is the moment.
    pub(super) fn unfit(&self, at: Timestamp, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<Held> {
        match self.audience(at, candidate.survey, circumstances) {
            Truth::True => self.too_soon(at, candidate).or_else(|| {
                let manners = circumstances.manners.filter(|it| it.hides() || !candidate.invited);
                manners.map(|it| Hold::Manners(it).endless())
            }),
            value => Some(Hold::Audience(value).endless()),
        }
    }

    pub(super) fn too_soon(&self, at: Timestamp, candidate: &Candidate<'_>) -> Option<Held> {
        let survey = candidate.survey;
        let TooSoon { on, until } = survey.frequency.hold(at, survey.id, &self.memory, candidate.invited)?;
        Some(on.map_or(Hold::Newcomer, Hold::Frequency).until(until))
    }

    pub(super) fn audience(&self, at: Timestamp, survey: &Survey<'_>, circumstances: &Circumstances) -> Truth {
        survey.audience.includes(&self.context(at, survey, circumstances))
    }

    /// What conditions are asked about.
    pub(super) fn context<'v>(
        &'v self,
        at: Timestamp,
        survey: &'v Survey<'_>,
        circumstances: &'v Circumstances,
    ) -> AudienceContext<'v> {
        AudienceContext {
            at,
            survey: survey.id,
            path: self.page.as_ref().map(|page| page.path.as_str()),
            address: self.page.as_ref().map_or("", |page| &page.address),
            page: self.facts(),
            languages: &self.languages,
            number: self.memory.number,
            history: &self.memory.history,
            trail: &self.trail,
            asked: &self.needs.facts,
            gathered: &circumstances.facts,
        }
    }

    /// When a candidate can be shown at the earliest, or is to be let go. A quiet moment tells itself.
    pub(super) fn due(&self, at: Timestamp, candidate: &Candidate<'_>) -> Timestamp {
        if candidate.awaiting_quiet {
            return Timestamp::NEVER;
        }
        let held = self.too_soon(at, candidate).filter(|held| candidate.outlasts(held));
        held.map_or(candidate.due, |held| held.until.max(candidate.due))
    }
}
