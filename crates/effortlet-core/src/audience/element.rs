//! Whether the page has a certain element.

use super::{AudienceContext, Condition, Kind, Words};
use crate::needs::{Needs, Source};
use crate::observed::Observed;
use crate::source::{Node, Problems, Value};
use alloc::{boxed::Box, string::String};

pub const ELEMENT: Kind = Kind {
    word: "element",
    keys: &["selector"],
    read: |node, is_selector, problems| {
        read_element(node, is_selector, problems);
        element(node.value)
    },
    words: Some(Words {
        wants: |terms| ["the page has an element ", terms.field("selector").text_or_empty()].concat(),
        observed,
        unknown: "not known",
    }),
};

struct Element<'a> {
    selector: &'a str,
}

/// An element of the page, by a CSS selector.
pub fn read_element(node: Node<'_>, is_selector: fn(&str) -> bool, problems: &mut Problems) {
    if node.only(&["selector"], problems) {
        node.field("selector").selector(is_selector, problems);
    }
}

/// The condition that there is an element, which has been read before.
pub fn element<'a>(value: &'a Value) -> Box<dyn Condition + 'a> {
    Box::new(Element { selector: value.field("selector").text_or_empty() })
}

impl Condition for Element<'_> {
    fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        needs.fact(Source::Element, self.selector);
    }

    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        context.find(Source::Element, self.selector)?.flag()
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        context.find(Source::Element, self.selector).map_or(Observed::Nothing, Observed::from)
    }
}

fn observed(observed: &Observed, _: &Value) -> Option<String> {
    matches!(observed, Observed::Text(text) if text == "false").then(|| "none".into())
}
