//! Random definitions, with the rules they say kept beside for the oracle.

use crate::visit::below;
use effortlet_core::definition::{self, Definition};
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
}

/// As a team writes it; spans in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rule {
    pub(crate) all: bool,
    pub(crate) on: &'static str,
    pub(crate) quiet: Option<i64>,
    pub(crate) max: Option<(usize, Per)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Per {
    Session,
    Span(i64),
    Ever,
}

const IDS: [&str; 3] = ["one", "two", "three"];
const ONS: [&str; 5] = ["shown", "answered", "partial", "dismissed", "ignored"];
const SPANS: [i64; 5] = [5_000, 3_600_000, 86_400_000, 604_800_000, 2_592_000_000];

impl Plan {
    pub(crate) fn random(random: &mut Random) -> Self {
        let count = 1 + below(random, IDS.len());
        let surveys: Vec<_> = IDS[..count].iter().map(|id| Planned::random(random, id)).collect();
        let triggers: Vec<_> = surveys.iter().map(|_| random_triggers(random)).collect();
        let written = [0, 1].map(|edition| write(&surveys, &triggers, edition).to_string());
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
        Self { id, polite: below(random, 2) == 0, rules, samples }
    }
}

impl Rule {
    fn random(random: &mut Random) -> Self {
        let span = SPANS[below(random, SPANS.len())];
        let per = [Per::Session, Per::Span(SPANS[below(random, SPANS.len())]), Per::Ever][below(random, 3)];
        let max = (1 + below(random, 3), per);
        let (quiet, max) = [(Some(span), None), (None, Some(max)), (Some(span), Some(max))][below(random, 3)];
        Self { all: below(random, 2) == 0, on: ONS[below(random, ONS.len())], quiet, max }
    }

    fn write(&self) -> Value {
        let mut rule = json!({ "scope": if self.all { "all" } else { "survey" }, "on": self.on });
        if let Some(quiet) = self.quiet {
            rule["quiet"] = written(quiet);
        }
        if let Some((max, per)) = self.max {
            rule["max"] = max.into();
            match per {
                Per::Session => rule["per"] = "session".into(),
                Per::Span(span) => rule["per"] = written(span),
                Per::Ever => {}
            }
        }
        rule
    }
}

fn written(span: i64) -> Value {
    if span < 3_600_000 { format!("{}s", span / 1_000).into() } else { format!("{}h", span / 3_600_000).into() }
}

/// Two events, which every survey may wait for, and whatever else there is.
fn random_triggers(random: &mut Random) -> Value {
    let delay = ["0s", "0s", "50ms", "20s"][below(random, 4)];
    let name = ["go", "stay"][below(random, 2)];
    let mut any = vec![
        json!({ "event": { "name": "go", "delay": delay } }),
        json!({ "event": { "name": name } }),
    ];
    let others = [
        json!({ "helpCenter": { "visited": true } }),
        json!({ "helpCenter": { "articles": 2 } }),
        json!({ "exitIntent": {} }),
        json!({ "scroll": { "percent": 60 } }),
        json!({ "click": { "selector": ".cta" } }),
        json!({ "not": { "event": { "name": "stay" } } }),
    ];
    any.extend(others.into_iter().filter(|_| below(random, 3) == 0));
    json!({ "any": any })
}

fn write(surveys: &[Planned], triggers: &[Value], edition: usize) -> Value {
    let surveys = surveys.iter().zip(triggers).map(|(survey, triggers)| {
        let preset = if survey.polite { "polite" } else { "none" };
        let rules: Vec<_> = survey.rules.iter().map(Rule::write).collect();
        let question = |id: &str| json!({ "id": id, "kind": "effort", "text": "How easy was it?" });
        let mut written = json!({
            "id": survey.id,
            "questions": [question("first"), question("second")],
            "triggers": triggers,
            "frequency": { "preset": preset, "rules": rules },
        });
        if let Some(samples) = survey.samples {
            written["audience"] = json!({ "sample": { "percent": samples[edition] } });
        }
        written
    });
    json!({ "version": 1, "surveys": surveys.collect::<Vec<_>>() })
}

/// Lives as long as the tests.
fn read(text: &str) -> &'static Definition<'static> {
    let value = Box::leak(Box::new(source::parse_json(text).unwrap()));
    let (definition, problems) = definition::read(value, &template::ALL, source::is_selector);
    assert_eq!(problems, [], "{text}");
    Box::leak(Box::new(definition))
}
