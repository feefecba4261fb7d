//! Somebody was there for so long, on an article.

use super::super::{Reader, Trigger, Words};
use crate::help_center::PageKind;
use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::phrase::{say, seconds, span};
use crate::source::{Node, Problems, SPAN};
use crate::time::{Duration, Timestamp};
use alloc::boxed::Box;

pub(super) const WORDS: Words = Words {
    wants: |terms, _| say(&[&span(terms.field("dwell")), " spent on an article"]),
    observed: |observed, _| seconds(observed),
    grows: true,
};

#[derive(Clone)]
struct Dwell(Duration);

pub(super) fn read<'a>(node: Node<'a>, _: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    Box::new(Dwell(node.field("dwell").span(SPAN, problems)))
}

impl Trigger for Dwell {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.attention = true;
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::Elapsed)
            && view.kind == PageKind::Article
            && view.attention.active_for(view.at) >= self.0
    }

    fn due(&self, view: &PageView<'_>) -> Timestamp {
        if view.kind == PageKind::Article { view.attention.active_at(self.0) } else { Timestamp::NEVER }
    }

    fn observed(&self, view: &PageView<'_>) -> Observed {
        Observed::span(view.attention.active_for(view.at))
    }
}
