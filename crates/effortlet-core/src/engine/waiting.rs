//! Surveys whose trigger fired: which of them is shown, and what holds the others back.

use super::{Effect, Effects, Engine, Hold, Stage, Circumstances};
use crate::audience::Visitor;
use crate::survey::Survey;
use crate::time::{Duration, Timestamp};
use crate::tree::Truth;

/// A survey that was triggered while something passing held it back waits this long for a quiet
/// moment, then it is let go.
const PATIENCE: Duration = Duration::seconds(30);

/// A survey whose trigger fired and that has not been shown yet.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub(super) survey: &'a Survey<'a>,
    pub(super) trigger: &'static str,
    pub(super) due: Timestamp,
    /// Asked for by the page itself, so that nothing but another nudge holds it back.
    pub(super) wanted: bool,
    /// Asked for by the visitor, so that a newcomer need not be left alone.
    pub(super) invited: bool,
    /// Waits for the next page.
    pub(super) deferred: bool,
    /// Whether it was looked at when its trigger fired.
    pub(super) checked: bool,
    /// Waits for the visitor to have done with something else.
    pub(super) awaiting_quiet: bool,
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
        }
    }

    fn is_invited(&self) -> bool {
        self.invited
    }

    /// It may be the moment now, unless it has waited for too long.
    pub(super) fn rise(&mut self, at: Timestamp) -> bool {
        !core::mem::replace(&mut self.awaiting_quiet, false) || at <= self.due + PATIENCE
    }

    /// Whether what holds it back may be over before it is let go.
    fn outlasts(&self, hold: &Hold) -> bool {
        hold.until() <= self.due + PATIENCE
    }
}

impl<'a> Engine<'a> {
    /// Asks for the stage for the first candidate that nothing holds back. What is not known yet
    /// of its audience is found out on the stage, where nobody else writes the memory.
    pub(super) fn settle(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        for mut candidate in core::mem::take(&mut self.waiting) {
            let hold = if candidate.due > at || candidate.awaiting_quiet {
                self.look(at, &mut candidate, effects)
            } else {
                self.hold(at, &candidate, &Circumstances::default())
            };
            match hold {
                None | Some(Hold::Audience(Truth::Unknown)) => {
                    effects(Effect::Claim);
                    self.stage = Stage::Claiming(candidate);
                }
                Some(hold) if candidate.outlasts(&hold) => self.waiting.push(candidate),
                Some(_) => {}
            }
        }
    }

    /// What holds a candidate back that is not due yet, or that waits for a quiet moment. Whom it
    /// is for and how often is asked when its trigger fires, and again when it is due.
    fn look(&self, at: Timestamp, candidate: &mut Candidate<'_>, effects: &mut Effects<'_>) -> Option<Hold> {
        if candidate.awaiting_quiet {
            return Some(Hold::Delay(at));
        }
        let checked = core::mem::replace(&mut candidate.checked, true);
        let hold = if checked || candidate.wanted { None } else { self.unfit(at, candidate, &Circumstances::default()) };
        if !checked && hold == Some(Hold::Audience(Truth::Unknown)) {
            effects(Effect::GatherFacts);
        }
        match hold {
            Some(Hold::Audience(Truth::False) | Hold::Frequency(_)) => hold,
            _ => Some(Hold::Delay(candidate.due)),
        }
    }

    /// Lets those go that are not for this visitor, as it turns out.
    pub(super) fn gathered(&mut self, at: Timestamp, circumstances: &Circumstances) {
        for candidate in core::mem::take(&mut self.waiting) {
            let unfit = self.unfit(at, &candidate, circumstances);
            if candidate.wanted || unfit != Some(Hold::Audience(Truth::False)) {
                self.waiting.push(candidate);
            }
        }
    }

    /// The first thing that holds a candidate back that is due.
    pub(super) fn hold(&self, at: Timestamp, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<Hold> {
        if !matches!(self.stage, Stage::Idle) {
            return Some(Hold::Busy);
        }
        if candidate.wanted { None } else { self.unfit(at, candidate, circumstances) }
    }

    /// Whom it is for, then how often, then whether it is the moment.
    pub(super) fn unfit(&self, at: Timestamp, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<Hold> {
        match self.audience(at, candidate.survey, circumstances) {
            Truth::True => self.too_soon(at, candidate).or_else(|| circumstances.manners.map(Hold::Manners)),
            value => Some(Hold::Audience(value)),
        }
    }

    fn too_soon(&self, at: Timestamp, candidate: &Candidate<'_>) -> Option<Hold> {
        let survey = candidate.survey;
        let invited = candidate.is_invited();
        survey.frequency.hold(at, survey.id, &self.memory, invited).map(Hold::Frequency)
    }

    pub(super) fn audience(&self, at: Timestamp, survey: &Survey<'_>, circumstances: &Circumstances) -> Truth {
        survey.audience.includes(&self.visitor(at, survey, circumstances))
    }

    /// What audiences are asked about.
    pub(super) fn visitor<'v>(&'v self, at: Timestamp, survey: &'v Survey<'v>, circumstances: &'v Circumstances) -> Visitor<'v> {
        Visitor {
            path: self.page.as_ref().map(|page| page.path.as_str()),
            number: self.memory.number,
            survey: survey.id,
            known: crate::audience::AudienceContext {
                at,
                address: self.page.as_ref().map_or("", |page| &page.address),
                facts: super::facts(self.definition, &self.page),
                languages: &self.languages,
                history: &self.memory.history,
                trail: &self.trail,
                asked: &self.needs.facts,
                found: &circumstances.facts,
            },
        }
    }

    /// When a candidate can be shown at the earliest, or is to be let go. A quiet moment tells itself.
    pub(super) fn due(&self, at: Timestamp, candidate: &Candidate<'_>) -> Timestamp {
        if candidate.awaiting_quiet {
            return Timestamp::NEVER;
        }
        let held = self.too_soon(at, candidate).filter(|hold| candidate.outlasts(hold));
        held.map_or(candidate.due, |hold| hold.until().max(candidate.due))
    }
}
