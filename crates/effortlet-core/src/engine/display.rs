//! From the stage being free to the nudge being gone.

use super::{Candidate, Effect, Effects, Engine, Stage};
use crate::answer::Act;
use crate::frequency::Outcome;
use crate::interview::{Interview, Progress};
use crate::definition::Definition;
use crate::memory::Memory;
use crate::screen::screen;
use crate::survey::Survey;
use crate::time::{Duration, Timestamp};
use crate::tree::Truth;
use alloc::boxed::Box;

/// The thank-you goes by itself after this long: twice what a dozen words take to read.
const THANKS: Duration = Duration::seconds(8);

impl Engine<'_> {
    /// The stage is ours, and the memory is what all tabs know.
    pub(super) fn claimed(&mut self, at: Timestamp, memory: Memory, effects: &mut Effects<'_>) {
        let session = core::mem::take(&mut self.memory.session);
        self.memory = Memory { session, ..memory };
        let stage = core::mem::replace(&mut self.stage, Stage::Idle);
        let Stage::Claiming(candidate) = stage else {
            // The page that it was for is gone; what is on display keeps its own claim.
            if stage == Stage::Idle {
                effects(Effect::Release);
            }
            self.stage = stage;
            return;
        };
        self.draw_number(&candidate, effects);
        if self.hold(at, &candidate).is_some() {
            effects(Effect::Release);
            return;
        }
        self.begin(at, &candidate, effects);
    }

    pub(super) fn refused(&mut self) {
        if matches!(self.stage, Stage::Claiming(_)) {
            self.stage = Stage::Idle;
        }
    }

    /// Draws the visitor's number once a sample asks for it, and keeps it.
    fn draw_number(&mut self, candidate: &Candidate, effects: &mut Effects<'_>) {
        let Some(survey) = self.survey(candidate.survey) else { return };
        if survey.audience.samples() && !candidate.wanted && self.memory.number.is_none() {
            self.memory.number = Some(self.random.draw() as u32);
            self.remember(effects);
        }
    }

    /// Remembered before it is rendered, so that a reload cannot show it twice.
    fn begin(&mut self, at: Timestamp, candidate: &Candidate, effects: &mut Effects<'_>) {
        self.waiting.clear();
        let Some(survey) = self.definition.surveys.get(candidate.survey) else { return };
        self.memory.show(survey.id, at);
        self.remember(effects);
        let id = self.random.uuid(at);
        let language = survey.language(&self.languages, self.definition.default_locale);
        let path = self.path.clone().unwrap_or_default();
        let interview = Interview::begin(candidate.survey, candidate.trigger, id, language, path, at);
        render(&interview, survey, &self.definition, effects);
        effects(Effect::Shown { survey: survey.id, trigger: candidate.trigger, id: &interview.id });
        self.stage = Stage::Showing(Box::new(interview));
    }

    pub(super) fn act(&mut self, at: Timestamp, act: Act<'_>, effects: &mut Effects<'_>) {
        let stage = core::mem::replace(&mut self.stage, Stage::Idle);
        let (Stage::Showing(mut interview) | Stage::Thanking(mut interview, _)) = stage else {
            self.stage = stage;
            return;
        };
        let Some(survey) = self.definition.surveys.get(interview.survey) else { return };
        match interview.act(at, act, &survey.questions) {
            Progress::Turned => {
                render(&interview, survey, &self.definition, effects);
                self.stage = Stage::Showing(interview);
            }
            Progress::Given(question) => {
                let outcome = if interview.done() { Outcome::Answered } else { Outcome::Partial };
                self.memory.end(survey.id, interview.shown, at, outcome);
                self.remember(effects);
                if let Some(answered) = interview.answered(question, survey) {
                    effects(Effect::Answered { question: answered.question, value: answered.value });
                }
                if interview.done() {
                    effects(Effect::Completed);
                }
                render(&interview, survey, &self.definition, effects);
                self.send(at, &mut interview, effects);
                self.stage = match interview.done() {
                    true => Stage::Thanking(interview, at + THANKS),
                    false => Stage::Showing(interview),
                };
            }
            Progress::Closed => {
                if !interview.begun() {
                    self.memory.end(survey.id, interview.shown, at, Outcome::Dismissed);
                    self.remember(effects);
                    self.send(at, &mut interview, effects);
                }
                if !interview.done() {
                    effects(Effect::Dismissed);
                }
                close(effects);
            }
        }
    }

    /// A nudge that nobody has touched goes with the page it was meant for.
    pub(super) fn leave_behind(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        match &mut self.stage {
            Stage::Showing(interview) if !interview.begun() => {
                let survey = self.definition.surveys.get(interview.survey);
                let stays = survey.is_some_and(|survey| self.audience(survey) == Truth::True);
                if !stays {
                    self.stage = Stage::Idle;
                    close(effects);
                }
            }
            Stage::Thanking(_, until) => *until = at,
            Stage::Claiming(_) => self.stage = Stage::Idle,
            _ => {}
        }
    }

    /// Takes the thank-you away when its time is over.
    pub(super) fn rest(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        if matches!(self.stage, Stage::Thanking(_, until) if until <= at) {
            self.stage = Stage::Idle;
            close(effects);
        }
    }
}

/// The nudge goes, and others may show something again.
fn close(effects: &mut Effects<'_>) {
    effects(Effect::Close);
    effects(Effect::Release);
}

fn render(interview: &Interview, survey: &Survey<'_>, definition: &Definition<'_>, effects: &mut Effects<'_>) {
    effects(Effect::Render(&screen(interview, survey, definition)));
}
