//! Whether what happened is the moment that a trigger waits for.

use super::{waiting::Candidate, journey::Journey};
use super::attention::Attention;
use crate::help_center::PageKind;
use crate::signal::Reading;
use crate::survey::Survey;
use crate::time::Timestamp;
use crate::trigger::{Depth, Leave, Moment, Trigger};
use crate::tree::Truth;
use {
    crate::address::parameter, crate::memory::Trail, crate::source::Value,
    crate::trigger::{Gesture, Goal, Rare}, alloc::vec::Vec,
};

/// What is known of one moment on this page view.
#[derive(Clone, Default)]
pub(super) struct Progress {
    pub(super) come: bool,
    /// Of what a scroll trigger reads.
    pub(super) depth: Depth,
    /// When an event happened, the latest ones.
    times: Vec<Timestamp>,
    /// When the first part of the sequence came that has led here.
    pub(super) begun: Option<Timestamp>,
}

/// What may be the moment of a survey.
pub(super) enum Occurrence<'h> {
    /// The pointer left.
    Exit(Leave),
    /// What this names was read; at its end, if that is meant.
    Scrolled(&'h str, Reading, bool),
    /// Time went by.
    Lasted,
    /// A click on what the n-th of all click triggers names.
    Clicked(usize),
    /// With its properties.
    Event(&'h str, &'h Value),
    /// A page was opened.
    Visited,
    Gesture(Gesture),
    Marked(&'h str),
    DeadEnd,
    /// A section was left and not entered again.
    SectionLeft(&'h str),
}

/// What the page view is by now.
pub(super) struct PageView<'s> {
    pub(super) at: Timestamp,
    pub(super) attention: &'s Attention,
    pub(super) kind: PageKind,
    /// How many articles this session has had.
    pub(super) articles: usize,
    pub(super) trail: &'s Trail,
    pub(super) address: &'s str,
    pub(super) journey: &'s Journey,
}

impl Occurrence<'_> {
    /// `click` is the position among all clicks. What is reached by leaving, reading or staying
    /// counts once a page view.
    pub(super) fn is(
        &self,
        moment: &Moment<'_>,
        survey: &Survey<'_>,
        click: usize,
        progress: &mut Progress,
        scene: &PageView<'_>,
    ) -> bool {
        let _ = survey;
        let come = progress.come;
        match (&moment.trigger, self) {
            (Trigger::ExitIntent { edge, frames, .. }, Self::Exit(leave)) => {
                !come && (*frames || !leave.framed) && leave.y <= *edge
            }
            (Trigger::Scroll { goal, container, .. }, Self::Scrolled(read, reading, end)) => {
                container == read && ends(&moment.trigger) == *end && progress.depth.take(*reading) && !come
                    && progress.depth.reached(goal)
            }
            (Trigger::Scroll { dwell, .. }, Self::Lasted) => {
                !come && progress.depth.is_short() == Some(true) && scene.attention.active_for(scene.at) >= *dwell
            }
            (Trigger::Click { .. }, Self::Clicked(position)) => click == *position,
            (Trigger::HelpCenter { articles: 0 }, Self::Visited) => scene.kind != PageKind::Other,
            (Trigger::HelpCenter { articles }, Self::Visited) => {
                scene.kind == PageKind::Article && scene.articles >= *articles as usize
            }
            (Trigger::Event { name, terms }, Self::Event(happened, properties)) => {
                if terms.end_with(happened) {
                    *progress = Progress::default();
                }
                name == happened && terms.include(properties) && {
                    progress.times.push(scene.at);
                    progress.times.retain(|then| scene.at - *then <= terms.within);
                    progress.times.len() >= terms.count as usize
                }
            }
            (Trigger::ExitIntent { touch, .. }, Self::Gesture(gesture)) => !come && touch.have(*gesture),
            (Trigger::Rare(rare), happened) => happened.is_rare(rare, survey.id, come, scene),
            _ => false,
        }
    }

    fn is_rare(&self, rare: &Rare<'_>, survey: &str, come: bool, scene: &PageView<'_>) -> bool {
        let active = || scene.attention.active_for(scene.at);
        match (rare, self) {
            (Rare::Searches(count), Self::Visited) => {
                scene.kind == PageKind::Search && scene.trail.searches.len() >= *count as usize
            }
            (Rare::SearchWithoutClick(_), Self::Visited) => {
                scene.journey.before == PageKind::Search && scene.kind != PageKind::Article
            }
            (Rare::SearchWithoutClick(span), Self::Lasted) => {
                !come && scene.kind == PageKind::Search && active() >= *span
            }
            (Rare::PingPong(count), Self::Visited) => scene.journey.back && scene.trail.quick >= *count,
            (Rare::ContactAfter(count), Self::Visited) => {
                scene.kind == PageKind::Contact && scene.articles >= *count as usize
            }
            (Rare::ArticleFor(span), Self::Lasted) => !come && scene.kind == PageKind::Article && active() >= *span,
            (Rare::DeadEnd, Self::DeadEnd) => !come,
            (Rare::SectionLeave(section), Self::SectionLeft(left)) => section.is_empty() || section == left,
            (Rare::Active(span), Self::Lasted) => !come && active() >= *span,
            (Rare::Idle(span), Self::Lasted) => !come && scene.attention.idle_for(scene.at) >= *span,
            (Rare::Link, Self::Visited) => parameter(scene.address, "effortlet").is_some_and(|id| id == survey),
            (Rare::Marked, Self::Marked(id)) => *id == survey,
            _ => false,
        }
    }
}

impl Progress {
    /// How often its event has happened.
    pub(super) fn count(&self) -> usize {
        self.times.len()
    }
}

impl Occurrence<'_> {
    /// Takes back a survey that waits, where this is the event that does.
    pub(super) fn cancel(&self, moment: &Moment<'_>, survey: &Survey<'_>, waiting: &mut Vec<Candidate<'_>>) {
        if let (Trigger::Event { terms, .. }, Self::Event(happened, _)) = (&moment.trigger, self)
            && terms.end_with(happened)
        {
            let word = moment.trigger.word();
            waiting.retain(|candidate| candidate.survey.id != survey.id || candidate.trigger != word);
        }
    }
}

/// When time alone would bring a moment about that has not come yet.
pub(super) fn due(trigger: &Trigger<'_>, progress: &Progress, kind: PageKind, attention: &Attention) -> Timestamp {
    let _ = kind;
    match trigger {
        _ if progress.come => Timestamp::NEVER,
        Trigger::Scroll { dwell, .. } if progress.depth.is_short() == Some(true) => attention.active_at(*dwell),
        Trigger::Rare(Rare::SearchWithoutClick(span)) if kind == PageKind::Search => attention.active_at(*span),
        Trigger::Rare(Rare::ArticleFor(span)) if kind == PageKind::Article => attention.active_at(*span),
        Trigger::Rare(Rare::Active(span)) => attention.active_at(*span),
        Trigger::Rare(Rare::Idle(span)) => attention.idle_at(*span),
        _ => Timestamp::NEVER,
    }
}

/// Whether a moment has come; unknown for a scroll trigger before anything was read.
pub(super) fn truth(trigger: &Trigger<'_>, progress: &Progress) -> Truth {
    match trigger {
        Trigger::Scroll { .. } if !progress.come && progress.depth.is_short().is_none() => Truth::Unknown,
        _ => progress.come.into(),
    }
}

fn ends(trigger: &Trigger<'_>) -> bool {
    matches!(trigger, Trigger::Scroll { goal: Goal::End, .. })
}
