//! The path of the page that is open matches one of some patterns.

use crate::pattern::read_path;
use super::{AudienceContext, Condition, Kind};
use crate::observed::Observed;
use crate::pattern::Patterns;
use crate::source::{Node, Problems};
use alloc::boxed::Box;

pub const PAGE: Kind = Kind { word: "page", keys: &["path"], read, words: None };

struct Page<'a> {
    path: Patterns<'a>,
}

fn read<'a>(node: Node<'a>, _: fn(&str) -> bool, problems: &mut Problems) -> Box<dyn Condition + 'a> {
    let path = node.field("path");
    let known = node.only(PAGE.keys, problems);
    Box::new(Page { path: if known { read_path(path, problems) } else { Patterns::of(path.value) } })
}

impl Condition for Page<'_> {
    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        Some(self.path.capture(context.path?).is_some())
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        Observed::text(context.path.unwrap_or_default())
    }
}
