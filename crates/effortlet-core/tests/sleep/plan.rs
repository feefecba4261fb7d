//! What a team asks, whom and how often, and who comes.

use crate::step::below;
use effortlet_core::definition::{self, Definition};
use effortlet_core::edition::FULL;
use effortlet_core::response::Random;
use effortlet_core::{source, template};
use serde_json::{Value, json};

pub(crate) struct Plan {
    pub(crate) definition: &'static Definition<'static>,
    pub(crate) written: String,
    pub(crate) tabs: usize,
    /// Of who has been here before; a newcomer has none.
    pub(crate) number: Option<u32>,
}

impl Plan {
    pub(crate) fn random(random: &mut Random) -> Self {
        // A session is what one tab is awake for, so what is said of it is compared in one.
        let tabs = 1 + below(random, 2);
        let samples_all = below(random, 3) == 0;
        let surveys: Vec<_> = (0..1 + below(random, 3)).map(|id| random_survey(random, id, tabs == 1, samples_all)).collect();
        // Where it is looked for under every common name, that takes longer than all the rest.
        let written = json!({ "version": 1, "helpCenter": { "preset": "zendesk", "root": "/help" }, "surveys": surveys }).to_string();
        let definition = read(&written);
        // Drawn by the first page of both, else at different moments, and so another one.
        let number = (!samples_all || below(random, 2) == 0).then(|| random.draw() as u32);
        Self { definition, written, tabs, number }
    }
}

fn random_survey(random: &mut Random, id: usize, has_sessions: bool, samples_all: bool) -> Value {
    let delay = ["0s", "0s", "20s", "50m"][below(random, 4)];
    let event = json!({ "event": { "name": (["go", "stay"][below(random, 2)]), "delay": delay } });
    let others = [
        json!({ "click": { "selector": ".cta", "defer": (below(random, 4) == 0) } }),
        json!({ "exitIntent": {} }),
        json!({ "helpCenter": { "articles": 2 } }),
        json!({ "seq": [{ "event": { "name": "go" } }, { "click": { "selector": ".cta" } }] }),
    ];
    let mut triggers = vec![event];
    triggers.extend(others.into_iter().filter(|_| below(random, 4) == 0));
    let preset = ["polite", "none"][below(random, 2)];
    let rules: Vec<_> = (0..1 + below(random, 2)).map(|_| random_rule(random, has_sessions)).collect();
    let mut survey = json!({
        "id": format!("survey-{id}"),
        "questions": [{ "id": "first", "kind": "effort", "text": "How easy was it?" }],
        "triggers": { "any": triggers },
        "frequency": { "preset": preset, "rules": rules },
    });
    let sample = json!({ "sample": { "percent": ([5, 50, 95][below(random, 3)]) } });
    let audience = match below(random, 6) {
        0..2 if !samples_all => return survey,
        2 if !samples_all => json!({ "not": sample }),
        3 if !samples_all => json!({ "any": [sample, { "page": { "path": "/help/**" } }] }),
        4 if !samples_all => random_schedule(random),
        5 => json!({ "all": [sample, { "page": { "path": "/help/**" } }] }),
        _ => sample,
    };
    survey["audience"] = audience;
    survey
}

fn random_rule(random: &mut Random, has_sessions: bool) -> Value {
    let on = ["shown", "answered", "dismissed", "ignored"][below(random, 4)];
    let scope = ["survey", "all"][below(random, 2)];
    match below(random, 6) {
        0..3 => json!({ "scope": scope, "on": on, "quiet": (["2h", "7h", "26h", "30d"][below(random, 4)]) }),
        3 => json!({ "scope": scope, "on": on, "max": (1 + below(random, 3)), "per": (["2h", "40h"][below(random, 2)]) }),
        4 if has_sessions => json!({ "scope": scope, "on": on, "max": 1, "per": "session" }),
        _ => json!({ "scope": scope, "on": on, "max": (1 + below(random, 2)) }),
    }
}

/// Around the days of the visits, which begin at the start of 2026.
fn random_schedule(random: &mut Random) -> Value {
    let date = |random: &mut Random| format!("2026-0{}-{:02}", 1 + below(random, 2), 1 + below(random, 28));
    let (from, until) = (date(random), date(random));
    match below(random, 3) {
        0 => json!({ "time": { "from": from } }),
        1 => json!({ "time": { "until": until } }),
        _ => json!({ "any": [{ "time": { "from": from } }, { "time": { "until": until } }] }),
    }
}

/// Lives as long as the tests.
fn read(text: &str) -> &'static Definition<'static> {
    let value = Box::leak(Box::new(source::parse_json(text).unwrap()));
    let (definition, problems) = definition::read(value, &template::ALL, &FULL, source::is_selector);
    assert_eq!(problems, [], "{text}");
    Box::leak(Box::new(definition))
}
