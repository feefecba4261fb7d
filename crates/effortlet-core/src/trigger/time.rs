//! Somebody was there for so long; or nobody has done anything for so long.

use super::{Kind, Reader, Trigger, Words};
use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::phrase::{say, seconds, span};
use crate::source::{Node, Problems, SPAN, Value};
use crate::time::{Duration, Timestamp};
use alloc::{boxed::Box, string::String};

pub const TIME: Kind = Kind {
    word: "time",
    keys: &["activeTime", "idle"],
    read,
    words: Some(Words { wants, observed: |observed, _| seconds(observed), grows: true }),
};

#[derive(Clone)]
enum Time {
    Active(Duration),
    /// While the page is visible.
    Idle(Duration),
}

fn read<'a>(node: Node<'a>, _: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    let (active, idle) = (node.given("activeTime"), node.given("idle"));
    node.check(active.is_some() != idle.is_some(), "either activeTime or idle", problems);
    let span = active.or(idle).map_or(Duration(0), |it| it.span(SPAN, problems));
    Box::new(if active.is_some() { Time::Active(span) } else { Time::Idle(span) })
}

impl Trigger for Time {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.attention = true;
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::Elapsed)
            && match self {
                Self::Active(span) => view.attention.active_for(view.at) >= *span,
                Self::Idle(span) => view.attention.idle_for(view.at) >= *span,
            }
    }

    fn due(&self, view: &PageView<'_>) -> Timestamp {
        match self {
            Self::Active(span) => view.attention.active_at(*span),
            Self::Idle(span) => view.attention.idle_at(*span),
        }
    }

    fn observed(&self, view: &PageView<'_>) -> Observed {
        Observed::span(match self {
            Self::Active(_) => view.attention.active_for(view.at),
            Self::Idle(_) => view.attention.idle_for(view.at),
        })
    }
}

fn wants(terms: &Value, _: &str) -> String {
    let (active, idle) = (terms.field("activeTime"), terms.field("idle"));
    if *active == Value::Absent {
        say(&[&span(idle), " without activity"])
    } else {
        say(&[&span(active), " of activity"])
    }
}
