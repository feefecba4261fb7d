//! From the stage being free to the nudge being gone.

use super::candidate::Candidate;
use super::effect::{Circumstances, Effect, Effects};
use super::state::{Engine, Page, Sight, Stage};
use crate::answer::Act;
use crate::interview::{Interview, Progress};
use crate::manners::Manners;
use crate::definition::Definition;
use crate::explanation::{Held, Hold};
use crate::help_center::identity;
use crate::memory::{Memory, Outcome};
use crate::needs::Source;
use crate::response::{FREE_TEXT, Random};
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
        self.forgo();
        if matches!(self.stage, Stage::Drawing) {
            self.stage = Stage::Idle;
            self.draw(at, effects);
        }
        if let Stage::Claiming(mut candidate) = self.stage {
            self.stage = Stage::Idle;
            self.draw_number(at, &candidate, circumstances, effects);
            match self.hold(at, &candidate, circumstances) {
                None => self.begin(at, &candidate, circumstances, effects),
                Some(Held { by: Hold::Manners(manners), .. }) => {
                    candidate.awaiting_quiet = true;
                    candidate.awaiting_return = manners == Manners::Away;
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
        if matches!(self.stage, Stage::Claiming(_) | Stage::Drawing) {
            self.stage = Stage::Idle;
        }
    }

    /// Draws the visitor's number once a sample asks for it, and keeps it; not where it would be too soon
    /// anyhow. One that must not last is that of the session.
    fn draw_number(&mut self, at: Timestamp, candidate: &Candidate<'_>, circumstances: &Circumstances, effects: &mut Effects<'_>) {
        if !candidate.survey.audience.samples() {
            return;
        }
        let audience = self.audience(at, candidate.survey, circumstances);
        let unknown = self.memory.number.is_none() && audience == Truth::Unknown;
        if !unknown || candidate.wanted || self.too_soon(at, candidate).is_some() {
            return;
        }
        if self.is_private {
            let mut random = Random::new(self.memory.session.started.0 as u64);
            self.memory.number = Some(random.draw() as u32);
            return effects(Effect::RememberSession(&self.memory.session));
        }
        self.memory.number = Some(self.random.draw() as u32);
        remember(&self.memory, effects);
    }

    /// Remembered before it is rendered, so that a reload cannot show it twice, and taken back where
    /// nobody came to see it.
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
        let Page { path, section, help_center, .. } = self.page.clone().unwrap_or_default();
        let mut interview = Interview::begin(survey, candidate.trigger, id, language, path, at);
        (interview.section, interview.help_center) = (section, help_center);
        interview.suggested = candidate.suggested;
        interview.masks = self.definition.privacy.masks_texts;
        let context = self.context(at, survey, circumstances);
        interview.title = context.find(Source::Title, "").map(|it| it.text_or_empty().clone()).unwrap_or_default();
        render(&interview, self.definition, effects);
        self.sight = Sight::default();
        self.stage = Stage::Showing(Box::new(interview), Timestamp::NEVER);
    }

    pub(super) fn act(&mut self, at: Timestamp, act: Act, effects: &mut Effects<'_>) {
        // Who touches it has seen it.
        self.seen(at, effects);
        let Stage::Showing(interview, until) = &mut self.stage else { return };
        let survey = interview.survey;
        match interview.act(at, act) {
            Progress::Turned => render(interview, self.definition, effects),
            Progress::Given(question) => {
                let outcome = if interview.done() { Outcome::Answered } else { Outcome::Partial };
                self.memory.end(survey.id, at, outcome);
                remember(&self.memory, effects);
                send(at, interview, self.definition, effects);
                for answered in interview.answered(question) {
                    effects(Effect::Answered { question: answered.question, value: answered.value });
                }
                if let Some(remember) = self.needs.answers {
                    let told = interview.all_answered().filter(|it| it.kind != FREE_TEXT);
                    let all = told.map(|it| (it.question, it.value.into())).collect();
                    remember(&mut self.memory.history, survey.id, interview.shown, all, at);
                    effects(Effect::RememberHistory(&self.memory.history));
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
                } else if interview.withdraw_drafts() {
                    send(at, interview, self.definition, effects);
                }
                if !interview.done() {
                    effects(Effect::Dismissed);
                }
                self.close(effects);
            }
        }
    }

    /// What stands unsent is sent as far as it is written: there may be no later moment.
    pub(super) fn draft(&mut self, at: Timestamp, act: Option<Act>, effects: &mut Effects<'_>) {
        if act.is_some() {
            self.seen(at, effects);
        }
        let Stage::Showing(interview, _) = &mut self.stage else { return };
        if interview.draft(at, act) {
            self.memory.end(interview.survey.id, at, Outcome::Partial);
            remember(&self.memory, effects);
            send(at, interview, self.definition, effects);
        }
    }

    /// A nudge that nobody has touched goes with the page it was meant for.
    pub(super) fn leave_behind(&mut self, at: Timestamp, effects: &mut Effects<'_>) {
        match &mut self.stage {
            Stage::Showing(interview, until) if interview.done() => *until = at,
            Stage::Showing(interview, _) if !interview.begun() => {
                let survey = interview.survey;
                if self.audience(at, survey, &Circumstances::default()) == Truth::False {
                    self.pass(effects);
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
    pub(super) fn close(&mut self, effects: &mut Effects<'_>) {
        self.stage = Stage::Idle;
        effects(Effect::Close);
        effects(Effect::Release);
    }
}

fn render(interview: &Interview<'_>, definition: &Definition<'_>, effects: &mut Effects<'_>) {
    effects(Effect::Render(&interview.screen(definition)));
}

pub(super) fn remember(memory: &Memory, effects: &mut Effects<'_>) {
    effects(Effect::Remember(memory));
    effects(Effect::RememberSession(&memory.session));
}

/// Without an endpoint there is nobody to keep answers for.
fn send(at: Timestamp, interview: &mut Interview<'_>, definition: &Definition<'_>, effects: &mut Effects<'_>) {
    if definition.endpoint {
        interview.rev += 1;
        keep(at, interview, definition, effects);
    }
}

pub(super) fn keep(at: Timestamp, interview: &Interview<'_>, definition: &Definition<'_>, effects: &mut Effects<'_>) {
    let facts = interview.help_center.facts(&interview.path, &interview.section);
    let article = facts.article.map(|it| identity::name(&interview.path, it));
    let response = interview.response(definition.site, facts.section, article.as_deref());
    effects(Effect::Keep { at, response });
}
