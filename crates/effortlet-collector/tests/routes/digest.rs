//! One week of a survey: the same figures as the reports of its days, and what is said where there are none.
//!
//! The clock stands on Sunday, 22 November 2026, the last day of week 47.

use crate::clock::move_to;
use crate::support::{Collector, Reply, changed, definition, effort, id, response, survey, text, yes_no};
use axum::http::StatusCode;
use effortlet_core::time::Duration;
use serde_json::{Value, json};

/// Some answers about one article.
pub(crate) async fn answer(collector: &Collector, numbers: std::ops::Range<u64>, rating: u8, article: &str) {
    for number in numbers {
        let found = if rating > 4 { "yes" } else { "no" };
        let page = json!({ "url": format!("https://acme.example/help/{article}"), "title": article, "section": "billing", "article": article });
        let answers = [yes_no(found), effort(rating), text("Where is my refund?")];
        collector.take(&changed(response(number, &answers), json!({ "page": page }))).await;
    }
}

/// Shown to people who did nothing.
async fn show(collector: &Collector, numbers: std::ops::Range<u64>) {
    for number in numbers {
        let shown = json!({ "id": id(number), "rev": 0, "state": "shown", "answers": [], "page": { "url": "https://acme.example/help/a", "title": "a", "section": "billing", "article": "a" } });
        let mut shown = changed(response(number, &[]), shown);
        shown["timing"].as_object_mut().unwrap().remove("answeredAt");
        collector.take(&shown).await;
    }
}

async fn get(collector: &Collector, path: &str) -> Value {
    let reply = collector.get(path).await;
    assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.text);
    reply.json()
}

async fn page(collector: &Collector, query: &str) -> Reply {
    collector.ask("GET", &format!("/report/-/digest?survey=help-center{query}"), &Value::Null).await
}

/// 40 hard answers in week 47, then 40 easy ones, and few who keep silent, then many.
async fn two_weeks() -> Collector {
    let collector = Collector::start().await;
    answer(&collector, 0..20, 2, "refunds").await;
    answer(&collector, 20..40, 6, "invoices").await;
    show(&collector, 100..120).await;
    move_to(Duration::days(3));
    answer(&collector, 40..50, 5, "refunds").await;
    answer(&collector, 50..80, 7, "invoices").await;
    show(&collector, 200..400).await;
    move_to(Duration::days(8));
    collector
}

#[tokio::test]
async fn every_figure_of_a_week_is_that_of_the_reports_of_its_days() {
    let collector = two_weeks().await;
    let told = get(&collector, "/v1/surveys/help-center/digest").await;
    assert_eq!((&told["week"], &told["days"]), (&json!("2026-W48"), &json!({ "from": "2026-11-23", "to": "2026-11-29" })));
    let (week, before) = ("from=2026-11-23&to=2026-11-29&version=a", "from=2026-11-16&to=2026-11-22&version=a");
    let of = async |query: &str| get(&collector, &format!("/v1/surveys/help-center/report?{query}")).await["versions"][0].clone();
    let (now, earlier) = (of(week).await, of(before).await);
    assert_eq!((&told["score"]["now"], &told["score"]["before"]), (&now["scores"][0]["mean"], &earlier["scores"][0]["mean"]));
    assert_eq!((&told["score"]["direction"], &told["score"]["isBetter"]), (&json!("up"), &json!(true)));
    assert_eq!(told["score"]["asked"], "Acme made it easy");
    assert_eq!((&told["now"]["totals"], &told["before"]["totals"]), (&now["totals"], &earlier["totals"]));
    assert_eq!(told["responseRate"]["now"]["value"].as_f64().unwrap(), 40.0 / 240.0);
    assert_eq!((&told["responseRate"]["direction"], &told["next"]["rule"]), (&json!("down"), &json!("fewerAnswer")));
    let ranked = get(&collector, "/v1/surveys/help-center/effort?from=2026-08-31&to=2026-11-29&version=a").await;
    assert_eq!(told["articles"].as_array().unwrap().len(), 2);
    for (article, lost) in told["articles"].as_array().unwrap().iter().zip(ranked["groups"].as_array().unwrap()) {
        let mut article = article.clone();
        article.as_object_mut().unwrap().remove("moved");
        assert_eq!(&article, lost);
    }
    assert_eq!((&told["comments"]["written"], &told["comments"]["phrases"][0]["words"]), (&json!(40), &json!("refund")));
    let of_site = get(&collector, "/v1/sites/default/surveys/help-center/digest?week=2026-W48").await;
    assert_eq!(of_site["score"], told["score"]);
    let earlier = get(&collector, "/v1/surveys/help-center/digest?week=2026-W47").await;
    assert_eq!((&earlier["score"]["now"], &earlier["score"]["before"]), (&told["score"]["before"], &Value::Null));
    assert_eq!(earlier["next"]["rule"], "costlyArticle", "{}", earlier["next"]);
}

