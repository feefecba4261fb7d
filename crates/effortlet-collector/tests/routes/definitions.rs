//! `POST /v1/definitions`, and which versions are counted together.

use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use crate::support::{Collector, changed, definition, effort, response, survey, yes_no};

/// A survey whose version its widget makes by itself.
fn unnamed() -> Value {
    let mut it = survey("own", "");
    it.as_object_mut().unwrap().remove("version");
    it
}

/// The version that a widget posts with this survey, and the one that it is counted under.
async fn versions(collector: &Collector, survey: Value) -> (String, String) {
    let it = collector.know(&definition(&[survey])).await["surveys"][0].clone();
    (it["posted"].as_str().unwrap().to_owned(), it["version"].as_str().unwrap().to_owned())
}

async fn answer(collector: &Collector, number: u64, version: &str, locale: &str) {
    let own = json!({ "survey": "own", "surveyVersion": version, "locale": locale });
    assert_eq!(collector.take(&changed(response(number, &[yes_no("yes"), effort(6)]), own)).await["stored"], 1);
}

#[tokio::test]
async fn a_version_is_made_of_what_changes_the_measurement() {
    let found = |text: Value| ("/questions/0/text", text);
    for (what, (pointer, value), is_same) in [
        ("nothing", ("/thanks", json!("Thanks")), true),
        ("a translation added", found(json!({ "en": "Did you find it?", "ro": "Ați găsit?", "de": "Gefunden?" })), true),
        ("a question mark taken away", found(json!({ "en": "Did you find it", "ro": "Ați găsit?" })), true),
        ("white space", found(json!({ "en": "Did you  find it ?", "ro": "Ați găsit?" })), true),
        ("letter case", found(json!({ "en": "DID you find it?", "ro": "Ați găsit?" })), true),
        ("other words where nobody has answered", found(json!({ "en": "Did you find it?", "ro": "Ați reușit?" })), true),
        ("other words where somebody has", found(json!({ "en": "Was it there?", "ro": "Ați găsit?" })), false),
        ("other words of an option", ("/questions/3/options/0/text", json!("The cost")), false),
        ("labels of a scale", ("/questions/1/scale", json!({ "labels": ["No", "Yes"] })), false),
        ("points", ("/questions/1/scale", json!({ "points": 5 })), false),
        ("direction", ("/questions/1/scale", json!({ "easyIs": "low" })), false),
        ("order of a scale", ("/questions/1/scale", json!({ "order": "leftToRight" })), false),
        ("an option's id", ("/questions/3/options/0/id", json!("cost")), false),
        ("how many may be chosen", ("/questions/3/many", json!(false)), false),
        ("no other option", ("/questions/3/other", json!(null)), false),
        ("a branch", ("/questions/0/branch", json!([{ "when": { "is": "no" }, "to": "improve" }])), false),
        ("a question's id", ("/questions/2/id", json!("better")), false),
        ("a question's kind", ("/questions/2", json!({ "id": "improve", "kind": "yesNo", "text": "What could be better?" })), false),
    ] {
        let collector = Collector::ignorant().await;
        let (posted, first) = versions(&collector, unnamed()).await;
        assert_eq!(posted, first);
        answer(&collector, 1, &posted, "en").await;
        let mut survey = unnamed();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match survey.pointer_mut(parent).unwrap() {
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
            object => object[key] = value,
        }
        let (posted, second) = versions(&collector, survey).await;
        assert_eq!(first == second, is_same, "{what}");
        let next = changed(response(2, &[]), json!({ "survey": "own", "surveyVersion": posted }));
        assert_eq!(collector.take(&next).await["stored"], 1, "{what}");
        let reported = collector.report("own").await["versions"].as_array().unwrap().len();
        assert_eq!(reported, if is_same { 1 } else { 2 }, "{what}");
    }
}

#[tokio::test]
async fn what_waits_under_the_older_name_is_still_taken() {
    let collector = Collector::ignorant().await;
    let (older, _) = versions(&collector, unnamed()).await;
    let mut cosmetic = unnamed();
    cosmetic["questions"][0]["text"] = json!("Did you find it");
    let (newer, _) = versions(&collector, cosmetic).await;
    assert_ne!(older, newer);
    for (number, version) in [(1, &older), (2, &newer), (3, &older)] {
        answer(&collector, number, version, "en").await;
    }
    assert_eq!(collector.report("own").await["versions"][0]["totals"]["complete"], 3);
}

