//! From the stage being free to the nudge being gone.

use super::{Announcement, Candidate, Effect, Engine, Happening, Stage};
use crate::answer::Act;
use crate::audience::Condition;
use crate::frequency::Outcome;
use crate::interview::{Interview, Progress};
use crate::memory::Memory;
use crate::response;
use crate::screen::screen;
use crate::survey::Survey;
use crate::time::{Duration, Timestamp};
use crate::tree::Truth;
use alloc::vec::Vec;

/// The thank-you goes by itself after this long: twice what a dozen words take to read.
const THANKS: Duration = Duration::seconds(8);

impl Engine {
    /// The stage is ours, and the memory is what all tabs know.
    pub(super) fn claimed(&mut self, at: Timestamp, memory: Memory, effects: &mut Vec<Effect>) {
        let session = core::mem::take(&mut self.memory.session);
        self.memory = Memory { session, ..memory };
        let stage = core::mem::replace(&mut self.stage, Stage::Idle);
        let Stage::Claiming(candidate) = stage else {
            self.stage = stage;
            return;
        };
        self.draw_number(&candidate, effects);
        if self.hold(at, &candidate).is_some() {
            effects.push(Effect::Release);
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
    fn draw_number(&mut self, candidate: &Candidate, effects: &mut Vec<Effect>) {
        let Some(survey) = self.survey(candidate.survey) else { return };
        let samples = survey.audience.has(&|leaf| matches!(leaf, Condition::Sample(_)));
        if samples && !candidate.wanted && self.memory.number.is_none() {
            self.memory.number = Some(self.random.draw() as u32);
            effects.push(Effect::Remember(self.memory.clone()));
        }
    }

    /// Remembered before it is rendered, so that a reload cannot show it twice.
    fn begin(&mut self, at: Timestamp, candidate: &Candidate, effects: &mut Vec<Effect>) {
        self.waiting.clear();
        let Some(survey) = self.definition.surveys.get(candidate.survey) else { return };
        self.memory.show(&survey.id, at);
        effects.push(Effect::Remember(self.memory.clone()));
        let page = self.page.clone().unwrap_or_default();
        let page = response::Page {
            url: page.url,
            title: page.title,
            section: self.facts.section.clone(),
            article: self.facts.article.clone(),
        };
        let id = self.random.uuid(at);
        let language = survey.language(&self.languages);
        let interview = Interview::begin(candidate.survey, candidate.trigger, id, language, page, at);
        effects.push(Effect::Render(screen(&interview, survey, &self.definition.organization)));
        effects.push(Effect::Announce(announce(&interview, survey, Happening::Shown)));
        self.stage = Stage::Showing(interview);
    }

    pub(super) fn act(&mut self, at: Timestamp, act: &Act, effects: &mut Vec<Effect>) {
        let stage = core::mem::replace(&mut self.stage, Stage::Idle);
        let (Stage::Showing(mut interview) | Stage::Thanking(mut interview, _)) = stage else {
            self.stage = stage;
            return;
        };
        let Some(survey) = self.definition.surveys.get(interview.survey) else { return };
        match interview.act(at, act, &survey.questions) {
            Progress::Turned => {
                effects.push(Effect::Render(screen(&interview, survey, &self.definition.organization)));
                self.stage = Stage::Showing(interview);
            }
            Progress::Given(question) => {
                let outcome = if interview.done() { Outcome::Answered } else { Outcome::Partial };
                self.memory.end(&survey.id, interview.shown, at, outcome);
                effects.push(Effect::Remember(self.memory.clone()));
                effects.push(Effect::Send(interview.respond(survey, &self.context)));
                if let Some(answered) = interview.answered(question, survey) {
                    let mut announcement = announce(&interview, survey, Happening::Answered);
                    announcement.question = Some(answered.question);
                    announcement.value = Some(answered.value);
                    effects.push(Effect::Announce(announcement));
                }
                if interview.done() {
                    effects.push(Effect::Announce(announce(&interview, survey, Happening::Completed)));
                }
                effects.push(Effect::Render(screen(&interview, survey, &self.definition.organization)));
                self.stage = match interview.done() {
                    true => Stage::Thanking(interview, at + THANKS),
                    false => Stage::Showing(interview),
                };
            }
            Progress::Closed => {
                if !interview.begun() {
                    self.memory.end(&survey.id, interview.shown, at, Outcome::Dismissed);
                    effects.push(Effect::Remember(self.memory.clone()));
                    effects.push(Effect::Send(interview.respond(survey, &self.context)));
                }
                if !interview.done() {
                    effects.push(Effect::Announce(announce(&interview, survey, Happening::Dismissed)));
                }
                effects.extend([Effect::Close, Effect::Release]);
            }
        }
    }

    /// A nudge that nobody has touched goes with the page it was meant for.
    pub(super) fn leave_behind(&mut self, at: Timestamp, effects: &mut Vec<Effect>) {
        match &mut self.stage {
            Stage::Showing(interview) if !interview.begun() => {
                let survey = self.definition.surveys.get(interview.survey);
                let stays = survey.is_some_and(|survey| self.audience(survey) == Truth::True);
                if !stays {
                    self.stage = Stage::Idle;
                    effects.extend([Effect::Close, Effect::Release]);
                }
            }
            Stage::Thanking(_, until) => *until = at,
            Stage::Claiming(_) => self.stage = Stage::Idle,
            _ => {}
        }
    }

    /// Takes the thank-you away when its time is over.
    pub(super) fn rest(&mut self, at: Timestamp, effects: &mut Vec<Effect>) {
        if matches!(self.stage, Stage::Thanking(_, until) if until <= at) {
            self.stage = Stage::Idle;
            effects.extend([Effect::Close, Effect::Release]);
        }
    }
}

fn announce(interview: &Interview, survey: &Survey, happening: Happening) -> Announcement {
    Announcement {
        happening,
        survey: survey.id.clone(),
        trigger: interview.trigger,
        response: interview.id.clone(),
        question: None,
        value: None,
    }
}