#[tokio::test]
async fn an_article_is_told_to_have_moved_where_four_weeks_differ_from_the_four_before() {
    let collector = Collector::start().await;
    answer(&collector, 0..30, 2, "refunds").await;
    answer(&collector, 30..60, 6, "invoices").await;
    move_to(Duration::days(28));
    answer(&collector, 100..130, 6, "refunds").await;
    answer(&collector, 130..160, 2, "invoices").await;
    move_to(Duration::days(29));
    let told = get(&collector, "/v1/surveys/help-center/digest?week=2026-W51").await;
    let shares = async |days: &str| get(&collector, &format!("/v1/surveys/help-center/effort?version=a&{days}")).await["groups"].clone();
    let (now, before) = (shares("from=2026-11-23&to=2026-12-20").await, shares("from=2026-10-26&to=2026-11-22").await);
    for article in told["articles"].as_array().unwrap() {
        let of = |groups: &Value| groups.as_array().unwrap().iter().find(|it| it["value"] == article["value"]).unwrap()["share"].clone();
        assert_eq!((&article["moved"]["now"], &article["moved"]["before"]), (&of(&now), &of(&before)), "{article}");
        let expected = if article["value"] == "refunds" { "down" } else { "up" };
        assert_eq!((&article["moved"]["direction"], &article["moved"]["of"]), (&json!(expected), &json!("lost")));
    }
    let text = told["text"].as_str().unwrap().replace('\u{200b}', "");
    for line in [
        "“refunds”: about 30 of 60 who answered. It got better: 0% were lost in the last four weeks, 100% in the four before.",
        "“invoices”: about 30 of 60 who answered. It got worse: 100% were lost in the last four weeks, 0% in the four before.",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    let page = page(&collector, "&week=2026-W51").await.text;
    assert!(page.contains("<strong class=\"better\"><span aria-hidden=\"true\">▼ </span>better:</strong>"), "{page}");
}

#[tokio::test]
async fn articles_with_few_answers_a_day_are_told_on_whole_days() {
    let collector = Collector::start().await;
    for day in 0..15_u64 {
        move_to(Duration::days(i64::try_from(day).unwrap()));
        answer(&collector, day * 5..day * 5 + 4, 2, "refunds").await;
        answer(&collector, day * 5 + 4..day * 5 + 5, 6, "refunds").await;
    }
    let asked = get(&collector, "/v1/surveys/help-center/effort?version=a&from=2026-08-31&to=2026-11-29").await;
    assert_eq!((&asked["groups"][0]["period"], &asked["groups"][0]["answered"]), (&json!({ "from": "2026-11-22", "to": "2026-12-01" }), &json!(50)));
    let told = get(&collector, "/v1/surveys/help-center/digest?week=2026-W48").await;
    let article = &told["articles"][0];
    assert_eq!((&article["value"], &article["period"]), (&json!("refunds"), &json!({ "from": "2026-11-22", "to": "2026-12-01" })));
    assert_eq!((&article["lost"], &article["answered"]), (&json!(40), &json!(50)));
}

#[tokio::test]
async fn a_week_stays_as_it_was_whatever_comes_later() {
    let collector = two_weeks().await;
    let mut before = get(&collector, "/v1/surveys/help-center/digest?week=2026-W48").await;
    move_to(Duration::days(10));
    answer(&collector, 500..560, 1, "refunds").await;
    let mut after = get(&collector, "/v1/surveys/help-center/digest?week=2026-W48").await;
    for it in [&mut before, &mut after] {
        it["generatedAt"].take();
    }
    assert_eq!(before, after);
}

#[tokio::test]
async fn what_fewer_than_five_have_answered_or_written_is_withheld() {
    let collector = Collector::start().await;
    answer(&collector, 0..3, 2, "refunds").await;
    move_to(Duration::days(1));
    let told = get(&collector, "/v1/surveys/help-center/digest").await;
    assert_eq!(told["score"]["now"]["value"], Value::Null);
    assert_eq!((&told["comments"]["written"], &told["articles"]), (&Value::Null, &json!([])));
    assert_eq!(told["comments"]["phrases"], json!([]));
    let page = page(&collector, "").await.text;
    assert!(page.contains("Fewer than five have answered") && page.contains("Fewer than five comments this week."), "{page}");
}

#[tokio::test]
async fn a_week_in_which_nobody_answered_says_so() {
    let collector = Collector::start().await;
    answer(&collector, 0..12, 6, "refunds").await;
    move_to(Duration::days(8));
    let told = get(&collector, "/v1/surveys/help-center/digest").await;
    assert_eq!((&told["week"], &told["next"]["rule"]), (&json!("2026-W48"), &json!("silent")));
    let text = told["text"].as_str().unwrap();
    assert!(text.contains("Nobody answered this week; 12 responses came the week before."), "{text}");
    assert!(page(&collector, "").await.text.contains("Look whether the widget is still on your pages"));
    move_to(Duration::days(15));
    let told = get(&collector, "/v1/surveys/help-center/digest").await;
    assert!(told["text"].as_str().unwrap().contains("Nobody answered this week, nor the week before."), "{told}");
}

#[tokio::test]
async fn what_is_no_week_that_is_over_is_refused_in_a_plain_sentence() {
    let collector = Collector::start().await;
    answer(&collector, 0..6, 6, "refunds").await;
    for (query, problem, sentence) in [
        ("week=2026-W47", "week: expected a week that is over", "The week 2026-W47 is not over yet."),
        ("week=2030-W01", "week: expected a week that is over", "The week 2030-W01 is not over yet."),
        ("week=soon", "week: expected a week such as 2026-W48", "“soon” is no week. A week is written 2026-W48."),
        ("week=2026-W54", "week: expected a week such as 2026-W48", "“2026-W54” is no week."),
    ] {
        let reply = collector.get(&format!("/v1/surveys/help-center/digest?{query}")).await;
        assert_eq!((reply.status, reply.problems()), (StatusCode::BAD_REQUEST, vec![problem.to_owned()]));
        let page = page(&collector, &format!("&{query}")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
        assert!(page.text.contains(sentence) && !page.text.contains("class=\"week\""), "{}", page.text);
    }
    for query in ["section=billing", "week=&colour=red", "week=2026-W46&week=2026-W46"] {
        assert_eq!(collector.get(&format!("/v1/surveys/help-center/digest?{query}")).await.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(page(&collector, &format!("&{query}")).await.status, StatusCode::BAD_REQUEST, "{query}");
    }
    assert_eq!(collector.get("/v1/surveys/nope/digest").await.status, StatusCode::NOT_FOUND);
    assert_eq!(collector.get("/report/-/digest?survey=nope").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_edit_is_told_in_the_week_in_which_it_became_plain_that_it_helped() {
    let collector = Collector::ignorant().await;
    collector.know(&definition(&[survey("help-center", "a")])).await;
    let about = |number: u64, rating: u8, revision: &str| {
        let page = json!({ "url": "https://acme.example/help/refunds", "title": "Refunds", "section": "billing", "article": "refunds", "revision": revision });
        changed(response(number, &[yes_no("yes"), effort(rating)]), json!({ "page": page }))
    };
    for number in 0..60 {
        collector.take(&about(number, if number % 2 == 0 { 2 } else { 6 }, "2026-01-01")).await;
    }
    move_to(Duration::days(1));
    for number in 60..66 {
        collector.take(&about(number, 6, "2026-11-23")).await;
    }
    move_to(Duration::days(9));
    for number in 100..220 {
        collector.take(&about(number, 7, "2026-11-23")).await;
    }
    move_to(Duration::days(22));
    let of = async |week: &str| get(&collector, &format!("/v1/surveys/help-center/digest?week={week}")).await;
    let told = of("2026-W49").await;
    assert_eq!(told["edits"][0]["verdict"], "helped", "{told}");
    let text = told["text"].as_str().unwrap();
    assert!(text.contains("The edit of “Refunds” on 23 Nov 2026 helped: 0% of its readers are lost, 50% were before."), "{text}");
    assert_eq!((&of("2026-W48").await["edits"], &of("2026-W50").await["edits"]), (&json!([]), &json!([])), "told once");
    assert!(page(&collector, "&week=2026-W49").await.text.contains("<strong class=\"better\">Helped</strong>"));
}

#[tokio::test]
async fn the_page_of_a_week_leads_to_the_weeks_beside_it_and_to_its_report() {
    let collector = two_weeks().await;
    let told = page(&collector, "&week=2026-W47").await;
    assert_eq!(told.status, StatusCode::OK);
    for held in [
        "<h1>Week 47 of 2026</h1>",
        "16 Nov 2026 to 22 Nov 2026",
        "href=\"digest?site=default&amp;survey=help-center&amp;week=2026-W46\"",
        "href=\"digest?site=default&amp;survey=help-center&amp;week=2026-W48\"",
        "href=\"../help-center?version=a&amp;from=2026-11-16&amp;to=2026-11-22\"",
        "href=\"comments?site=default&amp;survey=help-center&amp;from=2026-11-16&amp;to=2026-11-22\"",
    ] {
        assert!(told.text.contains(held), "{held} in {}", told.text);
    }
    let latest = page(&collector, "").await.text;
    assert!(!latest.contains("2026-W49"), "{latest}");
    assert!(latest.contains("▲ </span>+"), "{latest}");
    assert!(told.text.contains("The share is of those who answered about the article."), "{}", told.text);
    let stranger = collector.get("/report/-/digest?survey=help-center").await.text;
    assert!(!stranger.contains("comments?"), "only people read single comments");
}
