//! A section of the help center, or any, was left for another page, and not entered again for 8 s.

use super::{Kind, Trigger, Words};
use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::phrase::quoted;
use crate::source::Value;
use alloc::{boxed::Box, string::String};

pub const SECTION_LEAVE: Kind = Kind {
    word: "sectionLeave",
    keys: &["section"],
    read: |node, _, problems| {
        let section = node.given("section").and_then(|it| it.text(problems)).unwrap_or_default();
        Box::new(SectionLeave { section })
    },
    words: Some(Words { wants, observed, grows: false }),
};

#[derive(Clone)]
struct SectionLeave<'a> {
    /// Any where empty.
    section: &'a str,
}

impl Trigger for SectionLeave<'_> {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.journey = true;
        needs.leaving = true;
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, _view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::SectionLeft(left) if self.section.is_empty() || self.section == *left)
    }

    fn repeats(&self) -> bool {
        true
    }

    fn observed(&self, view: &PageView<'_>) -> Observed {
        Observed::text(&view.trail.inside)
    }
}

fn wants(terms: &Value, _: &str) -> String {
    match terms.field("section").text() {
        Some(section) => ["leaving the section ", &quoted(section)].concat(),
        None => "leaving a section".into(),
    }
}

fn observed(observed: &Observed, _: &Value) -> Option<String> {
    Some(match observed {
        Observed::Text(section) if !section.is_empty() => ["in the section ", &quoted(section)].concat(),
        _ => "in no section".into(),
    })
}
