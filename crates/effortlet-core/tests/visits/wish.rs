//! What an audience wants to hear of the page, and what the page says.

use crate::visit::below;
use effortlet_core::needs::{Fact, Source};
use effortlet_core::response::Random;
use effortlet_core::source;
use serde_json::{Value, json};

/// What the page says of itself, of its cookie and of an element; nothing where that is not known.
pub(crate) type Facts = [Option<bool>; 3];

pub(crate) const COOKIE: usize = 1;

/// What some facts have to be: all of them, or any.
#[derive(Debug)]
pub(crate) struct Wish {
    all: bool,
    facts: Vec<(usize, bool)>,
}

impl Wish {
    pub(crate) fn random(random: &mut Random) -> Self {
        let (first, wanted) = (below(random, 3), below(random, 4) > 0);
        let mut facts = vec![(first, wanted)];
        if below(random, 2) == 0 {
            facts.push(((first + 1 + below(random, 2)) % 3, below(random, 4) > 0));
        }
        Self { all: below(random, 2) == 0, facts }
    }

    /// Yes and no only where that is sure, whatever the facts are that are not known.
    pub(crate) fn says(&self, facts: &Facts) -> Option<bool> {
        let is = |(fact, wanted): &(usize, bool)| facts[*fact].map(|it| it == *wanted);
        if self.facts.iter().any(|it| is(it) == Some(!self.all)) {
            return Some(!self.all);
        }
        self.facts.iter().all(|it| is(it) == Some(self.all)).then_some(self.all)
    }

    /// Facts that are as wanted.
    pub(crate) fn granted(&self) -> Facts {
        let mut facts = Facts::default();
        self.facts.iter().for_each(|(fact, wanted)| facts[*fact] = Some(*wanted));
        facts
    }

    pub(crate) fn write(&self) -> Value {
        let leaves = [
            json!({ "condition": { "name": "ready" } }),
            json!({ "cookie": { "plan": "pro" } }),
            json!({ "element": { "selector": ".vip" } }),
        ];
        let written = |(fact, wanted): &(usize, bool)| {
            if *wanted { leaves[*fact].clone() } else { json!({ "not": leaves[*fact] }) }
        };
        json!({ (if self.all { "all" } else { "any" }): self.facts.iter().map(written).collect::<Vec<_>>() })
    }
}

/// As the page is asked for it.
pub(crate) fn told(asked: &[Fact<'_>], facts: &Facts) -> Vec<source::Value> {
    let told = |fact: &Fact<'_>| match fact.source {
        Source::Condition => facts[0].map_or(source::Value::Absent, source::Value::Flag),
        Source::Cookie => source::Value::Text(if facts[COOKIE] == Some(true) { "pro" } else { "free" }.into()),
        _ => facts[2].map_or(source::Value::Absent, source::Value::Flag),
    };
    asked.iter().map(told).collect()
}
