//! A click on what a CSS selector finds.

use super::{Kind, Reader, Trigger};
use crate::needs::{Clickable, Needs};
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::source::{Node, Problems};
use alloc::boxed::Box;

pub const CLICK: Kind = Kind { word: "click", keys: &["selector", "delay"], read, words: None };

#[derive(Clone)]
pub(super) struct Click<'a>(pub(super) Clickable<'a>);

fn read<'a>(node: Node<'a>, reader: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    let selector = node.field("selector").selector(reader.is_selector, problems);
    Box::new(Click(Clickable { selector, text: "" }))
}

impl Trigger for Click<'_> {
    fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        if !needs.clicks.contains(&self.0) {
            needs.clicks.push(self.0);
        }
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, _view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::Clicked(clicked) if *clicked == self.0)
    }

    fn repeats(&self) -> bool {
        true
    }
}
