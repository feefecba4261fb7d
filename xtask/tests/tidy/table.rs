//! What may not stand where, and why: one list of rules for each part of the product.

mod core;
mod edge;
mod page;
mod script;
mod collector;
mod repository;

use crate::rules::Rule;

pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    [core::RULES, edge::RULES, page::RULES, script::RULES, collector::RULES, repository::RULES].into_iter().flatten()
}
