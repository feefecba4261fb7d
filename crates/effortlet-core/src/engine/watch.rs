//! What is known of the current page view, and which moments of which surveys have come.

use crate::audience::fnv;
use crate::help_center::{Facts, PageKind};
use crate::memory::Session;
use crate::signal::{Departure, Page};
use crate::survey::Survey;
use crate::time::{Duration, Timestamp};
use crate::trigger::{Depth, Exit, Short, Trigger, Visit};
use crate::tree::Truth;
use alloc::{vec, vec::Vec};

pub(super) struct Watch {
    pub(super) interacted: bool,
    pub(super) exit: Exit,
    pub(super) depth: Depth,
    /// Which moments of each survey have come.
    come: Vec<Vec<bool>>,
    visible: Duration,
    visible_since: Option<Timestamp>,
}

/// One moment that a survey waits for.
pub(super) struct Moment<'a> {
    trigger: &'a Trigger,
    /// The position of a click among all clicks of the definition.
    click: usize,
    come: bool,
}

impl Watch {
    pub(super) fn new(surveys: &[Survey], at: Timestamp) -> Self {
        let mut watch = Self {
            interacted: false,
            exit: Exit::default(),
            depth: Depth::default(),
            come: surveys.iter().map(|survey| vec![false; survey.triggers.moments.len()]).collect(),
            visible: Duration(0),
            visible_since: None,
        };
        watch.turn(at);
        watch
    }

    /// A new page view begins. Interaction with the last one counts on, as it does for browsers.
    pub(super) fn turn(&mut self, at: Timestamp) {
        self.exit = Exit::default();
        self.depth = Depth::default();
        self.visible = Duration(0);
        self.visible_since = self.visible_since.map(|_| at);
        for come in self.come.iter_mut().flatten() {
            *come = false;
        }
    }

    pub(super) fn visible(&mut self, at: Timestamp, visible: bool) {
        self.visible = self.visible_for(at);
        self.visible_since = visible.then_some(at);
    }

    /// How long this page view has been visible.
    pub(super) fn visible_for(&self, at: Timestamp) -> Duration {
        let running = self.visible_since.map_or(0, |since| (at - since).0.max(0));
        Duration(self.visible.0 + running)
    }

    pub(super) fn leave(&mut self, at: Timestamp, departure: Departure) {
        self.exit.leave(at, departure, self.visible_for(at), self.interacted);
    }

    /// Counts an article once a session. True when it is a new one.
    pub(super) fn read(&self, facts: &Facts, page: &Page, session: &mut Session) -> bool {
        let address = fnv(&page.path);
        let new = facts.kind == PageKind::Article && !session.articles.contains(&address);
        if new {
            session.articles.push(address);
        }
        new
    }

    /// The surveys whose moment has come now: position, trigger, delay.
    pub(super) fn fire(
        &mut self,
        surveys: &[Survey],
        is_it: &dyn Fn(&Moment<'_>) -> bool,
    ) -> Vec<(usize, &'static str, Duration)> {
        let mut fired = Vec::new();
        let mut click = 0;
        let short = self.depth.is_short();
        for (index, (survey, come)) in surveys.iter().zip(&mut self.come).enumerate() {
            let mut first = None;
            for (trigger, come) in survey.triggers.moments.iter().zip(come.iter_mut()) {
                if is_it(&Moment { trigger, click, come: *come }) {
                    *come = true;
                    first = first.or(Some(trigger));
                }
                click += usize::from(matches!(trigger, Trigger::Click { .. }));
            }
            let holds = survey.triggers.tree.value(&|moment| truth(survey, come, *moment, short));
            if let (Some(trigger), Truth::True) = (first, holds) {
                fired.push((index, trigger.word(), trigger.delay()));
            }
        }
        fired
    }

    /// What is known of a survey's moments, in the order of its definition.
    pub(super) fn moments(&self, index: usize, survey: &Survey) -> Vec<Truth> {
        let come = self.come.get(index).map(Vec::as_slice).unwrap_or_default();
        let all = 0..survey.triggers.moments.len();
        all.map(|moment| truth(survey, come, moment, self.depth.is_short())).collect()
    }

    /// When a short page will have been visible for as long as a survey waits.
    pub(super) fn dwell_due(&self, surveys: &[Survey]) -> Option<Timestamp> {
        let since = self.visible_since?;
        let waiting = surveys.iter().zip(&self.come).flat_map(|(survey, come)| {
            survey.triggers.moments.iter().zip(come).filter(|(_, come)| !**come)
        });
        let dwells = waiting.filter_map(|(trigger, _)| match trigger {
            Trigger::Scroll(goal) => match goal.short {
                Short::Dwell(dwell) => Some(since + Duration(dwell.0 - self.visible.0)),
                Short::Immediate | Short::Never => None,
            },
            _ => None,
        });
        dwells.min()
    }
}

fn truth(survey: &Survey, come: &[bool], moment: usize, short: Option<bool>) -> Truth {
    match (come.get(moment), survey.triggers.moments.get(moment)) {
        (Some(true), _) => Truth::True,
        (_, Some(Trigger::Scroll(_))) if short.is_none() => Truth::Unknown,
        _ => Truth::False,
    }
}

impl Moment<'_> {
    /// The pointer left `y` pixels from the top. Once a page view.
    pub(super) fn is_exit(&self, y: f64) -> bool {
        matches!(self.trigger, Trigger::ExitIntent { edge } if !self.come && y <= *edge)
    }

    /// The visitor scrolled this far. Once a page view.
    pub(super) fn is_scrolled(&self, percent: f64) -> bool {
        matches!(self.trigger, Trigger::Scroll(goal) if !self.come && percent >= goal.percent)
    }

    /// A page that is too short to scroll was visible for this long. Once a page view.
    pub(super) fn is_dwelt(&self, visible: Duration) -> bool {
        let Trigger::Scroll(goal) = self.trigger else { return false };
        !self.come
            && match goal.short {
                Short::Dwell(dwell) => visible >= dwell,
                Short::Immediate => true,
                Short::Never => false,
            }
    }

    pub(super) fn is_click(&self, position: usize) -> bool {
        matches!(self.trigger, Trigger::Click { .. }) && self.click == position
    }

    pub(super) fn is_event(&self, happened: &str) -> bool {
        matches!(self.trigger, Trigger::Event { name, .. } if name == happened)
    }

    /// A page of this kind was opened, when so many articles had been read.
    pub(super) fn is_visit(&self, kind: PageKind, articles: usize) -> bool {
        let Trigger::HelpCenter { visit, .. } = self.trigger else { return false };
        match visit {
            Visit::Visited => kind != PageKind::Other,
            Visit::Articles(least) => kind == PageKind::Article && articles >= *least as usize,
        }
    }
}
