//! What is told of a definition before anybody has visited.

use effortlet_core::definition::read;
use effortlet_core::edition::EXPLAINED;
use effortlet_core::forecast::{Forecast, Page, forecast, lines};
use effortlet_core::source::{Value, is_selector};
use effortlet_core::template;
use effortlet_core::time::Timestamp;
use serde_json::{Value as Json, json};

/// 2026-11-30.
const NOW: Timestamp = Timestamp(1_796_000_000_000);

fn definition(survey: Json, more: Json) -> Json {
    let mut all = json!({ "version": 1, "endpoint": "/v1/responses", "organization": "Acme" });
    let mut one = json!({ "id": "help", "template": "help-center", "triggers": { "event": { "name": "go" } } });
    one.as_object_mut().unwrap().extend(survey.as_object().unwrap().clone());
    all["surveys"] = json!([one]);
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

fn told(definition: &Json, page: Option<&Page<'_>>) -> Forecast {
    let document = Value::from(definition);
    let (read, problems) = read(&document, &template::ALL, &EXPLAINED, is_selector);
    assert_eq!(problems, []);
    forecast(&document, &read, page, NOW)
}

fn nothing(_: &str) -> Option<usize> {
    None
}

fn at(address: &str) -> Page<'_> {
    Page { address, signs: None, count: &nothing }
}

#[test]
fn a_definition_alone_says_what_is_waited_for_where_for_whom_and_how_often() {
    let survey = json!({
        "triggers": { "any": [{ "exitIntent": { "touch": "tabReturn" } }, { "click": { "selector": ".cta", "delay": "5s" } }] },
        "audience": { "all": [{ "page": { "path": "/help/**" } }, { "sample": { "percent": 25 } }] },
        "frequency": { "rules": [{ "on": "answered", "quiet": "36h" }, { "on": "shown", "max": 2, "per": "30d" }] },
    });
    let expected = "\
help
  It is asked after
    any of
      exit intent or, on a touch screen, coming back from elsewhere
      a click on .cta, shown 5 s later
  On which pages
    the page's path is /help/**
  Who is asked
    the visitor falls in the sample of 25 %
    Everybody else is left out.
  How often
    A visitor's first visit is left alone for its first 10 seconds.
    After it was answered, it is not asked again for 36 hours.
    After it was shown 2 times within 30 days, it is not asked again until the first of that is 30 days ago.
    After any survey was shown, it is not asked in the same session.
    After any survey was shown, it is not asked for 1 day.
    After it was answered in part, it is not asked again for 30 days.
    After it was closed without an answer, it is not asked again for 30 days.
    After it was shown and not touched, it is not asked again for 7 days.
    After it was shown and not touched 3 times, it is not asked again, ever.
  What cannot be told from here
    Whether a page has .cta, for a click on .cta: its HTML was not looked at (npx effortlet explain --html).
";
    let told = lines(&told(&definition(survey, json!({})), None));
    assert_eq!(told.join("\n").split("\n\n").next().map(|text| format!("{text}\n")).unwrap(), expected);
}

/// A survey, what else the definition says, and what is never so.
#[test]
fn what_never_comes_is_told() {
    for (survey, never) in [
        (json!({ "triggers": { "exitIntent": {} } }), "On a touch screen exit intent does not come: "),
        (json!({ "audience": { "sample": { "percent": 0 } } }), "Nobody is asked: only where the visitor falls in the sample of 0 %"),
        (json!({ "audience": { "all": [{ "page": { "path": "/a" } }, { "time": { "until": "2026-10-01" } }] } }), "Nobody is asked: only where the date is 2026-10-01 or earlier"),
        (json!({ "audience": { "not": { "sample": { "percent": 100 } } } }), "Nobody is asked: not where the visitor falls"),
    ] {
        let told = told(&definition(survey, json!({})), None);
        assert!(told.surveys[0].never[0].starts_with(never), "{:?}", told.surveys[0].never);
        assert_eq!(told.surveys[0].never.len(), 1);
    }
    for survey in [
        json!({ "audience": { "sample": { "percent": 1 } } }),
        json!({ "audience": { "any": [{ "sample": { "percent": 0 } }, { "page": { "path": "/a" } }] } }),
        json!({ "audience": { "time": { "until": "2026-12-01" } } }),
        json!({ "audience": { "element": { "selector": ".a" } }, "triggers": { "scroll": { "percent": 75 } } }),
        json!({ "triggers": { "helpCenter": { "articles": 3 } } }),
    ] {
        assert_eq!(told(&definition(survey.clone(), json!({})), None).surveys[0].never, [""; 0], "{survey}");
    }
}

