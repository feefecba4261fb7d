//! The contract between widget and collector: whatever a definition can ask, whatever a page tells and a
//! visitor writes, what the widget makes of it is taken.

use crate::support::{Collector, NOW};
use axum::http::StatusCode;
use effortlet_core::answer::Act;
use effortlet_core::definition::{self, Definition};
use effortlet_core::edition::FULL;
use effortlet_core::interview::{Interview, Progress};
use effortlet_core::privacy::Place;
use effortlet_core::response::limits::{LARGEST_BODY, first_characters};
use effortlet_core::response::{Context, Fact, Random, stamped};
use effortlet_core::time::Timestamp;
use effortlet_core::{source, template};
use serde_json::{Value, json};

/// What a random text is made of: signs that JSON, SQL or people give a meaning, blanks, controls, and
/// characters of each length. Half of a character is U+FFFD once it has left the browser.
const SIGNS: [&str; 26] = [
    "a", "7", " ", "\u{a0}", "\u{3000}", "\"", "\\", "/", "'", "\n", "\r\n", "\t", "\0", "\u{1}", "\u{1f}", "\u{7f}", "\u{feff}",
    "\u{fffd}", "\u{2028}", "\u{200b}", "\u{202e}", "é", "日", "🙂", "👩‍👩‍👧", "<b>{organization}</b>",
];

/// What would be masked.
const NAMED: [&str; 4] = ["jane@acme.example", "4111 1111 1111 1111", "a@b.co", "+40722123456"];

struct Chance(Random);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        (self.0.draw() % most.max(1) as u64) as usize
    }

    fn is(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn of<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all[self.below(all.len())]
    }

    /// Up to so many characters; often few, sometimes all.
    fn text(&mut self, most: usize) -> String {
        let most = if self.is(80) { most.min(12) } else { most };
        let count = if self.is(30) { most } else { self.below(most + 1) };
        let sign = self.of(&SIGNS);
        let mut text = String::new();
        // Each has one character at least.
        for _ in 0..count {
            let next = if self.is(2) { self.of(&NAMED) } else if most > 200 { sign } else { self.of(&SIGNS) };
            text.push_str(next);
        }
        first_characters(&text, count).into()
    }

    /// Of a team, whose texts have no U+0000.
    fn words(&mut self, most: usize) -> String {
        self.text(most).replace('\0', " ")
    }

    fn id(&mut self) -> String {
        const SIGNS: &[u8] = b"abcXYZ019-_";
        let length = if self.is(20) { 64 } else { 1 + self.below(9) };
        (0..length).map(|_| char::from(SIGNS[self.below(SIGNS.len())])).collect()
    }
}

fn question(chance: &mut Chance, place: usize) -> Value {
    let limit = [1, 10, 280, 2_000, 5_000][chance.below(5)];
    let (optional, many) = (chance.is(50), chance.is(50));
    let id = format!("{place}{}", &chance.id()[..1]);
    let points = [5, 7, 10][chance.below(3)];
    let mut question = json!({ "id": id, "text": format!("?{}", chance.words(40)), "optional": optional });
    let own = match chance.below(6) {
        0 => json!({ "kind": "yesNo" }),
        1 => json!({ "kind": "effort", "scale": {
            "points": points, "easyIs": chance.of(&["high", "low"]), "order": chance.of(&["reading", "leftToRight"]) } }),
        2 | 3 => json!({ "kind": "text", "limit": limit }),
        4 => json!({ "kind": "message" }),
        _ => {
            let option = |number| json!({ "id": format!("o{number}"), "text": "An option" });
            let options: Vec<_> = (0..2 + chance.below(19)).map(option).collect();
            let mut choice = json!({ "kind": "choice", "many": many, "options": options, "limit": limit });
            if options.len() < 20 && chance.is(60) {
                choice["other"] = "Else".into();
            }
            choice
        }
    };
    question.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    if chance.is(20) {
        question["branch"] = json!([{ "when": { "skipped": true }, "to": "end" }]);
    }
    question
}

fn random_definition(chance: &mut Chance) -> Value {
    let count = if chance.is(5) { 50 } else { 1 + chance.below(6) };
    let questions: Vec<_> = (0..count).map(|place| question(chance, place)).collect();
    let mut survey = json!({ "id": chance.id(), "questions": questions, "triggers": { "exitIntent": {} } });
    if chance.is(30) {
        survey["version"] = format!("v{}", chance.words(99)).into();
    }
    let mut definition = json!({ "version": 1, "organization": "Acme", "surveys": [survey] });
    definition["privacy"] = json!({ "maskTexts": chance.is(50) });
    definition["sections"] = json!({ chance.words(200): "/help/**" });
    if chance.is(30) {
        definition["page"] = json!({ "title": chance.is(50), "url": ["/help/:section/:article", "/nowhere"] });
    }
    definition
}