#[tokio::test]
async fn a_named_version_is_what_its_team_says_and_never_another_measurement() {
    let collector = Collector::start().await;
    let same = collector.know(&definition(&[survey("help-center", "d")])).await;
    assert_eq!(same["surveys"][0]["version"], "d", "a name of its own keeps figures apart");
    let mut other = survey("help-center", "a");
    other["questions"][1]["scale"] = json!({ "points": 5 });
    let request = Request::post("/v1/definitions").body(definition(&[other]).to_string().into()).unwrap();
    let reply = collector.send(request).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let expected = "surveys[0].version: expected another version than a, under which something else was asked before";
    assert_eq!(reply.problems(), [expected]);
    assert_eq!(collector.take(&response(1, &[effort(7)])).await["stored"], 1, "the one before stays in force");
}

#[tokio::test]
async fn a_definition_with_a_mistake_is_refused_with_its_place() {
    let collector = Collector::ignorant().await;
    let long = json!({ "version": 1, "organization": "x".repeat(1_024 * 1_024), "surveys": [] });
    for (document, status, expected) in [
        ("{".to_owned(), 422, ": expected JSON, got the end of the text at line 1, column 2"),
        (definition(&[json!({ "id": "a b" })]).to_string(), 422, "surveys[0].id: expected an id of 1 to 64 letters, digits, hyphens and underscores"),
        (changed(definition(&[survey("a", "1")]), json!({ "organization": "A\0cme" })).to_string(), 422, "organization: expected texts without U+0000"),
        (definition(&[survey("a", "1\0")]).to_string(), 422, "surveys[0].version: expected texts without U+0000"),
        (changed(definition(&[survey("a", "1")]), json!({ "site": "a.b" })).to_string(), 422, "site: expected an id of 1 to 64 letters, digits, hyphens and underscores"),
        (long.to_string(), 413, ""),
    ] {
        let reply = collector.send(Request::post("/v1/definitions").body(document.into()).unwrap()).await;
        assert_eq!(reply.status.as_u16(), status, "{}", reply.text);
        if !expected.is_empty() {
            assert_eq!(reply.problems()[0], expected);
        }
    }
    assert!(collector.get("/report/").await.text.contains("given no definition"));
}

#[tokio::test]
async fn the_report_says_what_was_asked() {
    let collector = Collector::start().await;
    for number in 0..5 {
        collector.take(&response(number, &[effort(7), crate::support::choice("why", "price")])).await;
    }
    let version = &collector.report("help-center").await["versions"][0];
    assert_eq!(version["scores"][0]["asked"], "Acme made it easy");
    assert_eq!((&version["choices"][0]["asked"], &version["choices"][0]["options"][0]["text"]), (&json!("Why?"), &json!("The price")));
    let page = collector.get("/report/help-center").await.text;
    assert!(page.contains("“Acme made it easy”") && page.contains("The price"), "{page}");
}

async fn together(collector: &Collector, versions: Value) -> (StatusCode, String) {
    let request = Request::put("/v1/surveys/help-center/comparable").header(header::CONTENT_TYPE, "application/json");
    let reply = collector.send(request.body(versions.to_string().into()).unwrap()).await;
    (reply.status, reply.text)
}

#[tokio::test]
async fn versions_are_read_together_where_a_team_says_that_they_are_comparable() {
    let collector = Collector::start().await;
    for (version, rating) in [("a", 7), ("b", 5), ("b c", 3)] {
        for number in 0..6 {
            let document = response(u64::from(rating) * 100 + number, &[effort(rating)]);
            collector.take(&changed(document, json!({ "surveyVersion": version }))).await;
        }
    }
    let means = async |collector: &Collector, query: &str| -> Vec<f64> {
        let report = collector.get(&format!("/v1/surveys/help-center/report{query}")).await.json();
        let mut means: Vec<f64> =
            report["versions"].as_array().unwrap().iter().map(|it| it["scores"][0]["mean"]["value"].as_f64().unwrap()).collect();
        means.sort_by(f64::total_cmp);
        means
    };
    assert_eq!(means(&collector, "").await, [3.0, 5.0, 7.0]);
    assert_eq!(together(&collector, json!(["a", "b"])).await.0, StatusCode::OK);
    let collector = collector.restarted().await;
    assert_eq!(means(&collector, "").await, [3.0, 6.0]);
    assert_eq!((means(&collector, "?version=a").await, means(&collector, "?version=b").await), (vec![6.0], vec![6.0]));
    let page = collector.get("/report/help-center?version=a").await.text;
    assert!(page.contains("read together"), "{page}");
    assert_eq!(together(&collector, json!(["a"])).await.0, StatusCode::OK);
    assert_eq!(means(&collector, "").await, [3.0, 5.0, 7.0]);
    for (wrong, expected) in [(json!(["a", "nope"]), "[1]"), (json!([]), "at least one version")] {
        let (status, text) = together(&collector, wrong).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains(expected), "{text}");
    }
}
