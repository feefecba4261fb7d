//! Something the page tells with `track(name)`.

use super::{Kind, Trigger};
use crate::needs::Needs;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use alloc::boxed::Box;

pub const EVENT: Kind = Kind {
    word: "event",
    keys: &["name", "delay"],
    read: |node, _, problems| {
        let name = node.field("name").text(problems).unwrap_or_default();
        Box::new(Event { name })
    },
    words: None,
};

#[derive(Clone)]
struct Event<'a> {
    name: &'a str,
}

impl Trigger for Event<'_> {
    fn needs(&self, _needs: &mut Needs<'_>) {}

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, _view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::Event(name, _) if *name == self.name)
    }

    fn repeats(&self) -> bool {
        true
    }
}
