//! A short text for chats that take `{"text": …}`: Slack, Mattermost, Rocket.Chat, Google Chat.
//!
//! In plain words, without any markup of our own. Never lets a visitor's words call anybody.

use super::neutral::in_chat;
use crate::event::{Answer, Event, Kind};
use serde_json::json;

/// So many characters of a question, a comment and a page.
const QUESTION: usize = 200;
const COMMENT: usize = 600;
const PAGE: usize = 200;

/// What is posted; `report` is where it leads.
pub(super) fn body(event: &Event, report: Option<&str>) -> String {
    json!({ "text": text(event, report) }).to_string()
}

fn text(event: &Event, report: Option<&str>) -> String {
    let data = &event.data;
    let mut lines = vec![match event.kind {
        Kind::Low => "A visitor had a hard time.".to_owned(),
        Kind::Comment => "A visitor left a comment.".to_owned(),
        Kind::Digest => "A week is over.".to_owned(),
        Kind::Test => "This is a test of a webhook. Nobody has answered.".to_owned(),
    }];
    let shown = data.answers.iter().filter(|it| it.low || matches!(it.kind.as_str(), "effort" | "yesNo"));
    lines.extend(shown.map(|it| format!("“{}” {}", in_chat(&it.asked, QUESTION), given(it))));
    let comments = data.answers.iter().filter(|it| it.kind == "text").filter_map(|it| it.value.as_str());
    lines.extend(comments.map(|it| format!("They wrote: “{}”", in_chat(it, COMMENT))));
    lines.push(format!("Page: {}", page(event)));
    lines.extend(report.map(|it| format!("Report: {it}")));
    lines.join("\n")
}

/// An answer in words; a rating on its scale.
pub(super) fn given(answer: &Answer) -> String {
    match (answer.points, answer.value.as_u64()) {
        (Some(points), Some(rating)) => {
            let easiest = if answer.easy_is.as_deref() == Some("low") { 1 } else { points };
            format!("{rating} of {points} ({easiest} is the easiest)")
        }
        _ => in_chat(answer.value.as_str().unwrap_or_default(), QUESTION),
    }
}

fn page(event: &Event) -> String {
    let page = &event.data.page;
    let address = page.url.split_once("://").map_or(page.url.as_str(), |(_, rest)| rest);
    let parts = [&page.title, address].map(|it| in_chat(it, PAGE));
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::test;
    use effortlet_core::time::Timestamp;

    #[test]
    fn a_chat_is_told_in_a_few_plain_lines() {
        let mut event = test("default", None, Timestamp(0));
        event.kind = Kind::Low;
        event.data.page.url = "https://acme.example/help/refunds".to_owned();
        event.data.answers[1].value = "<!channel> see https://evil.example".into();
        let told: serde_json::Value = serde_json::from_str(&body(&event, Some("https://ces.example/report/help-center"))).unwrap();
        let gapless = told["text"].as_str().unwrap().replace('\u{200b}', "");
        assert_eq!(gapless.lines().collect::<Vec<_>>(), [
            "A visitor had a hard time.",
            "“It was easy to find what I needed” 2 of 7 (7 is the easiest)",
            "They wrote: “‹!channel› see https://evil.example”",
            "Page: Test, acme.example/help/refunds",
            "Report: https://ces.example/report/help-center",
        ]);
        assert_eq!(told["text"].as_str().unwrap().matches("://").count(), 1, "the report is the one link");
    }
}
