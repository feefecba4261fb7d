//! At least so many different articles in this session; or any page of the help center.

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
    wants: |terms, _| counted(terms.field("articles").number().unwrap_or_default(), "different article", "s"),
    observed: |observed, _| observed.number().map(|count| if count == 0.0 { NONE.into() } else { counted(count, "article", "s") }),
    grows: true,
};

/// It never comes where no page is an article as far as we know.
const NONE: &str = "none. If this page is an article, name its address in helpCenter of the definition";

#[derive(Clone)]
struct Articles {
    /// 1 to 100; 0 for any page.
    least: u32,
}

/// What responses call it.
pub(super) const VISITED: &str = "helpCenter.visited";
pub(super) const READ: &str = "helpCenter.articles";

pub(super) fn read<'a>(node: Node<'a>, reader: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    let (visited, articles) = (node.field("visited"), node.field("articles"));
    if visited.is_absent() && !articles.is_absent() {
        reader.told.set(READ);
        return Box::new(Articles { least: articles.count(1, 100, HUNDRED, problems) });
    }
    reader.told.set(VISITED);
    let fits = articles.is_absent() && visited.value.flag() == Some(true);
    visited.check(fits, "true", problems);
    Box::new(Articles { least: 0 })
}

impl Trigger for Articles {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.articles = true;
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::Visited)
            && match self.least {
                0 => view.kind != PageKind::Other,
                least => view.kind == PageKind::Article && view.articles >= least as usize,
            }
    }

    fn observed(&self, view: &PageView<'_>) -> Observed {
        Observed::Number(view.articles as f64)
    }
}
