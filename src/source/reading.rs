//! Definitions as the rules read them. What runs borrows its texts from them, so they live as long as the
//! page: each of them once, however often the widget is started with it.
//!
//! Never judges a definition: the rules' own reader does.

use effortlet_core::definition::{self, Definition};
use effortlet_core::edition::Edition;
use effortlet_core::source::Value;
use std::cell::RefCell;

thread_local! {
    static READ: RefCell<Vec<Reading>> = const { RefCell::new(Vec::new()) };
}

struct Reading {
    document: &'static Value,
    /// The ready surveys that it was read over.
    templates: &'static Value,
    definition: &'static Definition<'static>,
    problems: usize,
}

/// With how many mistakes it has. Always by the same rules: a page has one edition of each.
pub(crate) fn read_once(document: Value, templates: Value, rules: &'static Edition) -> (&'static Definition<'static>, usize) {
    READ.with_borrow_mut(|all| {
        if let Some(it) = all.iter().find(|it| *it.document == document && *it.templates == templates) {
            return (it.definition, it.problems);
        }
        let document: &'static Value = Box::leak(Box::new(document));
        let templates: &'static Value = Box::leak(Box::new(templates));
        let (definition, problems) = definition::read(document, templates, rules, is_selector);
        let definition: &'static Definition<'static> = Box::leak(Box::new(definition));
        all.push(Reading { document, templates, definition, problems: problems.len() });
        (definition, problems.len())
    })
}

/// Whether `querySelector` takes a text.
fn is_selector(text: &str) -> bool {
    crate::page::document().create_fragment().query_selector(text).is_ok()
}
