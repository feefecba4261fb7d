//! What is known of the current page view, and which moments of which surveys have come.

use super::Candidate;
use crate::audience::{FNV, fnv};
use crate::help_center::PageKind;
use crate::memory::Session;
use crate::signal::{Departure, Reading};
use crate::survey::Survey;
use crate::time::{Duration, Timestamp};
use crate::trigger::{Depth, Exit, Trigger};
use crate::tree::Truth;
use alloc::vec::Vec;

#[derive(Default)]
pub(super) struct Watch {
    pub(super) interacted: bool,
    pub(super) exit: Exit,
    /// One for each moment, all surveys' in a row.
    progress: Vec<Progress>,
    visible: Duration,
    visible_since: Option<Timestamp>,
}

/// What is known of one moment on this page view.
#[derive(Clone, Copy, Default)]
struct Progress {
    come: bool,
    /// Of what a scroll trigger reads.
    depth: Depth,
}

/// What may be the moment of a survey.
pub(super) enum Happened<'h> {
    /// The pointer left this many pixels from the top.
    Exit(f64),
    /// What this names was read.
    Scrolled(&'h str, Reading),
    /// The page was visible for this long.
    Dwelt(Duration),
    /// A click on what the n-th selector names.
    Clicked(usize),
    Event(&'h str),
    /// A page of this kind was opened, when so many articles had been read.
    Visited(PageKind, usize),
}

impl Happened<'_> {
    /// `click` is the position among all clicks. What is reached by leaving, reading or staying
    /// counts once a page view.
    fn is(&self, trigger: &Trigger<'_>, click: usize, Progress { come, depth }: &mut Progress) -> bool {
        match (trigger, self) {
            (Trigger::ExitIntent { edge }, Self::Exit(y)) => !*come && y <= edge,
            (Trigger::Scroll { percent, container, .. }, Self::Scrolled(read, reading)) => {
                container == read && depth.take(*reading) && !*come && depth.percent() >= *percent
            }
            (Trigger::Scroll { dwell, .. }, Self::Dwelt(visible)) => {
                !*come && depth.is_short() == Some(true) && visible >= dwell
            }
            (Trigger::Click { .. }, Self::Clicked(position)) => click == *position,
            (Trigger::Event { name }, Self::Event(happened)) => name == happened,
            (Trigger::HelpCenter { articles: 0 }, Self::Visited(kind, _)) => *kind != PageKind::Other,
            (Trigger::HelpCenter { articles }, Self::Visited(kind, read)) => {
                *kind == PageKind::Article && *read >= *articles as usize
            }
            _ => false,
        }
    }
}

impl Watch {
    /// One moment more, which has not come yet.
    pub(super) fn expect(&mut self) {
        self.progress.push(Progress::default());
    }

    /// A new page view begins. Interaction with the last one counts on, as it does for browsers.
    pub(super) fn turn(&mut self, at: Timestamp) {
        self.exit = Exit::default();
        self.visible = Duration(0);
        self.visible_since = self.visible_since.map(|_| at);
        self.progress.fill(Progress::default());
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
    pub(super) fn read(&self, kind: PageKind, path: &str, session: &mut Session) -> bool {
        let address = fnv(FNV, path);
        let known = session.articles.iter().position(|article| *article == address);
        let new = kind == PageKind::Article && known.is_none();
        if new {
            session.articles.push(address);
        }
        new
    }

    /// Puts the surveys whose moment has come to those that wait.
    pub(super) fn fire<'a>(
        &mut self,
        at: Timestamp,
        surveys: &'a [Survey<'a>],
        happened: &Happened<'_>,
        waiting: &mut Vec<Candidate<'a>>,
    ) {
        let (mut click, mut position) = (0, 0);
        for survey in surveys {
            let first = position;
            let mut fired = None;
            for moment in &survey.triggers.moments {
                if let Some(progress) = self.progress.get_mut(position)
                    && happened.is(&moment.trigger, click, progress)
                {
                    progress.come = true;
                    fired = fired.or(Some(moment));
                }
                click += usize::from(matches!(moment.trigger, Trigger::Click { .. }));
                position += 1;
            }
            if let (Some(moment), Truth::True) = (fired, self.value(survey, first)) {
                let (trigger, due) = (moment.trigger.word(), at + moment.delay);
                waiting.push(Candidate { survey, trigger, due, wanted: false });
            }
        }
    }

    /// Whether a survey's triggers hold; `first` is the position of its first moment.
    pub(super) fn value(&self, survey: &Survey<'_>, first: usize) -> Truth {
        survey.triggers.tree.value(&|leaf| self.moment(survey, first, leaf))
    }

    /// What is known of one moment of a survey.
    pub(super) fn moment(&self, survey: &Survey<'_>, first: usize, leaf: usize) -> Truth {
        let (Some(moment), Some(progress)) = (survey.triggers.moments.get(leaf), self.progress.get(first + leaf)) else {
            return Truth::False;
        };
        match moment.trigger {
            Trigger::Scroll { .. } if !progress.come && progress.depth.is_short().is_none() => Truth::Unknown,
            _ => progress.come.into(),
        }
    }

    /// When a short page will have been visible for as long as a survey waits.
    pub(super) fn dwell_due(&self, surveys: &[Survey<'_>]) -> Timestamp {
        let (mut due, mut position) = (Timestamp::NEVER, 0);
        let Some(since) = self.visible_since else { return due };
        for survey in surveys {
            for moment in &survey.triggers.moments {
                if let (Trigger::Scroll { dwell, .. }, Some(progress)) = (&moment.trigger, self.progress.get(position))
                    && !progress.come
                    && progress.depth.is_short() == Some(true)
                    && *dwell != Duration::NEVER
                {
                    due = due.min(since + Duration(dwell.0 - self.visible.0));
                }
                position += 1;
            }
        }
        due
    }
}
