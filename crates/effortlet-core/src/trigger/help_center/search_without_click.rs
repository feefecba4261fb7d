//! A search whose results were left alone for so long, or left for anything but an article.

use super::super::{Reader, Trigger, Words};
use crate::help_center::PageKind;
use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::phrase::{seconds, span};
use crate::source::{Node, Problems, Value};
use crate::time::{Duration, Timestamp};
use alloc::{boxed::Box, string::String};

pub(super) const WORDS: Words = Words { wants, observed: |observed, _| seconds(observed), grows: true };

/// How long a search may be looked at before its results count as left alone.
const USUAL: (&str, Duration) = ("20s", Duration::seconds(20));

#[derive(Clone)]
struct SearchWithoutClick {
    looked_at: Duration,
}

pub(super) fn read<'a>(node: Node<'a>, _: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    let field = node.field("searchWithoutClick");
    Box::new(SearchWithoutClick {
        looked_at: if field.value.flag() == Some(true) {
            USUAL.1
        } else {
            field.span("true, or a duration above 0 such as \"20s\"", problems)
        },
    })
}

impl Trigger for SearchWithoutClick {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.journey = true;
        needs.attention = true;
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        match occurrence {
            Occurrence::Visited => view.arrival.from == PageKind::Search && view.kind != PageKind::Article,
            Occurrence::Elapsed => {
                view.kind == PageKind::Search && view.attention.active_for(view.at) >= self.looked_at
            }
            _ => false,
        }
    }

    fn due(&self, view: &PageView<'_>) -> Timestamp {
        if view.kind == PageKind::Search { view.attention.active_at(self.looked_at) } else { Timestamp::NEVER }
    }

    fn observed(&self, view: &PageView<'_>) -> Observed {
        Observed::span(view.attention.active_for(view.at))
    }
}

fn wants(terms: &Value, _: &str) -> String {
    let looked_at = match terms.field("searchWithoutClick") {
        Value::Flag(true) => &Value::Text(USUAL.0.into()),
        given => given,
    };
    ["a search that is left, or looked at for ", &span(looked_at), ", without opening an article"].concat()
}
