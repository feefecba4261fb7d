//! From the stage being free to the nudge being gone.

use super::candidate::Candidate;
use super::effect::{Circumstances, Effect, Effects};
use super::state::{Engine, Page, Stage};
use crate::answer::Act;
use crate::interview::{Interview, Progress};
use crate::definition::Definition;
use crate::explanation::{Held, Hold};
use crate::memory::{Memory, Outcome};
use crate::needs::Source;
use crate::response::FREE_TEXT;
use crate::time::{Duration, Timestamp};
use crate::tree::Truth;
use alloc::boxed::Box;

/// The thank-you goes by itself after this long: twice what a dozen words take to read.
const THANKS: Duration = Duration::seconds(8);

impl<'a> Engine<'a> {
    /// The stage is ours, and the memory is what all tabs know.
    pub(super) fn claimed(&mut self, at: Timestamp, memory: Memory, circumstances: &Circumstances, effects: &mut Effects<'_>) {
        let session = core::mem::take(&mut self.memory.session);
        self.memory = Memory { session, ..memory };
        if let Stage::Claiming(mut candidate) = self.stage {
            self.stage = Stage::Idle;
            self.draw_number(at, &candidate, circumstances, effects);
            match self.hold(at, &candidate, circumstances) {
                None => self.begin(at, &candidate, circumstances, effects),
                Some(Held { by: Hold::Manners(_), .. }) => {
                    candidate.awaiting_quiet = true;
                    self.waiting.push(candidate);
                    effects(Effect::AwaitQuietMoment);
                }
                Some(_) => {}
            }
        }
        // What is on display keeps its claim. Otherwise the page that it was for is gone, or what
        // other tabs have remembered holds it back.
        if matches!(self.stage, Stage::Idle) {
            effects(Effect::Release);
        }
    }

    pub(super) fn refused(&mut self) {
        if matches!(self.stage, Stage::Claiming(_)) {
            self.stage = Stage::Idle;
        }
    }

    /// Draws the visitor's number once a sample asks for it, and keeps it.
    fn draw_number(&mut self, at: Timestamp, candidate: &Candidate<'_>, circumstances: &Circumstances, effects: &mut Effects<'_>) {
        if !candidate.survey.audience.samples() {
            return;
        }
        let audience = self.audience(at, candidate.survey, circumstances);
        let unknown = self.memory.number.is_none() && audience == Truth::Unknown;
        if unknown && !candidate.wanted {
            self.memory.number = Some(self.random.draw() as u32);
            remember(&self.memory, effects);
        }
    }

    /// Remembered before it is rendered, so that a reload cannot show it twice.
    fn begin(
        &mut self,
        at: Timestamp,
        candidate: &Candidate<'a>,
        circumstances: &Circumstances,
        effects: &mut Effects<'_>,
    ) {
        self.waiting.clear();
        let survey = candidate.survey;
        self.memory.show(survey.id, at);
        remember(&self.memory, effects);
        let id = self.random.uuid(at);
        let language = survey.language(&self.languages, self.definition.default_locale);
        let Page { path, section, .. } = self.page.clone().unwrap_or_default();
        let mut interview = Interview::begin(survey, candidate.trigger, id, language, path, at);
        interview.section = section;
        interview.suggested = candidate.suggested;
        let context = self.context(at, survey, circumstances);
        interview.title = context.find(Source::Title, "").map(|it| it.text_or_empty().clone()).unwrap_or_default();
        render(&interview, self.definition, effects);
        effects(Effect::Shown { survey: survey.id, trigger: candidate.trigger, id: &interview.id });
        self.stage = Stage::Showing(Box::new(interview), Timestamp::NEVER);
    }

    pub(super) fn act(&mut self, at: Timestamp, act: Act, effects: &mut Effects<'_>) {
        let Stage::Showing(interview, until) = &mut self.stage else { return };
        let survey = interview.survey;
        match interview.act(at, act) {
            Progress::Turned => render(interview, self.definition, effects),
            Progress::Given(question) => {
                let outcome = if interview.done() { Outcome::Answered } else { Outcome::Partial };
                self.memory.end(survey.id, at, outcome);
                remember(&self.memory, effects);
                send(at, interview, self.definition, effects);
                let all = interview.answered(question);
                for answered in all {
                    effects(Effect::Answered { question: answered.question, value: answered.value });
                    if let Some(remember) = self.needs.answers
                        && answered.kind != FREE_TEXT
                    {
                        remember(&mut self.memory.history, survey.id, answered.question, answered.value.into(), at);
                        effects(Effect::RememberHistory(&self.memory.history));
                    }
                }
                if interview.done() {
                    effects(Effect::Completed);
                    *until = at + THANKS;
                }
                render(interview, self.definition, effects);
            }
            Progress::Closed => {
                if !interview.begun() {
                    self.memory.end(survey.id, at, Outcome::Dismissed);
                    remember(&self.memory, effects);
                    send(at, interview, self.definition, effects);
                }
                if !interview.done() {
                    effects(Effect::Dismissed);
                }
                self.close(effects);
            }
        }
    }

    /// A nudge that nobody has touched goes with the page it was meant for.
    pub(super) fn leave_behind(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        match &mut self.stage {
            Stage::Showing(interview, until) if interview.done() => *until = at,
            Stage::Showing(interview, _) if !interview.begun() => {
                let survey = interview.survey;
                if self.audience(at, survey, &Circumstances::default()) == Truth::False {
                    self.close(effects);
                }
            }
            Stage::Claiming(_) => self.stage = Stage::Idle,
            _ => {}
        }
    }

    /// Takes the thank-you away when its time is over.
    pub(super) fn end_thanks(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        if matches!(self.stage, Stage::Showing(_, until) if until <= at) {
            self.close(effects);
        }
    }

    /// The nudge goes, and others may show something again.
    fn close(&mut self, effects: &mut Effects<'_>) {
        self.stage = Stage::Idle;
        effects(Effect::Close);
        effects(Effect::Release);
    }
}

fn render(interview: &Interview<'_>, definition: &Definition<'_>, effects: &mut Effects<'_>) {
    effects(Effect::Render(&interview.screen(definition)));
}

fn remember(memory: &Memory, effects: &mut Effects<'_>) {
    effects(Effect::Remember(memory));
    effects(Effect::RememberSession(&memory.session));
}

/// Without an endpoint there is nobody to keep answers for.
fn send(at: Timestamp, interview: &mut Interview<'_>, definition: &Definition<'_>, effects: &mut Effects<'_>) {
    if definition.endpoint {
        interview.rev += 1;
        let facts = definition.help_center.facts(&interview.path, &interview.section);
        let response = interview.response(facts.section, facts.article);
        effects(Effect::Keep { at, response });
    }
}
