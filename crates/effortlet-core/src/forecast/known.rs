//! What is known of each condition of an audience before there is a visitor.
//!
//! Never takes a visitor for granted: a condition on one is unknown.

use super::given::Given;
use crate::audience::AudienceContext;
use crate::explain::{Finding, audience, survey};
use crate::help_center::Facts;
use crate::memory::{History, Trail};
use crate::observed::Observed;
use crate::source::Value;
use crate::survey::Survey;
use crate::time::Timestamp;
use crate::tree::{SEQ, Truth, WITHIN};
use alloc::vec::Vec;

/// What a page alone can tell.
const PAGE: &str = "page";
const ELEMENT: &str = "element";

/// Of each condition, in the order of the definition.
pub(super) struct Known {
    /// Whoever visits whatever page.
    pub(super) certain: Vec<(Truth, Observed)>,
    /// Whoever visits this page.
    pub(super) here: Vec<(Truth, Observed)>,
}

impl Known {
    pub(super) fn of(asked: &Survey<'_>, given: Given<'_>, at: Timestamp) -> Self {
        let (history, trail) = (History::default(), Trail::default());
        let context = AudienceContext {
            at,
            survey: asked.id,
            path: given.found.map(|found| found.path.as_str()),
            address: given.found.map_or("", |found| &found.address),
            page: given.found.map_or_else(Facts::default, |found| found.facts()),
            languages: "",
            number: None,
            history: &history,
            trail: &trail,
            asked: &[],
            gathered: &[],
        };
        let observed = asked.audience.observed(&context);
        let certain: Vec<_> = asked.audience.certain(&context).into_iter().map(|truth| (truth, Observed::Nothing)).collect();
        let tree = audience(survey(given.document, asked.id));
        let mut leaves = Vec::new();
        tree.iter().for_each(|tree| add_leaves(tree, &mut leaves));
        let mut here = Vec::new();
        for (((name, terms), certain), observed) in leaves.into_iter().zip(&certain).zip(observed) {
            let of_page = match name {
                PAGE if given.found.is_some() => Some(observed),
                ELEMENT => given.page.and_then(|page| page.has(terms.field("selector").text_or_empty())),
                _ => None,
            };
            here.push(of_page.filter(|_| certain.0 == Truth::Unknown).unwrap_or_else(|| certain.clone()));
        }
        Self { certain, here }
    }
}

/// Whether it is about the page alone.
pub(super) fn is_of_page(part: &Finding) -> bool {
    part.leaves().iter().all(|leaf| leaf.name == PAGE || leaf.name == ELEMENT)
}

fn add_leaves<'v>(tree: &'v Value, all: &mut Vec<(&'v str, &'v Value)>) {
    for (name, below) in tree.entries().iter().filter(|(name, _)| name != WITHIN) {
        match name.as_str() {
            "not" => add_leaves(below, all),
            "all" | "any" | SEQ => below.one_or_many().iter().for_each(|part| add_leaves(part, all)),
            name => all.push((name, below)),
        }
    }
}
