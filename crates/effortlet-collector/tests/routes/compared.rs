//! A period against the one before it, on a survey's page.

use crate::clock::move_to;
use crate::support::{Collector, NOW, changed, effort, response, yes_no};
use axum::http::StatusCode;
use effortlet_core::time::Duration;
use serde_json::json;

/// Answers that arrive so many days before `NOW`.
async fn arrive(collector: &Collector, days_ago: i64, numbers: std::ops::Range<u64>, ratings: &[u8]) {
    move_to(Duration::days(-days_ago));
    let at = (NOW + Duration::days(-days_ago)).rfc3339();
    for (number, rating) in numbers.zip(ratings.iter().cycle()) {
        let found = if *rating > 2 { "yes" } else { "no" };
        let timing = json!({ "timing": { "shownAt": at, "answeredAt": at } });
        collector.take(&changed(response(number, &[yes_no(found), effort(*rating)]), timing)).await;
    }
    move_to(Duration::days(0));
}

async fn page(collector: &Collector, query: &str) -> String {
    let reply = collector.get(&format!("/report/help-center?{query}")).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    reply.text
}

#[tokio::test]
async fn an_arrow_stands_only_where_the_interval_of_the_difference_excludes_zero() {
    let collector = Collector::start().await;
    arrive(&collector, 9, 0..40, &[2, 3, 4, 5]).await;
    arrive(&collector, 2, 100..140, &[5, 6, 6, 7]).await;
    let text = page(&collector, "from=2026-11-16&to=2026-11-22").await;
    assert!(text.contains("Against the period before") && text.contains("20 Nov 2026, against 13 Nov 2026; days of UTC"), "{text}");
    assert!(text.contains("▲ </span>+2.5 better</strong>"), "{text}");
    // The same of two days that are alike.
    arrive(&collector, 20, 200..240, &[2, 3, 4, 5]).await;
    let text = page(&collector, "from=2026-11-09&to=2026-11-15").await;
    assert!(text.contains("no clear change") && !text.contains("▲") && !text.contains("▼"), "{text}");
    let all = page(&collector, "").await;
    assert!(!all.contains("<h2>Against the period before"), "what has no beginning has nothing before it");
}

#[tokio::test]
async fn few_answers_are_compared_with_nothing() {
    let collector = Collector::start().await;
    arrive(&collector, 9, 0..4, &[2]).await;
    arrive(&collector, 2, 100..120, &[6]).await;
    let text = page(&collector, "from=2026-11-16&to=2026-11-22").await;
    assert!(text.contains("Too few answered before these days, or nobody"), "{text}");
    assert!(!text.contains("▲") && !text.contains("class=\"worse\""), "{text}");
}
