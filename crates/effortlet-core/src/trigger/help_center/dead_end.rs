//! A page that has nothing for its visitor: an error, or a search that has found no article.

use super::super::{Reader, Trigger, Words};
use crate::needs::Needs;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::source::{Node, Problems};
use alloc::boxed::Box;

pub(super) const WORDS: Words =
    Words { wants: |_, _| "an error page, or a search that finds nothing".into(), observed: |_, _| None, grows: true };

#[derive(Clone)]
struct DeadEnd;

pub(super) fn read<'a>(node: Node<'a>, _: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    let field = node.field("deadEnd");
    field.check(field.value.flag() == Some(true), "true", problems);
    stand_in()
}

/// For what is wrong and will not be used.
pub(super) fn stand_in<'a>() -> Box<dyn Trigger + 'a> {
    Box::new(DeadEnd)
}

impl Trigger for DeadEnd {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.link_targets = true;
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, _view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::DeadEnd)
    }
}
