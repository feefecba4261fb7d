//! The contact page, after at least so many articles in this session.

use super::super::{Reader, Trigger, Words};
use crate::help_center::PageKind;
use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::phrase::counted;
use crate::source::{HUNDRED, Node, Problems};
use alloc::boxed::Box;

pub(super) const WORDS: Words = Words {
    wants: |terms, _| {
        let articles = counted(terms.field("contactAfter").number().unwrap_or_default(), "article", "s");
        ["the contact page after ", &articles].concat()
    },
    observed: |observed, _| observed.number().map(|count| counted(count, "article", "s")),
    grows: true,
};

#[derive(Clone)]
struct ContactAfter {
    /// 1 to 100.
    least: u32,
}

pub(super) fn read<'a>(node: Node<'a>, _: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    Box::new(ContactAfter { least: node.field("contactAfter").count(1, 100, HUNDRED, problems) })
}

impl Trigger for ContactAfter {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.articles = true;
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::Visited) && view.kind == PageKind::Contact && view.articles >= self.least as usize
    }

    fn observed(&self, view: &PageView<'_>) -> Observed {
        Observed::Number(view.articles as f64)
    }
}