/// What a visitor does, on purpose or not.
fn act(chance: &mut Chance, definition: &Definition<'_>, interview: &Interview<'_>) -> Act {
    if chance.is(4) {
        return Act::Close;
    }
    if chance.is(10) {
        return [Act::Back, Act::Skip, Act::Next][chance.below(3)].clone();
    }
    let screen = interview.screen(definition);
    match screen.body {
        effortlet_core::screen::Body::YesNo { .. } => Act::Choose(chance.is(50), chance.text(9)),
        effortlet_core::screen::Body::Scale { points, .. } => Act::Rate(1 + chance.below(points.into()) as u8),
        effortlet_core::screen::Body::Text { limit, .. } => Act::Write(chance.text(limit as usize + 1)),
        effortlet_core::screen::Body::Choice { labels, limit, many, .. } => {
            let all = (1_u32 << labels.len()) - 1;
            let one = 1 << chance.below(labels.len());
            Act::Pick(if many { all & (chance.0.draw() as u32 | one) } else { one }, chance.text(limit as usize + 1))
        }
        _ => Act::Next,
    }
}

/// A definition, and a response to it as it is posted; none where the definition has a mistake, such as
/// too much to answer.
fn composed(seed: u64) -> Option<(Value, String)> {
    let mut chance = Chance(Random::new(seed));
    let written = random_definition(&mut chance);
    let document = source::Value::from(&written);
    let (definition, _) = definition::read(&document, &template::ALL, &FULL, source::is_selector);
    let survey = definition.surveys.first()?;
    let id = Random::new(seed).uuid(NOW);
    let mut interview = Interview::begin(survey, "exitIntent", id, "en".into(), "/help/a".into(), NOW);
    interview.masks = definition.privacy.masks_texts;
    for _ in 0..chance.below(70) {
        let act = act(&mut chance, &definition, &interview);
        if chance.is(10) {
            interview.rev += u32::from(interview.draft(NOW, Some(act)));
            continue;
        }
        match interview.act(NOW, act) {
            Progress::Given(_) => interview.rev += 1,
            Progress::Closed if !interview.begun() => {
                interview.rev += 1;
                break;
            }
            Progress::Closed => break,
            Progress::Turned => {}
        }
    }
    let path = ["/help/", &chance.text(3_000)].concat();
    let facts = definition.help_center.facts(&path, "");
    let mut response = interview.response(definition.site, facts.section, facts.article);
    let fragment = chance.text(50);
    let place = Place { origin: "https://acme.example", path: &path, fragment: &["#/", &fragment].concat() };
    let (title, revision) = (chance.text(4_000), Some(chance.text(120)));
    definition.privacy.put(&mut response.page, &place, &title, revision.as_ref());
    let number: fn(f64) -> String = |number| number.to_string();
    let page_told = [&response.page.url, &response.page.title, response.page.section.as_ref().unwrap_or(&response.page.url)];
    assert!(!page_told.iter().any(|it| it.contains(NAMED[0])), "seed {seed}: {page_told:?}");
    let words = format!("{:?}", response.answers);
    assert!(!interview.masks || !words.contains(NAMED[0]), "seed {seed}: {words}");
    let mut told = Context::default();
    for _ in 0..chance.below(60) {
        let fact = match chance.below(3) {
            0 => Fact::Flag(chance.is(50)),
            1 => Fact::Number(f64::from_bits(chance.0.draw())),
            _ => Fact::Text(chance.text(600)),
        };
        let is_one = !matches!(fact, Fact::Number(number) if !number.is_finite());
        let name = chance.text(120);
        if is_one && !told.0.iter().any(|(it, _)| *it == name) {
            told.tell(&name, fact, number);
        }
    }
    response.context = told;
    if chance.is(20) {
        let made = source::Value::from(&json!({ "answers": [], "page": { "title": chance.text(400), "section": " " } }));
        response.redact(&made, number);
    }
    let text = stamped(&source::write(&response.into(), number), Timestamp(NOW.0 + 9));
    drop(definition);
    Some((written, text))
}

/// Posts as an outbox does: as many in a list as a body has room for.
async fn post(collector: &Collector, list: &mut Vec<(u64, String)>) -> usize {
    let (seeds, texts): (Vec<_>, Vec<_>) = std::mem::take(list).into_iter().unzip();
    let reply = collector.post("text/plain", ["[", &texts.join(","), "]"].concat()).await;
    assert_eq!(reply.status, StatusCode::OK, "one of the seeds {seeds:?}: {}", reply.text);
    seeds.len()
}

async fn hold(cases: u64) {
    let mut collector = Collector::ignorant().await;
    let (mut list, mut bytes, mut taken, mut largest) = (Vec::new(), 0, 0, 0);
    for seed in 0..cases {
        let Some((definition, text)) = composed(seed) else { continue };
        // It keeps only so much of what it does not know.
        if seed % 500 == 499 {
            taken += post(&collector, &mut list).await;
            bytes = 0;
            collector = Collector::ignorant().await;
        }
        if seed % 50 == 0 {
            collector.know(&definition).await;
        }
        largest = largest.max(text.len());
        if bytes + text.len() + 2 > LARGEST_BODY {
            taken += post(&collector, &mut list).await;
            bytes = 0;
        }
        bytes += text.len() + 1;
        list.push((seed, text));
    }
    taken += post(&collector, &mut list).await;
    println!("{cases} definitions, {taken} responses, all of them taken, the largest of {largest} bytes");
    assert!(taken as u64 > cases * 3 / 4, "only {taken} of {cases} definitions are good");
}

#[tokio::test]
async fn whatever_the_widget_can_compose_is_taken() {
    hold(2_000).await;
}

#[tokio::test]
#[ignore = "takes minutes: cargo test -p effortlet-collector --test routes -- --ignored --nocapture whatever"]
async fn whatever_the_widget_can_compose_is_taken_100_000_times() {
    hold(100_000).await;
}
