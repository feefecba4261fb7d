//! Made-up responses: the same for the same seed, as a busy help center would have them.
//!
//! Never reads a clock, and stores nothing.

mod numbers;
mod weeks;
pub(crate) mod sought;
pub(crate) mod demo;

use crate::store::Received;
use effortlet_core::response::{Answered, Context, Fact, Page, Random, Response, State, Timing, Value};
use effortlet_core::survey::EasyIs;
use effortlet_core::time::{Duration, Timestamp};
use numbers::Numbers;

/// What is made up is spread over so many days, the last of them today.
const DAYS: u64 = 400;
const ARTICLES: u64 = 500;
const ARTICLES_IN_SECTION: u64 = 20;

const LOCALES: [&str; 12] = ["en", "en", "ro", "de", "fr", "es", "it", "pl", "uk", "pt", "nl", "ar"];
const MORE_LOCALES: [&str; 12] = ["en", "ro", "de", "fr", "es", "it", "pl", "uk", "pt", "nl", "ar", "ru"];
const TRIGGERS: [&str; 4] = ["scroll", "exitIntent", "click", "helpCenter"];
const DEVICES: [&str; 3] = ["desktop", "phone", "tablet"];
const REASONS: [&str; 4] = ["outdated", "unclear", "missing", "wrong"];

/// The survey that is answered, and its two versions.
pub(crate) const SURVEY: &str = "help-center";
pub(crate) const VERSIONS: [&str; 2] = ["1", "2"];

/// What its team would have written.
pub(crate) fn definition(version: &str) -> String {
    let option = |id: &&str| format!(r#"{{ "id": "{id}", "text": "It is {id}" }}"#);
    let options: Vec<String> = REASONS.iter().map(option).collect();
    let easy = if version == "1" { "It was easy to find" } else { "Acme made it easy for me" };
    format!(
        r#"{{ "version": 1, "organization": "Acme", "surveys": [{{
            "id": "{SURVEY}", "version": "{version}", "triggers": {{ "exitIntent": {{}} }},
            "questions": [
                {{ "id": "found", "kind": "yesNo", "text": "Did you find what you were looking for?" }},
                {{ "id": "effort", "kind": "effort", "text": "{easy}" }},
                {{ "id": "why", "kind": "choice", "text": "What was wrong?", "many": true, "optional": true,
                    "options": [{}] }},
                {{ "id": "improve", "kind": "text", "text": "What could be better?", "optional": true }}
            ] }}] }}"#,
        options.join(", ")
    )
}

/// The revisions of one person's response, as they arrive: one or two, the last of them final.
pub(crate) fn response(seed: u64, number: u64, of: u64, today: Timestamp) -> Vec<Received> {
    let mut numbers = Numbers::new(seed ^ number.wrapping_mul(0xD6E8_FEB8_6659_FD93));
    let day = DAYS - 1 - number * DAYS / of.max(1);
    let start = today.0 - today.0.rem_euclid(Duration::days(1).0);
    let shown = Timestamp(start - Duration::days(1).0 * day.cast_signed() + numbers.within_day((number, of), DAYS));
    let article = numbers.below(ARTICLES).min(numbers.below(ARTICLES));
    let section = article / ARTICLES_IN_SECTION;
    let version = if day * 2 > DAYS { "1" } else { "2" };
    let mut document = Response {
        schema: effortlet_core::response::SCHEMA,
        id: Random::new(numbers.next()).uuid(shown),
        rev: 1,
        state: State::Partial,
        site: None,
        survey: SURVEY.to_owned(),
        survey_version: version.to_owned(),
        trigger: numbers.of(&TRIGGERS, "scroll").to_owned(),
        locale: if numbers.below(3) == 0 { numbers.of(&MORE_LOCALES, "en") } else { numbers.of(&LOCALES, "en") }.to_owned(),
        answers: Vec::new(),
        page: Page {
            url: format!("https://help.acme.example/section-{section}/article-{article}"),
            title: format!("Article {article}"),
            section: Some(format!("section-{section}")),
            article: Some(format!("article-{article}")),
            revision: None,
        },
        timing: Timing { shown_at: shown.rfc3339(), answered_at: Some(shown.rfc3339()), sent_at: None },
        context: Context(vec![("device".to_owned(), Fact::Text(numbers.of(&DEVICES, "desktop").to_owned()))]),
    };
    let received = |response: Response, seconds: i64| Received {
        shown_at: shown,
        answered_at: (!response.answers.is_empty()).then_some(Timestamp(shown.0 + Duration::seconds(seconds).0)),
        arrived: Timestamp(shown.0 + Duration::seconds(seconds + 1).0),
        response,
    };
    if numbers.below(10) < 3 {
        document.state = State::Dismissed;
        return vec![received(document, 5)];
    }
    // Longer articles are harder.
    let found = numbers.below(100) < 85 - section;
    document.answers.push(Answered::plain("found".to_owned(), "yesNo", Value::Text(if found { "yes" } else { "no" }.to_owned())));
    let first = received(document.clone(), 8);
    if numbers.below(10) < 2 {
        return vec![first];
    }
    document.rev = 2;
    document.state = State::Complete;
    let rating = 1 + if found { 6 - numbers.below(4).min(numbers.below(6)) } else { numbers.below(5) };
    document.answers.push(Answered {
        points: Some(7),
        easy_is: Some(EasyIs::High),
        ..Answered::plain("effort".to_owned(), "effort", Value::Rating(u8::try_from(rating).unwrap_or(7)))
    });
    if rating < 5 {
        let mut reasons: Vec<&str> = (0..1 + numbers.below(2)).map(|_| numbers.of(&REASONS, "unclear")).collect();
        reasons.sort_unstable();
        reasons.dedup();
        let chosen = |it: &&str| Answered::plain("why".to_owned(), "choice", Value::Text((*it).to_owned()));
        document.answers.extend(reasons.iter().map(chosen));
    }
    if numbers.below(20) == 0 {
        let text = format!("Made-up comment {number} on article {article}");
        document.answers.push(Answered::plain("improve".to_owned(), "text", Value::Text(text)));
    }
    // Most answer all in one go, so that one revision arrives.
    if numbers.below(3) > 0 {
        return vec![received(document, 20)];
    }
    vec![first, received(document, 25)]
}
