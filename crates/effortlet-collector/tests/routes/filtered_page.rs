//! The filters of a survey's page: in its address, in each of its links, and told when they cannot be followed.

use crate::filters::with_two_languages;
use crate::support::{Collector, NOW, Reply, changed, choice, effort, response, yes_no};
use axum::http::StatusCode;
use serde_json::{Value, json};

/// Every address that a page leads to by a link whose text is this one.
/// The way out of a filter, beside words for those who hear it.
const CROSS: &str = "<span aria-hidden=\"true\">×</span>";

fn links(page: &str, text: &str) -> Vec<String> {
    let ending = format!(">{text}</a>");
    let before = page.match_indices(&ending).map(|(end, _)| page[..end].rsplit("href=\"").next().unwrap());
    before.map(|it| it.split('"').next().unwrap().replace("&amp;", "&")).collect()
}

async fn page(collector: &Collector, query: &str) -> Reply {
    collector.ask("GET", &format!("/report/help-center?{query}"), &Value::Null).await
}

#[tokio::test]
async fn every_figure_of_a_page_is_that_of_its_filters() {
    let collector = with_two_languages().await;
    for (query, score, answered) in [("", "4.0", 20), ("locale=en", "7.0", 10), ("locale=ro&trigger=scroll", "1.0", 10), ("device=phone&section=billing&article=en-refunds", "7.0", 5)] {
        let page = page(&collector, query).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
        assert!(page.text.contains(&format!("<strong>{score}</strong>")), "{query}: {}", page.text);
        assert!(page.text.contains(&format!("<dt>Answered to the end</dt><dd>{answered}</dd>")), "{query}: {}", page.text);
    }
}

#[tokio::test]
async fn links_and_the_form_keep_the_filters() {
    let collector = with_two_languages().await;
    for number in 100..105 {
        collector.take(&changed(response(number, &[effort(2)]), json!({ "surveyVersion": "b c", "locale": "ro" }))).await;
    }
    let today = &NOW.rfc3339()[..10];
    let page = page(&collector, &format!("version=a&from=2026-11-01&to={today}&locale=ro&section=billing")).await.text;
    let kept = format!("from=2026-11-01&to={today}&section=billing&locale=ro");
    assert_eq!(links(&page, "b c (newest)").len() + links(&page, "b c").len(), 1, "{page}");
    assert!(page.contains(&format!("?version=b%20c&{kept}").replace('&', "&amp;")), "{page}");
    assert_eq!(links(&page, "All time"), ["./help-center?version=a&section=billing&locale=ro"]);
    assert_eq!(links(&page, "Last 7 days"), [format!("./help-center?version=a&from=2026-11-16&to={today}&section=billing&locale=ro")]);
    assert_eq!(links(&page, "CSV"), [format!("./-/exports/responses.csv?site=default&survey=help-center&{kept}")]);
    assert_eq!(links(&page, CROSS).len(), 3, "days, section and language");
    assert_eq!(links(&page, CROSS)[2], format!("./help-center?version=a&from=2026-11-01&to={today}&section=billing"));
    for held in [
        "<form class=\"card\" method=\"get\" action=\"./help-center\">".to_owned(),
        "<input type=\"hidden\" name=\"version\" value=\"a\">".to_owned(),
        format!("name=\"to\" value=\"{today}\""),
        "<option value=\"ro\" selected dir=\"auto\">ro</option>".to_owned(),
    ] {
        assert!(page.contains(&held), "{held} in {page}");
    }
    let stranger = collector.get("/report/help-center").await.text;
    assert!(links(&stranger, "CSV").is_empty(), "only people may take responses along");
}

