//! The page that is open: its address, and what the help center says of it.

use super::address::{Address, PARTS, is_as_wanted, some};
use super::{AudienceContext, Condition, Kind, Words};
use crate::comparison::Comparison;
use crate::help_center::PageKind;
use crate::observed::Observed;
use crate::phrase::each;
use crate::source::{Node, Problems, Value};
use alloc::{boxed::Box, string::String};

pub const PAGE: Kind = Kind {
    word: "page",
    keys: &["path", "url", "query", "kind", "section", "article", "locale"],
    read,
    words: Some(Words::new(|terms| ["the page's ", &each(terms, &|part| part.into(), &PARTS)].concat())),
};

struct Page<'a> {
    address: Address<'a>,
    terms: &'a Value,
}

fn read<'a>(node: Node<'a>, _: fn(&str) -> bool, problems: &mut Problems) -> Box<dyn Condition + 'a> {
    let known = node.some(PAGE.keys, problems);
    let node = if known { node } else { node.field("") };
    let address = Address::read(node, problems);
    if let Some(kind) = node.given("kind") {
        kind.words(&PageKind::WORDS, problems);
    }
    for field in ["section", "article", "locale"].iter().filter_map(|name| node.given(name)) {
        Comparison::read_text(field, problems);
    }
    Box::new(Page { address, terms: node.value })
}

impl Condition for Page<'_> {
    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        let page = &context.page;
        let is = |name, found: Option<&str>| is_as_wanted(self.terms.field(name), || some(found.unwrap_or_default()));
        let kinds = self.terms.field("kind").one_or_many();
        Some(
            self.address.holds(context.path?, context.address)
                && (kinds.is_empty() || kinds.iter().any(|kind| kind.text() == Some(page.kind.word())))
                && is("section", page.section)
                && is("article", page.article)
                && is("locale", page.locale),
        )
    }

    /// Its path, its address where more of it is asked for, and each part that is.
    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        let page = &context.page;
        let mut all = String::from(self.address.asked(context.path.unwrap_or_default(), context.address));
        for (name, found) in [
            ("kind", Some(page.kind.word())),
            ("section", page.section),
            ("article", page.article),
            ("locale", page.locale),
        ] {
            if *self.terms.field(name) != Value::Absent {
                all.push_str(", ");
                all.push_str(found.unwrap_or("none"));
            }
        }
        Observed::Text(all)
    }
}
