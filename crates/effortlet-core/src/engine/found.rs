//! What triggers and conditions are about, for people to read.

use super::{Engine, Circumstances};
use crate::source::Value;
use crate::survey::Survey;
use crate::time::{Duration, Timestamp};
use crate::tree::Truth;
use crate::trigger::{Rare, Trigger};

#[derive(Clone, Debug, PartialEq)]
pub enum Observed<'f> {
    /// It is not known, or there is none.
    Nothing,
    Number(f64),
    Text(&'f str),
}

impl<'f> Observed<'f> {
    pub fn of(value: &'f Value) -> Self {
        match value {
            Value::Number(number) => Self::Number(*number),
            Value::Text(text) => Self::Text(text),
            Value::Flag(true) => Self::Text("true"),
            Value::Flag(false) => Self::Text("false"),
            _ => Self::Nothing,
        }
    }
}

impl Engine<'_> {
    /// Tells what is found of each trigger of a survey; then of each condition of its audience what
    /// is known, and what is found. In the order of the definition.
    pub fn find(
        &self,
        at: Timestamp,
        id: &str,
        told: &Circumstances,
        trigger: &mut dyn FnMut(Observed<'_>),
        condition: &mut dyn FnMut(Truth, Observed<'_>),
    ) {
        let mut first = 0;
        for survey in &self.definition.surveys {
            let moments = survey.triggers.moments.len();
            if survey.id == id {
                for leaf in 0..moments {
                    trigger(self.found(at, survey, first, leaf));
                }
                survey.audience.explain(&self.visitor(at, survey, told), condition);
            }
            first += moments;
        }
    }

    /// How far a trigger is: what a scroll or a count has come to, seconds, or why no departure has
    /// counted, by its number in `check.js`.
    fn found(&self, at: Timestamp, survey: &Survey<'_>, first: usize, leaf: usize) -> Observed<'_> {
        let (Some(moment), Some(progress)) = (survey.triggers.moments.get(leaf), self.watch.progress(first + leaf))
        else {
            return Observed::Nothing;
        };
        let seconds = |span: Duration| span.0 as f64 / 1_000.0;
        let active = || seconds(self.attention.active_for(at));
        let articles = self.memory.session.articles.len() as f64;
        Observed::Number(match &moment.trigger {
            Trigger::ExitIntent { .. } => self.exit.doubt().into(),
            Trigger::Scroll { goal, .. } => progress.depth.toward(goal),
            Trigger::HelpCenter { .. } => articles,
            Trigger::Event { .. } => progress.count() as f64,
            Trigger::Click { .. } => return Observed::Nothing,
            Trigger::Rare(rare) => match rare {
                Rare::Searches(_) => self.trail.searches.len() as f64,
                Rare::PingPong(_) => self.trail.quick.into(),
                Rare::ContactAfter(_) => articles,
                Rare::ArticleFor(_) | Rare::Active(_) | Rare::SearchWithoutClick(_) => active(),
                Rare::Idle(_) => seconds(self.attention.idle_for(at)),
                Rare::SectionLeave(_) => return Observed::Text(&self.trail.inside),
                Rare::Link => return Observed::Text(self.page.as_ref().map_or("", |page| &page.address)),
                Rare::DeadEnd | Rare::Marked => return Observed::Nothing,
            },
        })
    }
}
