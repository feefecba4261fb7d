//! Random definitions, with what they say kept beside for the oracle.

use crate::rule::Rule;
use crate::visit::below;
use crate::wish::Wish;
use effortlet_core::definition::{self, Definition};
use effortlet_core::edition::FULL;
use effortlet_core::response::Random;
use effortlet_core::{source, template};
use serde_json::{Value, json};

/// One definition in two editions: the second has other samples, as a team would change them.
pub(crate) struct Plan {
    pub(crate) surveys: Vec<Planned>,
    pub(crate) editions: [&'static Definition<'static>; 2],
    written: String,
}

pub(crate) struct Planned {
    pub(crate) id: &'static str,
    pub(crate) polite: bool,
    pub(crate) rules: Vec<Rule>,
    /// Of each edition; 100 or none where everybody is asked.
    pub(crate) samples: Option<[f64; 2]>,
    pub(crate) wish: Option<Wish>,
    /// Those that the oracle follows.
    pub(crate) triggers: Vec<Trigger>,
    others: Vec<Value>,
}

/// No survey has two for the same happening.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trigger {
    pub(crate) on: On,
    /// In milliseconds.
    pub(crate) delay: i64,
    pub(crate) defer: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    Event(&'static str),
    Click,
    Link,
}

const IDS: [&str; 3] = ["one", "two", "three"];

impl Plan {
    pub(crate) fn random(random: &mut Random) -> Self {
        let count = 1 + below(random, IDS.len());
        let surveys: Vec<_> = IDS[..count].iter().map(|id| Planned::random(random, id)).collect();
        let written = [0, 1].map(|edition| write(&surveys, edition).to_string());
        let editions = written.each_ref().map(|text| read(text));
        Self { surveys, editions, written: written.join("\n") }
    }

    pub(crate) fn written(&self) -> &str {
        &self.written
    }
}

impl Planned {
    fn random(random: &mut Random, id: &'static str) -> Self {
        let rules = (0..below(random, 4)).map(|_| Rule::random(random)).collect();
        let share = |random: &mut Random| below(random, 11) as f64 * 10.0;
        let samples = [share(random), share(random)];
        let samples = (below(random, 3) == 0).then_some(samples);
        let wish = (below(random, 5) < 2).then(|| Wish::random(random));
        let (triggers, others) = (random_triggers(random), random_others(random));
        Self { id, polite: below(random, 2) == 0, rules, samples, wish, triggers, others }
    }

    fn write(&self, edition: usize) -> Value {
        let preset = if self.polite { "polite" } else { "none" };
        let rules: Vec<_> = self.rules.iter().map(Rule::write).collect();
        let triggers: Vec<_> = self.triggers.iter().map(Trigger::write).chain(self.others.iter().cloned()).collect();
        let question = |id: &str| json!({ "id": id, "kind": "effort", "text": "How easy was it?" });
        let mut written = json!({
            "id": self.id,
            "questions": [question("first"), question("second")],
            "triggers": { "any": triggers },
            "frequency": { "preset": preset, "rules": rules },
        });
        let sample = self.samples.map(|samples| json!({ "sample": { "percent": samples[edition] } }));
        let audience: Vec<_> = sample.into_iter().chain(self.wish.as_ref().map(Wish::write)).collect();
        if !audience.is_empty() {
            written["audience"] = json!({ "all": audience });
        }
        written
    }
}

impl Trigger {
    fn write(&self) -> Value {
        let mut written = match self.on {
            On::Event(name) => json!({ "name": name }),
            On::Click => json!({ "selector": ".cta" }),
            On::Link => return json!({ "link": {} }),
        };
        written["delay"] = format!("{}ms", self.delay).into();
        written["defer"] = self.defer.into();
        json!({ (self.on.word()): written })
    }
}

impl On {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Event(_) => "event",
            Self::Click => "click",
            Self::Link => "link",
        }
    }
}

/// Two events, which every survey waits for, one of them at once; often a click and a link.
fn random_triggers(random: &mut Random) -> Vec<Trigger> {
    let mut one = |on, seldom| Trigger {
        on,
        delay: [0, 50, 20_000][below(random, 3)],
        defer: below(random, seldom) == 0,
    };
    let go = one(On::Event("go"), 4);
    let stay = Trigger { on: On::Event("stay"), delay: 0, defer: false };
    let click = one(On::Click, 2);
    let link = Trigger { on: On::Link, ..stay };
    let mut triggers = vec![go, stay];
    triggers.extend([click, link].into_iter().filter(|_| below(random, 2) == 0));
    triggers
}

fn random_others(random: &mut Random) -> Vec<Value> {
    let others = [
        json!({ "helpCenter": { "visited": true } }),
        json!({ "helpCenter": { "articles": 2 } }),
        json!({ "exitIntent": {} }),
        json!({ "scroll": { "percent": 60 } }),
        json!({ "not": { "event": { "name": "stay" } } }),
    ];
    others.into_iter().filter(|_| below(random, 4) == 0).collect()
}

fn write(surveys: &[Planned], edition: usize) -> Value {
    let surveys: Vec<_> = surveys.iter().map(|survey| survey.write(edition)).collect();
    // Where it is looked for under every common name, that takes longer than all the rest.
    json!({ "version": 1, "helpCenter": { "preset": "zendesk", "root": "/help" }, "surveys": surveys })
}

/// Lives as long as the tests.
fn read(text: &str) -> &'static Definition<'static> {
    let value = Box::leak(Box::new(source::parse_json(text).unwrap()));
    let (definition, problems) = definition::read(value, &template::ALL, &FULL, source::is_selector);
    assert_eq!(problems, [], "{text}");
    Box::leak(Box::new(definition))
}
