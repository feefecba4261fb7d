//! What is found under names: traits that the page tells of, cookies, storage, globals. One file for
//! all, since they differ only in where they are looked for.

use super::{AudienceContext, Condition, Kind, Words};
use crate::comparison::{Comparison, read_named};
use crate::needs::{Needs, Source};
use crate::observed::Observed;
use crate::phrase::each;
use crate::source::{Node, Problems, Value};
use alloc::boxed::Box;

pub const TRAITS: Kind = Kind {
    word: "traits",
    keys: &[],
    read: |node, _, problems| read(Source::Trait, node, problems),
    words: Some(Words::new(|terms| each(terms, &|name| ["the trait ", name].concat(), &[]))),
};

pub const COOKIE: Kind = Kind {
    word: "cookie",
    keys: &[],
    read: |node, _, problems| read(Source::Cookie, node, problems),
    words: Some(Words::new(|terms| each(terms, &|name| ["the cookie ", name].concat(), &[]))),
};

pub const LOCAL_STORAGE: Kind = Kind {
    word: "localStorage",
    keys: &[],
    read: |node, _, problems| read(Source::LocalStorage, node, problems),
    words: Some(Words::new(|terms| each(terms, &|name| ["localStorage ", name].concat(), &[]))),
};

pub const SESSION_STORAGE: Kind = Kind {
    word: "sessionStorage",
    keys: &[],
    read: |node, _, problems| read(Source::SessionStorage, node, problems),
    words: Some(Words::new(|terms| each(terms, &|name| ["sessionStorage ", name].concat(), &[]))),
};

pub const GLOBAL: Kind = Kind {
    word: "global",
    keys: &[],
    read: |node, _, problems| {
        let condition = read(Source::Global, node, problems);
        check_paths(node, problems);
        condition
    },
    words: Some(Words::new(|terms| each(terms, &|name| ["window.", name].concat(), &[]))),
};

struct Named<'a> {
    source: Source,
    /// A comparison for each name.
    terms: &'a Value,
}

fn read<'a>(source: Source, node: Node<'a>, problems: &mut Problems) -> Box<dyn Condition + 'a> {
    read_named(node, problems);
    Box::new(Named { source, terms: node.value })
}

/// Each name is a way along own properties; nothing is called.
fn check_paths(node: Node<'_>, problems: &mut Problems) {
    for (path, _) in node.value.entries() {
        let whole = path.trim_ascii().is_empty() || path.split('.').all(|name| !name.is_empty());
        let fits = whole && !path.bytes().any(|byte| b"[(".contains(&byte));
        node.field(path).check(fits, "a path such as app.user.plan as its key", problems);
    }
}

impl Condition for Named<'_> {
    fn needs<'n>(&'n self, needs: &mut Needs<'n>) {
        self.terms.entries().iter().for_each(|(name, _)| needs.fact(self.source, name));
    }

    fn holds(&self, context: &AudienceContext<'_>) -> Option<bool> {
        let mut all = true;
        for (name, wanted) in self.terms.entries() {
            all &= Comparison::of(wanted).holds(context.find(self.source, name)?);
        }
        Some(all)
    }

    /// The first that is there.
    fn observed(&self, context: &AudienceContext<'_>) -> Observed {
        let names = self.terms.entries().iter().map(|(name, _)| name);
        let mut found = names.filter_map(|name| context.find(self.source, name));
        found.find(|value| **value != Value::Absent).map_or(Observed::Nothing, Observed::from)
    }
}
