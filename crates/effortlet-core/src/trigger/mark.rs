//! A click on what says a certain word, or on what the page has marked with the survey's id: the
//! visitor asks for the survey by that.

use super::click::Click;
use super::{Kind, Reader, Trigger, Words};
use crate::needs::{Clickable, Needs};
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use crate::phrase::quoted;
use crate::source::{Node, Problems, Value};
use alloc::{boxed::Box, string::String};

/// A click on what a selector finds, on what says something, or on a mark.
pub const CLICK: Kind =
    Kind { word: "click", keys: &["selector", "text", "delay", "defer"], read, words: Some(Words::new(wants)) };

/// What a click may be on where only its words are named.
const CLICKABLE: &str = "a,area,button,summary,label,input,[role]";

#[derive(Clone)]
struct Mark<'a> {
    survey: &'a str,
}

fn read<'a>(node: Node<'a>, reader: &Reader<'a>, problems: &mut Problems) -> Box<dyn Trigger + 'a> {
    let (selector, text) = (node.given("selector"), node.given("text"));
    if selector.is_none() && text.is_none() {
        return Box::new(Mark { survey: reader.survey });
    }
    let selector = selector.map_or(CLICKABLE, |it| it.selector(reader.is_selector, problems));
    let text = text.and_then(|it| it.text(problems)).unwrap_or_default();
    Box::new(Click(Clickable { selector, text }))
}

impl Trigger for Mark<'_> {
    fn needs(&self, needs: &mut Needs<'_>) {
        needs.marks = true;
    }

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, _view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::Marked(survey) if *survey == self.survey)
    }

    fn repeats(&self) -> bool {
        true
    }

    fn invites(&self) -> bool {
        true
    }
}

fn wants(terms: &Value, _: &str) -> String {
    let (selector, text) = (terms.field("selector").text(), terms.field("text").text());
    let text = text.map(quoted);
    let on = match (selector, text) {
        (None, None) => "what is marked with data-effortlet".into(),
        (Some(selector), Some(text)) => [selector, " that says ", &text].concat(),
        (Some(selector), None) => selector.into(),
        (None, Some(text)) => text,
    };
    ["a click on ", &on].concat()
}
