//! The language that the visitor wants most.

use super::{AudienceContext, Condition, Kind, Words};
use crate::observed::Observed;
use crate::phrase::{list, text_of};
use crate::source::{Node, Problems, Value};
use crate::text::{base, cut, is_language};
use alloc::boxed::Box;

pub const LANGUAGE: Kind = Kind {
    word: "language",
    keys: &[],
    read,
    words: Some(Words::new(|terms| ["the visitor's language is ", &list(terms, &text_of)].concat())),
};

/// One tag or a list of them.
struct Language<'a>(&'a Value);

fn read<'a>(node: Node<'a>, _: fn(&str) -> bool, problems: &mut Problems) -> Box<dyn Condition + 'a> {
    let is_tag = |node: Node<'_>| is_language(node.value.text_or_empty());
    if let Value::List(items) = node.value {
        node.check(!items.is_empty(), "at least one language", problems);
        for node in node.each() {
            node.check(is_tag(node), "a language such as \"en\" or \"pt-BR\"", problems);
        }
    } else {
        node.check(is_tag(node), "a language such as \"en\" or \"pt-BR\", or a list of them", problems);
    }
    Box::new(Language(node.value))
}

impl Condition for Language<'_> {
    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        let (wanted, _) = cut(context.languages, b',');
        let speaks = |tag: &str| tag.eq_ignore_ascii_case(wanted) || tag.eq_ignore_ascii_case(base(wanted));
        Some(self.0.one_or_many().iter().any(|tag| speaks(tag.text_or_empty())))
    }

    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        Observed::text(cut(context.languages, b',').0)
    }
}
