//! What may be chosen from. Never says what was chosen.

use crate::id::{ID, is_id};
use crate::question::Reader;
use crate::source::{Node, Problems};
use crate::text::Text;
use alloc::vec::Vec;

/// In the order in which they are shown.
#[derive(Default)]
pub(super) struct Options<'a> {
    /// The id of each and what stands on it: 2 to 20.
    list: Vec<(&'a str, Text<'a>)>,
    /// Whether more than one may be chosen.
    pub(super) many: bool,
    /// What stands on the option that leaves room for words of one's own; absent where there is none.
    /// It comes last.
    pub(super) other: Option<Text<'a>>,
}

/// The id of the option for something else.
const OTHER: &str = "other";

impl<'a> Options<'a> {
    /// They may be left out where a template has them.
    pub(super) fn read(&mut self, node: Node<'a>, reader: &Reader, problems: &mut Problems) {
        if let Some(given) = node.given("many") {
            self.many = given.flag(problems);
        }
        if let Some(given) = node.given("other") {
            self.other = Some(reader.text(given, problems));
        }
        let options = node.field("options");
        if self.list.is_empty() || !options.is_absent() {
            self.read_list(options, reader, problems);
        }
    }

    fn read_list(&mut self, node: Node<'a>, reader: &Reader, problems: &mut Problems) {
        let Some(items) = node.items("a list of options", problems) else { return };
        node.check((2..=20).contains(&items.len()), "2 to 20 options", problems);
        self.list.clear();
        for value in items {
            let node = node.item(value);
            if !node.object(&["id", "text"], problems) {
                continue;
            }
            let place = node.field("id");
            let id = place.value.text_or_empty().as_str();
            if place.check(is_id(id), ID, problems) {
                let taken = id == OTHER || self.own().any(|earlier| earlier == id);
                place.check(!taken, "an id other than other that no other option has", problems);
            }
            self.list.push((id, reader.text(node.field("text"), problems)));
        }
    }

    /// The ids of those that a team has named.
    pub(super) fn own(&self) -> impl Iterator<Item = &'a str> {
        self.list.iter().map(|(id, _)| *id)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (&'a str, Text<'a>)> {
        self.list.iter().copied().chain(self.other.map(|text| (OTHER, text)))
    }

    pub(super) fn get(&self, position: usize) -> Option<(&'a str, Text<'a>)> {
        self.all().nth(position)
    }

    pub(super) fn count(&self) -> usize {
        self.list.len() + usize::from(self.other.is_some())
    }

    /// The option for something else; 0 where there is none.
    pub(super) fn other_mark(&self) -> u32 {
        if self.other.is_some() { 1 << (self.list.len() & 31) } else { 0 }
    }
}
