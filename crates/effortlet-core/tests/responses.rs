//! What is posted, byte for byte: held to the example in docs/endpoint.md and to what was recorded of the
//! widget when JavaScript wrote it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use effortlet_core::answer::Act;
use effortlet_core::definition;
use effortlet_core::edition::FULL;
use effortlet_core::interview::Interview;
use effortlet_core::response::{Context, Fact, Response, moment};
use effortlet_core::time::Timestamp;
use effortlet_core::{source, template};
use serde_json::{Value, json, to_string};

#[test]
fn the_example_of_the_docs_is_what_is_posted() {
    let page = include_str!("../../../docs/endpoint.md");
    let example = page.split("```json").find(|block| block.contains("\"schema\"")).unwrap();
    let example: Value = serde_json::from_str(example.split("```").next().unwrap()).unwrap();
    let survey = json!({ "id": "help-center", "version": "5d1c20aa", "template": "help-center", "triggers": { "exitIntent": {} } });
    let acts = vec![Act::Choose(true, "Yes".into()), Act::Rate(6)];
    let mut response = answered(&survey, "scroll", "en", ["billing", "refunds"], acts);
    response.id = "01995f2e-7a10-7c3d-9f41-2b8e6d0a4c57".into();
    response.page.url = "https://acme.example/help/billing/refunds".into();
    response.page.title = "Refunds".into();
    response.page.revision = Some("2026-02-11".into());
    response.timing.sent_at = Some("2026-03-02T12:00:09.150Z".into());
    response.context = Context(vec![("plan".into(), Fact::Text("pro".into()))]);
    assert_eq!(to_string(&response).unwrap(), to_string(&example).unwrap());
}

#[test]
fn what_is_not_known_is_left_out() {
    assert_eq!(
        posted(vec![Act::Close], Context::default()),
        concat!(
            r#"{"schema":1,"id":"r","rev":1,"state":"dismissed","survey":"s","surveyVersion":"1","trigger":"click","#,
            r#""locale":"ro","answers":[],"page":{"url":"https://acme.example/help/a","title":"A page"},"#,
            r#""timing":{"shownAt":"2026-03-02T12:00:00.000Z"},"context":{}}"#,
        )
    );
}

#[test]
fn what_was_only_shown_says_so() {
    assert_eq!(
        posted(vec![], Context::default()),
        concat!(
            r#"{"schema":1,"id":"r","rev":0,"state":"shown","survey":"s","surveyVersion":"1","trigger":"click","#,
            r#""locale":"ro","answers":[],"page":{"url":"https://acme.example/help/a","title":"A page"},"#,
            r#""timing":{"shownAt":"2026-03-02T12:00:00.000Z"},"context":{}}"#,
        )
    );
}

#[test]
fn each_kind_of_answer_says_what_it_answers() {
    let facts = [("plan", Fact::Text("pro".into())), ("trial", Fact::Flag(false))];
    let context = Context(facts.into_iter().map(|(name, fact)| (name.into(), fact)).collect());
    assert_eq!(
        posted(vec![Act::Rate(2), Act::Pick(0b101, " a \"friend\" ".into())], context),
        concat!(
            r#"{"schema":1,"id":"r","rev":2,"state":"partial","survey":"s","surveyVersion":"1","trigger":"click","#,
            r#""locale":"ro","answers":[{"question":"ease","kind":"effort","value":2,"points":5,"easyIs":"low","order":"leftToRight"},"#,
            r#"{"question":"ways","kind":"choice","value":"phone"},{"question":"ways","kind":"choice","value":"other"},"#,
            r#"{"question":"ways","kind":"text","value":"a \"friend\""}],"#,
            r#""page":{"url":"https://acme.example/help/a","title":"A page"},"#,
            r#""timing":{"shownAt":"2026-03-02T12:00:00.000Z","answeredAt":"2026-03-02T12:00:09.120Z"},"#,
            r#""context":{"plan":"pro","trial":false}}"#,
        )
    );
}

fn posted(acts: Vec<Act>, context: Context) -> String {
    let survey = json!({ "id": "s", "version": "1", "triggers": { "exitIntent": {} }, "questions": [
        { "id": "ease", "kind": "effort", "text": "Cât de greu?", "scale": { "points": 5, "easyIs": "low", "order": "leftToRight" } },
        { "id": "ways", "kind": "choice", "text": "Cum?", "many": true, "other": "Altfel", "options": [
            { "id": "phone", "text": "Telefon" }, { "id": "mail", "text": "E-mail" }] },
        { "id": "more", "kind": "text", "text": "Și?" }] });
    let mut response = answered(&survey, "click", "ro", ["", ""], acts);
    response.page.url = "https://acme.example/help/a".into();
    response.page.title = "A page".into();
    response.context = context;
    to_string(&response).unwrap()
}

/// Each act of one visitor makes a revision.
fn answered(survey: &Value, trigger: &'static str, language: &str, [section, article]: [&str; 2], acts: Vec<Act>) -> Response {
    let document = source::Value::from(&json!({ "version": 1, "organization": "Acme", "surveys": [survey] }));
    let (definition, problems) = definition::read(&document, &template::ALL, &FULL, source::is_selector);
    assert_eq!(problems, []);
    let shown = moment("2026-03-02T12:00:00.000Z").unwrap();
    let survey = definition.surveys.first().unwrap();
    let mut interview = Interview::begin(survey, trigger, "r".into(), language.into(), "/help/a".into(), shown);
    for act in acts {
        interview.act(Timestamp(shown.0 + 9_120), act);
        interview.rev += 1;
    }
    let [section, article] = [section, article].map(|name| Some(name).filter(|name| !name.is_empty()));
    interview.response("", section, article)
}