#[tokio::test]
async fn what_is_taken_along_is_what_is_counted() {
    let collector = with_two_languages().await;
    for (number, device) in [(50, json!("smart, \"phone\"")), (51, json!(7.5)), (52, json!("x,\"device\":\"phone\",y"))] {
        for more in 0..5 {
            let of = json!({ "context": { "a": ",\"device\":\"phone\",", "device": device, "z": true } });
            collector.take(&changed(response(number + more * 10, &[effort(3)]), of)).await;
        }
    }
    for query in ["", "locale=en", "device=phone", "device=desktop&locale=ro", "device=smart%2C%20%22phone%22", "device=7.5", "device=hone", "article=en-refunds&section=billing"] {
        let page = page(&collector, query).await.text;
        let complete = page.split("<dt>Answered to the end</dt><dd>").nth(1).map_or(0, |it| it.split('<').next().unwrap().parse().unwrap());
        let exported = collector.ask("GET", &format!("/report/-/exports/responses.jsonl?survey=help-center&{query}"), &Value::Null).await;
        assert_eq!((exported.status, exported.text.lines().count()), (StatusCode::OK, complete), "{query}");
        assert_eq!(complete == 0, query == "device=hone", "{query}: {complete}");
    }
}

#[tokio::test]
async fn only_values_that_five_people_have_can_be_chosen() {
    let collector = with_two_languages().await;
    for number in 60..64 {
        collector.take(&changed(response(number, &[yes_no("no")]), json!({ "locale": "tlh", "context": { "device": "<b>" } }))).await;
    }
    let before = page(&collector, "").await.text;
    assert!(before.contains("<option value=\"ro\" dir") && !before.contains("tlh"), "{before}");
    collector.take(&changed(response(64, &[choice("which", "a")]), json!({ "locale": "tlh", "context": { "device": "<b>" } }))).await;
    let after = page(&collector, "").await.text;
    assert!(after.contains("<option value=\"tlh\" dir") && after.contains("<option value=\"&lt;b&gt;\""), "{after}");
}

#[tokio::test]
async fn filters_that_cannot_be_followed_are_told_in_a_sentence_and_nothing_is_drawn() {
    let collector = with_two_languages().await;
    let long = format!("section={}", "a".repeat(10_000));
    for (query, sentence) in [
        ("sektion=billing", "There is no filter “sektion”. There are version, from, to, section, article, locale, trigger, device, context."),
        ("from=2026-02-03&to=2026-02-02", "The period ends on 2026-02-02, which is before it begins, on 2026-02-03."),
        ("from=yesterday", "“yesterday” is no day to put under “from”. A day is written 2026-11-29."),
        ("to=2026-02-30", "“2026-02-30” is no day to put under “to”."),
        (&long, "This section has 10,000 characters. None has more than 1,500."),
        ("locale=ro&locale=en", "The filter “locale” stands in the address twice; it can have one value."),
        ("article=a%00b", "What stands for “article” is no text: a NUL character is in it."),
        ("%3Cscript%3E=1", "There is no filter “&lt;script&gt;”."),
    ] {
        for path in ["help-center", "default/help-center"] {
            let reply = collector.get(&format!("/report/{path}?{query}")).await;
            assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{query}");
            assert!(reply.text.contains(sentence), "{sentence} in {}", reply.text);
            assert!(!reply.text.contains("class=\"line\"") && !reply.text.contains("<script") && reply.text.len() < 20_000, "{}", reply.text);
            assert!(reply.text.contains("<details open>"), "the form is there to put it right");
        }
    }
    let problem = collector.get(&format!("/v1/surveys/help-center/report?{long}")).await;
    assert_eq!((problem.status, problem.problems()), (StatusCode::BAD_REQUEST, vec!["section: expected at most 1,500 characters".to_owned()]));
}

#[tokio::test]
async fn where_nobody_is_meant_the_page_says_so_and_draws_nothing() {
    let collector = with_two_languages().await;
    for query in ["locale=de", "to=2026-01-01", "section=made-up&locale=en"] {
        let reply = page(&collector, query).await;
        assert_eq!(reply.status, StatusCode::OK);
        assert!(reply.text.contains("No response fits these filters") && !reply.text.contains("class=\"line\""), "{}", reply.text);
    }
}