/// A survey, what else the definition says, an address, and what this page has to do with it.
#[test]
fn a_page_by_its_address_is_what_the_widget_takes_it_for() {
    let none = || json!({});
    let articles = || json!({ "triggers": { "helpCenter": { "articles": 3 } } });
    for (survey, more, address, here) in [
        (articles(), none(), "https://acme.example/help/billing/refunds?a=1", "This page counts for 3 different articles: it is an article."),
        (articles(), none(), "/help/billing", "This page does not count for 3 different articles: it is a category."),
        (articles(), none(), "/billing/refunds", "This page does not count for 3 different articles: nothing tells that it is a page of a help center. If it is one, name its address in helpCenter of the definition."),
        (articles(), json!({ "helpCenter": { "article": "/:section/:article" } }), "/billing/refunds", "This page counts for 3 different articles: it is an article."),
        (articles(), none(), "/app#/help/billing/refunds", "This page counts for 3 different articles: it is an article."),
        (json!({ "triggers": { "helpCenter": { "visited": true } } }), none(), "/help", "This page counts for a page of the help center: it is the home page of a help center."),
        (json!({ "audience": { "page": { "path": "/help/**" } } }), none(), "/pricing", "It is not asked on this page: only where the page's path is /help/** (found /pricing)."),
    ] {
        let told = told(&definition(survey, more), Some(&at(address)));
        assert_eq!(told.surveys[0].here, [here], "{address}");
    }
}

#[test]
fn what_a_page_says_of_who_made_it_counts_and_its_section_and_article_are_told() {
    let definition = definition(json!({}), json!({}));
    let signs = ["generator".into(), "VitePress v1.6.4".into()];
    let page = Page { signs: Some(&signs), ..at("https://acme.example/billing/refunds") };
    let told = lines(&told(&definition, Some(&page)));
    assert_eq!(told[1], "  It is an article, \"refunds\", in the section \"billing\": by its address and by what it says of itself.");
    assert_eq!(told[2], "  What it says of who made it and what it is: \"generator\", \"VitePress v1.6.4\".");
}

#[test]
fn elements_are_counted_where_the_html_is_there_and_unknown_elsewhere() {
    let survey = json!({
        "triggers": { "any": [{ "click": { "selector": ".cta" } }, { "click": {} }, { "scroll": { "percent": 75, "container": "main" } }] },
        "audience": { "element": { "selector": ".guest" } },
    });
    let definition = definition(survey, json!({}));
    let count = |selector: &str| match selector {
        ".cta" => Some(2),
        "main" | ".guest" => Some(0),
        _ => None,
    };
    let asked = &told(&definition, Some(&Page { count: &count, ..at("/") })).surveys[0];
    assert_eq!(asked.here, [
        "It is not asked on this page: only where the page has an element .guest (found none).",
        "2 elements of this page may bring about a click on .cta.",
        "Nothing on this page is main: unless a script adds it, scrolling to 75 % in main cannot come here.",
    ]);
    assert_eq!(asked.unknown, [
        "Whether a page has [data-effortlet=\"help\"], for a click on what is marked with data-effortlet: its HTML was not looked at (npx effortlet explain --html).",
    ]);
}

/// What a section is called, and whether that is taken for a slip.
#[test]
fn a_section_that_nothing_is_called_by_is_told_as_unknown() {
    for (section, address, count) in [("billing", None, 0), ("biling", None, 1), ("setup", Some("/help/setup/first-day"), 0), ("setup", None, 1)] {
        let survey = json!({ "triggers": { "sectionLeave": { "section": section } } });
        let definition = definition(survey, json!({ "sections": { "billing": "/help/billing/**" } }));
        let page = address.map(at);
        assert_eq!(told(&definition, page.as_ref()).surveys[0].unknown.len(), count, "{section} {address:?}");
    }
}

#[test]
fn without_an_endpoint_that_is_said_and_without_rules_too() {
    let document = definition(json!({ "frequency": { "preset": "none" } }), json!({ "endpoint": null }));
    let told = told(&document, None);
    assert_eq!(told.surveys[0].frequency, ["As often as its triggers come: there is no rule."]);
    assert_eq!(told.notes[1], "No endpoint is named: answers go to v1/responses beside the script tag's file where the definition stands there too, as with `effortlet serve`; elsewhere they are told to the page alone, and stored nowhere.");
}
