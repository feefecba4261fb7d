//! The score over time on a survey's page: which stretches there are, and that nobody is told by taking them
//! from the whole, from each other, or from what they were a moment ago.

use crate::clock::move_to;
use crate::support::{Collector, NOW, changed, effort, response, yes_no};
use axum::http::StatusCode;
use effortlet_core::time::Duration;
use serde_json::json;
use std::collections::BTreeMap;

/// Answers, as many days after `NOW`.
async fn arrive(collector: &Collector, day: i64, number: u64, rating: u8, more: serde_json::Value) {
    move_to(Duration::days(day));
    let at = (NOW + Duration::days(day)).rfc3339();
    let timing = json!({ "timing": { "shownAt": at, "answeredAt": at } });
    let document = changed(response(number, &[yes_no("yes"), effort(rating)]), timing);
    collector.take(&changed(document, more)).await;
}

async fn page(collector: &Collector, query: &str) -> String {
    let reply = collector.get(&format!("/report/help-center?{query}")).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
    reply.text
}

/// How many ratings the score rests on, where it is told.
fn whole(page: &str) -> Option<i64> {
    let text = page.split("95% interval <strong>").nth(1)?.split(", from ").nth(1)?;
    Some(text.split(' ').next().unwrap().parse().unwrap())
}

/// Each stretch of the table with the number of its ratings.
fn stretches(page: &str) -> Vec<(String, i64)> {
    let rows = page.split("Days (UTC)</th>").nth(1).unwrap_or_default().split("</table>").next().unwrap();
    let row = |it: &str| {
        let days = it.split('<').next().unwrap().to_owned();
        let ratings = it.rsplit("<td>").next().unwrap().split('<').next().unwrap().parse();
        Some((days, ratings.ok()?))
    };
    rows.split("<th scope=\"row\">").skip(1).filter_map(row).collect()
}

/// Nobody, or five people at least.
fn tells_nobody(people: i64) -> bool {
    people == 0 || people.abs() >= 5
}

#[tokio::test]
async fn no_stretches_taken_from_the_whole_or_from_each_other_tell_fewer_than_five() {
    let collector = Collector::start().await;
    let mut last: BTreeMap<(&str, String), i64> = BTreeMap::new();
    let (mut drawn, mut subsets, mut moved) = (0, 0, 0);
    for number in 0..150_u64 {
        let locale = if number * 7 % 10 < 3 { "ro" } else { "en" };
        // Some are late.
        let day = number as i64 / 12 - i64::from(number % 7 == 0);
        let trigger = if number % 3 == 0 { "click" } else { "scroll" };
        arrive(&collector, day, number, 1 + (number * 5 % 7) as u8, json!({ "locale": locale, "trigger": trigger })).await;
        if number % 4 > 0 {
            continue;
        }
        let mut of_all: BTreeMap<String, i64> = BTreeMap::new();
        for query in ["per=day", "per=day&locale=ro", "per=day&locale=en", "per=day&locale=en&trigger=scroll", "per=day&locale=en&trigger=click", "per=week", "per=day&from=2026-11-24&to=2026-11-30"] {
            let text = page(&collector, query).await;
            let rows = stretches(&text);
            let Some(whole) = whole(&text) else {
                assert!(rows.is_empty(), "{query}: {rows:?}");
                continue;
            };
            drawn += rows.len();
            for subset in 0..1_u32 << rows.len().min(12) {
                let chosen = rows.iter().enumerate().filter(|(at, _)| *at >= 12 || subset & 1 << at > 0);
                let left = whole - chosen.map(|(_, (_, people))| people).sum::<i64>();
                assert!(tells_nobody(left), "{query} after {number}: {left} of {whole} are left by {subset:b} of {rows:?}");
                subsets += 1;
            }
            for (days, people) in rows {
                assert!(people >= 5, "{query}: {days} has {people}");
                let before = last.insert((query, days.clone()), people);
                assert!(before.is_none_or(|before| tells_nobody(people - before)), "{query}: {days} was {before:?} and is {people}");
                moved += u64::from(before.is_some_and(|before| before != people));
                match (query, of_all.get(&days)) {
                    ("per=day", _) => drop(of_all.insert(days, people)),
                    (_, Some(all)) => assert!(tells_nobody(all - people), "{query}: {people} of {all} on {days}"),
                    _ => {}
                }
            }
        }
    }
    move_to(Duration(0));
    assert!(drawn > 100 && subsets > 500 && moved > 0, "{drawn} stretches, {subsets} subsets, {moved} moved");
}

#[tokio::test]
async fn a_trend_is_drawn_by_day_week_or_month_with_a_mark_where_a_version_begins() {
    let collector = Collector::start().await;
    for number in 0..60 {
        let (version, rating) = if number < 30 { ("a", 3) } else { ("b", 6) };
        arrive(&collector, number as i64 / 6 * 5, number, rating, json!({ "surveyVersion": version })).await;
    }
    let by_week = page(&collector, "").await;
    assert!(by_week.contains("class=\"trend\" role=\"img\" aria-label=\"Score by week from 22 Nov 2026 to 6 Jan 2027, on a scale from 1 to 7: 3.0 at first, 6.0 at last."), "{by_week}");
    assert_eq!(by_week.matches("class=\"begins\"").count(), 1);
    assert!(by_week.contains(">version b</text>") && !by_week.contains(">version a</text>"));
    assert!(!by_week.contains("style="), "sizes are attributes");
    let by_month = page(&collector, "per=month").await;
    let days: Vec<String> = stretches(&by_month).into_iter().map(|(days, _)| days).collect();
    assert_eq!(days, ["22 Nov 2026 to 27 Nov 2026", "2 Dec 2026 to 12 Dec 2026", "17 Dec 2026 to 27 Dec 2026", "1 Jan 2027 to 6 Jan 2027"]);
    assert!(by_month.contains("name=\"per\" value=\"month\""), "the form keeps it");
    for version in ["a", "b"] {
        assert!(by_month.contains(&format!("?version={version}&amp;per=month")), "{version} keeps it");
    }
    let wrong = collector.get("/report/help-center?per=hour").await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert!(wrong.text.contains("“hour” is nothing to put under “per”. It can be day, week, month."), "{}", wrong.text);
    let json = collector.get("/v1/surveys/help-center/report?per=week").await;
    assert_eq!(json.status, StatusCode::BAD_REQUEST, "only a page draws one: {}", json.text);
    move_to(Duration(0));
}

#[tokio::test]
async fn of_few_answers_nothing_is_drawn() {
    let collector = Collector::start().await;
    for number in 0..8 {
        arrive(&collector, number as i64 / 4, number, 6, json!({})).await;
    }
    let text = page(&collector, "").await;
    assert!(text.contains("Too few have answered to draw how the score moved") && !text.contains("class=\"trend\""), "{text}");
    move_to(Duration(0));
}
