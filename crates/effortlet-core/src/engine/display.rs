//! From the stage being free to the nudge being gone.

use super::{Candidate, Effect, Engine, Stage};
use crate::answer::Act;
use crate::frequency::Outcome;
use crate::interview::{Interview, Progress};
use crate::definition::Definition;
use crate::memory::Memory;
use crate::screen::screen;
use crate::time::{Duration, Timestamp};
use crate::tree::Truth;
use alloc::{boxed::Box, vec::Vec};

/// The thank-you goes by itself after this long: twice what a dozen words take to read.
const THANKS: Duration = Duration::seconds(8);

impl<'a> Engine<'a> {
    /// The stage is ours, and the memory is what all tabs know.
    pub(super) fn claimed(&mut self, at: Timestamp, mut memory: Memory, effects: &mut Vec<Effect>) {
        core::mem::swap(&mut memory.session, &mut self.memory.session);
        self.memory = memory;
        match self.stage {
            Stage::Claiming(candidate) => {
                self.stage = Stage::Idle;
                self.draw_number(&candidate, effects);
                if self.hold(at, &candidate).is_none() {
                    return self.begin(at, &candidate, effects);
                }
            }
            // The page that it was for is gone.
            Stage::Idle => {}
            // What is on display keeps its own claim.
            Stage::Showing(_) => return,
        }
        effects.push(Effect::Release);
    }

    pub(super) fn refused(&mut self) {
        if matches!(self.stage, Stage::Claiming(_)) {
            self.stage = Stage::Idle;
        }
    }

    /// Draws the visitor's number once a sample asks for it, and keeps it.
    fn draw_number(&mut self, candidate: &Candidate<'_>, effects: &mut Vec<Effect>) {
        if !candidate.wanted && self.memory.number.is_none() && self.audience(candidate.survey) == Truth::Unknown {
            self.memory.number = Some(self.random.draw() as u32);
            self.remember(effects);
        }
    }

    /// Remembered before it is rendered, so that a reload cannot show it twice.
    fn begin(&mut self, at: Timestamp, candidate: &Candidate<'a>, effects: &mut Vec<Effect>) {
        self.waiting.clear();
        let survey = candidate.survey;
        self.memory.show(survey.id, at);
        self.remember(effects);
        let id = self.random.uuid(at);
        let language = survey.language(&self.languages, self.definition.default_locale);
        let path = self.path.clone().unwrap_or_default();
        let interview = Interview::begin(survey, candidate.trigger, id, language, path, at);
        effects.push(render(&interview, self.definition));
        let (survey, trigger, id) = (survey.id.into(), candidate.trigger, interview.id.clone());
        effects.push(Effect::Shown { survey, trigger, id });
        self.stage = Stage::Showing(Timestamp::NEVER);
        self.interview = Some(Box::new(interview));
    }

    pub(super) fn act(&mut self, at: Timestamp, act: &Act, effects: &mut Vec<Effect>) {
        let Some(mut interview) = self.interview.take() else { return };
        match interview.act(at, act) {
            Progress::Turned => {}
            Progress::Given(question) => {
                self.record(at, &mut interview, effects);
                if let Some(answered) = interview.answered(question, interview.survey) {
                    let (question, value) = (answered.question.into(), answered.value.owned());
                    effects.push(Effect::Answered { question, value });
                }
                if interview.done() {
                    effects.push(Effect::Completed);
                    self.stage = Stage::Showing(at + THANKS);
                }
            }
            Progress::Closed => {
                if !interview.begun() {
                    self.record(at, &mut interview, effects);
                }
                if !interview.done() {
                    effects.push(Effect::Dismissed);
                }
                return self.close(effects);
            }
        }
        effects.push(render(&interview, self.definition));
        self.interview = Some(interview);
    }

    /// Remembers how it stands with an interview, and sends what was answered.
    fn record(&mut self, at: Timestamp, interview: &mut Interview<'_>, effects: &mut Vec<Effect>) {
        let outcome = match (interview.done(), interview.begun()) {
            (true, _) => Outcome::Answered,
            (false, true) => Outcome::Partial,
            (false, false) => Outcome::Dismissed,
        };
        self.memory.end(interview.survey.id, interview.shown, at, outcome);
        self.remember(effects);
        self.send(at, interview, effects);
    }

    /// A nudge that nobody has touched goes with the page it was meant for.
    pub(super) fn leave_behind(&mut self, at: Timestamp, effects: &mut Vec<Effect>) {
        match &self.interview {
            None => self.stage = Stage::Idle,
            Some(interview) if interview.done() => self.stage = Stage::Showing(at),
            Some(interview) if interview.begun() => {}
            Some(interview) if self.audience(interview.survey) == Truth::True => {}
            Some(_) => self.close(effects),
        }
    }

    /// Takes the thank-you away when its time is over.
    pub(super) fn rest(&mut self, at: Timestamp, effects: &mut Vec<Effect>) {
        if matches!(self.stage, Stage::Showing(until) if until <= at) {
            self.close(effects);
        }
    }

    /// The nudge goes, and others may show something again.
    fn close(&mut self, effects: &mut Vec<Effect>) {
        self.stage = Stage::Idle;
        self.interview = None;
        effects.push(Effect::Close);
        effects.push(Effect::Release);
    }
}

fn render(interview: &Interview<'_>, definition: &Definition<'_>) -> Effect {
    Effect::Render(Box::new(screen(interview, interview.survey, definition)))
}
