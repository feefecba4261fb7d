use super::*;
use crate::catalog::{Catalog, Version, Versions, read};
use effortlet_core::response::Response;
use effortlet_core::time::Timestamp;
use effortlet_core::source::parse_json;
use serde_json::{Value as Json, json};

const AT: Timestamp = Timestamp(1_795_338_300_000);

fn catalog() -> Catalog {
    let asked = json!({ "version": 1, "organization": "Acme", "surveys": [{
        "id": "help-center", "version": "a", "triggers": { "exitIntent": {} }, "questions": [
            { "id": "found", "kind": "yesNo", "text": "Did you find it?" },
            { "id": "effort", "kind": "effort", "text": "{organization} made it easy" },
            { "id": "again", "kind": "yesNo", "text": "Would you come again?" },
            { "id": "hard", "kind": "effort", "text": "How hard was it?", "scale": { "points": 5, "easyIs": "low" } },
            { "id": "improve", "kind": "text", "text": "What could be better?", "optional": true },
            { "id": "praise", "kind": "text", "text": "What was good?", "optional": true },
        ],
    }] });
    let definition = read(&asked.to_string()).unwrap();
    let version = Version {
        first_seen: AT,
        reads_as: "a".to_owned(),
        organization: definition.organization.clone(),
        default_locale: definition.default_locale.clone(),
        asked: Some(definition.surveys[0].asked.clone()),
    };
    let mut catalog = Catalog::default();
    let versions = Versions { posted: [("a".into(), "a".into())].into(), known: [("a".into(), version)].into() };
    catalog.sites.insert("default".to_owned(), [("help-center".to_owned(), versions)].into());
    catalog
}

fn response(answers: Json) -> Response {
    let document = json!({
        "schema": 1, "id": "0199f0f0-0000-7000-8000-000000000001", "rev": 1, "state": "partial",
        "survey": "help-center", "surveyVersion": "a", "trigger": "scroll", "locale": "en", "answers": answers,
        "page": { "url": "https://acme.example/help/refunds", "title": "Refunds" },
        "timing": { "shownAt": AT.rfc3339(), "answeredAt": AT.rfc3339() }, "context": { "userId": "4711" },
    });
    effortlet_core::response::read(&parse_json(&document.to_string()).unwrap()).unwrap()
}

fn rating(question: &str, value: u8, points: u8, easy_is: &str) -> Json {
    json!({ "question": question, "kind": "effort", "value": value, "points": points, "easyIs": easy_is })
}

fn yes_no(question: &str, value: &str) -> Json {
    json!({ "question": question, "kind": "yesNo", "value": value })
}

fn words(question: &str, value: &str) -> Json {
    json!({ "question": question, "kind": "text", "value": value })
}

fn all(wanting: &[Wanting], answers: Json) -> Vec<NewDelivery> {
    deliveries(wanting, &catalog(), &response(answers), "a", AT)
}

fn wanting(id: &str, kinds: &[Kind]) -> Wanting {
    Wanting { id: id.to_owned(), site: "default".to_owned(), survey: None, kinds: kinds.to_vec() }
}

#[test]
fn a_low_answer_is_one_of_the_difficult_band_or_a_no_to_the_first_question_of_its_kind() {
    for (answers, told) in [
        (json!([yes_no("found", "yes")]), ""),
        (json!([yes_no("found", "no")]), "response.low"),
        (json!([yes_no("again", "no")]), ""),
        (json!([rating("effort", 3, 7, "high")]), "response.low"),
        (json!([rating("effort", 4, 7, "high")]), ""),
        (json!([rating("hard", 4, 5, "low")]), "response.low"),
        (json!([rating("hard", 2, 5, "low")]), ""),
        (json!([yes_no("found", "no"), rating("effort", 1, 7, "high")]), "response.low"),
        (json!([yes_no("found", "yes"), words("improve", "Prices")]), "comment.created"),
        (json!([rating("effort", 1, 7, "high"), words("improve", "Prices"), words("praise", "None")]),
            "response.low comment.created comment.created"),
    ] {
        let deliveries = all(&[wanting("w", &Kind::WANTED)], answers.clone());
        let told_of: Vec<_> = deliveries.iter().map(|it| it.event).collect();
        assert_eq!(told_of.join(" "), told, "{answers}");
    }
}

#[test]
fn the_same_event_has_the_same_id_and_each_webhook_its_own() {
    let both = [wanting("w", &Kind::WANTED), wanting("v", &[Kind::Comment])];
    let answers = json!([rating("effort", 1, 7, "high"), words("improve", "Pri")]);
    let ids = |rows: &[NewDelivery]| rows.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    let first = all(&both, answers);
    let later = all(&both, json!([rating("effort", 2, 7, "high"), words("improve", "Prices")]));
    assert_eq!(ids(&first), ids(&later));
    assert_eq!(first.len(), 3);
    assert!(first[0].id != first[1].id && first[1].id != first[2].id);
    assert!(first[0].id.starts_with("msg_") && !first[0].id.contains('.'));
}

#[test]
fn a_webhook_of_another_site_or_survey_is_told_nothing() {
    let answers = json!([rating("effort", 1, 7, "high")]);
    let others = [
        Wanting { site: "acme".to_owned(), ..wanting("w", &Kind::WANTED) },
        Wanting { survey: Some("other".to_owned()), ..wanting("w", &Kind::WANTED) },
        wanting("w", &[Kind::Comment]),
    ];
    assert_eq!(all(&others, answers.clone()), []);
    let own = Wanting { survey: Some("help-center".to_owned()), ..wanting("w", &Kind::WANTED) };
    assert_eq!(all(&[own], answers).len(), 1);
}

#[test]
fn what_is_told_has_the_words_of_the_team_and_nothing_of_who_answered() {
    let told = all(&[wanting("w", &Kind::WANTED)], json!([rating("effort", 2, 7, "high"), words("improve", "Prices")]));
    let body: Json = serde_json::from_str(&told[1].body).unwrap();
    assert_eq!(body["type"], "comment.created");
    assert_eq!(body["timestamp"], AT.rfc3339());
    assert_eq!(body["data"]["comment"], json!({ "question": "improve", "asked": "What could be better?", "text": "Prices" }));
    assert_eq!(body["data"]["answers"][0], json!({
        "question": "effort", "asked": "Acme made it easy", "kind": "effort", "value": 2, "points": 7, "easyIs": "high", "low": true,
    }));
    assert!(!told[1].body.contains("4711"), "{}", told[1].body);
    assert_eq!(told[1].subject, "https://acme.example/help/refunds");
    let read: Event = serde_json::from_str(&told[1].body).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), told[1].body);
}
