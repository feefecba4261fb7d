//! Which version figures are of where none is named: the same on every page, in the API and at the terminal.

use crate::commands::run;
use crate::clock::move_to;
use crate::support::{Collector, NOW, changed, definition, effort, response, survey, url, yes_no};
use effortlet_core::time::Duration;
use serde_json::{Value, json};

/// Of twelve answers to version `a`, and as many to the version `b c` that came after it as are asked for.
async fn told(later: u64) -> Collector {
    move_to(Duration(0));
    let collector = Collector::start().await;
    collector.know(&definition(&[survey("help-center", "b c")])).await;
    let page = json!({ "page": { "url": "https://acme.example/refunds", "title": "Refunds", "section": "billing", "article": "refunds", "revision": "1" } });
    for number in 0..12 {
        collector.take(&changed(response(number, &[yes_no("yes"), effort(7)]), page.clone())).await;
    }
    move_to(Duration::hours(1));
    for number in 0..later {
        collector.take(&changed(changed(response(50 + number, &[yes_no("no"), effort(2)]), page.clone()), json!({ "surveyVersion": "b c" }))).await;
    }
    collector
}

/// Guards that two answers to a version of this morning do not hide the 20,000 of the one before.
#[tokio::test]
async fn a_new_version_hides_the_one_before_no_sooner_than_its_own_figures_are_told() {
    for (later, shown, score) in [(2, "a", "7.0"), (4, "a", "7.0"), (5, "b c", "2.0")] {
        let collector = told(later).await;
        for address in [
            "effort", "effort?by=section", "effort?section=billing", "edits", "nonresponse", "trend", "comparison?from=2026-11-22&withFrom=2026-11-01&withTo=2026-11-02",
        ] {
            let reply = collector.get(&format!("/v1/surveys/help-center/{address}")).await;
            let told = reply.json();
            let version = told.get("version").or_else(|| told.pointer("/now/version")).and_then(Value::as_str);
            assert_eq!(version, Some(shown), "{later}: {address}: {}", reply.text);
        }
        let page = collector.get("/report/help-center").await.text;
        assert!(page.contains(&format!("<strong>{score}</strong>")), "{later}: {page}");
        let list = collector.get("/report/").await.text;
        assert!(list.contains(&format!("<strong>{score}</strong>")), "{later}: {list}");
        move_to(Duration::days(7));
        let digest = collector.get("/v1/surveys/help-center/digest").await.json();
        assert_eq!(digest["version"], shown, "{later}: {digest}");
        move_to(Duration::days(28));
        let silent = collector.get("/v1/surveys/help-center/digest").await.json();
        assert_eq!((&silent["version"], &silent["now"]["totals"]["responses"]), (&json!(shown), &json!(0)), "{later}: {silent}");
    }
}

#[tokio::test]
async fn a_page_says_that_there_is_a_newer_version_and_leads_to_it() {
    let collector = told(2).await;
    let newer = "newer: 2 answered so far. Its figures are told from 5 answers on.";
    let list = collector.get("/report/").await.text;
    assert!(list.contains(newer) && list.contains("<a href=\"./help-center?version=b%20c\">Version b c</a>"), "{list}");
    let page = collector.get("/report/help-center").await.text;
    assert!(page.contains(newer) && page.contains("<a href=\"./help-center?version=b%20c\">Version b c</a>"), "{page}");
    let filtered = collector.get("/report/help-center?section=billing&per=day").await.text;
    let link = "href=\"./help-center?version=b%20c&amp;section=billing&amp;per=day\">Version b c</a> is newer: 2 answered under these filters.";
    assert!(filtered.contains(link), "{filtered}");
    for named in ["/report/help-center?version=a", "/report/help-center?version=b%20c"] {
        assert!(!collector.get(named).await.text.contains("is newer"), "{named} is what was asked for");
    }
    assert!(!told(5).await.get("/report/help-center").await.text.contains("is newer"));
}

#[tokio::test]
async fn the_terminal_shows_what_the_page_does() {
    let collector = told(2).await;
    let database = url(collector.folder());
    let report = run(collector.folder(), &["report", "help-center", "--database", &database], "");
    assert!(report.out.contains("help-center, version a: where effort is lost"), "{} {}", report.out, report.err);
    assert!(report.out.contains("effort by day, 1 to 7"), "{}", report.out);
}

/// A filter may leave too few of the version that a page shows: then another one would be shown behind the link.
#[tokio::test]
async fn what_leads_into_figures_names_the_version_that_they_are_of() {
    let collector = told(5).await;
    let page = collector.get("/report/help-center").await.text;
    for link in [
        "href=\"./help-center?version=b%20c&amp;article=refunds\"",
        "href=\"./-/edits?site=default&amp;survey=help-center&amp;version=b%20c\"",
    ] {
        assert!(page.contains(link), "{link}: {page}");
    }
    assert!(page.contains("href=\"./help-center?from="), "a period is of whichever version it has: {page}");
}

#[tokio::test]
async fn a_page_beside_the_report_says_of_which_version_it_is() {
    let collector = told(5).await;
    for name in ["nonresponse", "edits"] {
        for (asked, shown) in [("", "b%20c"), ("&version=a", "a")] {
            let page = collector.get(&format!("/report/-/{name}?survey=help-center&section=billing{asked}")).await.text;
            let link = format!("href=\"{name}?site=default&amp;survey=help-center&amp;version={shown}&amp;section=billing\" aria-current=\"page\"");
            assert!(page.contains(&link), "{name}{asked}: {page}");
            assert!(page.contains("Without the filter Section") && !page.contains("Without the filter Version"), "{name}{asked}: {page}");
        }
    }
    let only = told(0).await.get("/report/-/nonresponse?survey=help-center").await.text;
    assert!(!only.contains("aria-label=\"Versions\""), "{only}");
}

#[tokio::test]
async fn what_a_page_beside_the_report_leads_to_is_of_its_version() {
    let collector = told(5).await;
    for number in 100..124 {
        let article = if number < 112 { "refunds" } else { "returns" };
        let of = json!({ "surveyVersion": "b c", "page": { "url": "https://acme.example/x", "title": "X", "article": article } });
        let of = if number % 2 == 0 { of } else { changed(of, json!({ "state": "shown", "rev": 0, "timing": { "shownAt": NOW.rfc3339() } })) };
        let answers = if number % 2 == 0 { vec![yes_no("yes")] } else { vec![] };
        collector.take(&changed(response(number, &answers), of)).await;
    }
    let page = collector.get("/report/-/nonresponse?survey=help-center").await.text;
    assert!(page.contains("href=\"../help-center?version=b%20c&amp;article=refunds\""), "{page}");
}

/// Figures are of one version, so that a list of words with more people in it would seem to contradict them.
#[tokio::test]
async fn a_page_of_words_says_where_they_are_of_all_versions() {
    let several = told(5).await;
    let one = Collector::start().await;
    one.know(&definition(&[survey("lone", "1")])).await;
    for name in ["comments", "topics"] {
        for (collector, asked, is_said) in [
            (&several, "survey=help-center", true),
            (&several, "survey=help-center&section=billing", true),
            (&several, "survey=help-center&version=a", false),
            (&one, "survey=lone", false),
        ] {
            let page = collector.ask("GET", &format!("/report/-/{name}?{asked}"), &Value::Null).await.text;
            assert_eq!(page.contains("Of all versions of the survey"), is_said, "{name}?{asked}: {page}");
        }
    }
}
