//! How long what visitors gave is kept, and what of it is taken in.

use crate::commands::run;
use crate::database::{file, kept};
use crate::support::{Collector, NOW, changed, effort, id, response, text, url, yes_no};
use effortlet_collector::{LifeOptions, Store, let_go};
use effortlet_core::time::{Duration, Timestamp};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const CANARY: &str = "canary-in-the-mine";

async fn answered(collector: &Collector) {
    for number in 0..8 {
        let answers = [yes_no(if number < 6 { "yes" } else { "no" }), effort(3 + number as u8 % 5), text(CANARY)];
        let context = json!({ "plan": "team", "userId": number / 2, "beta": number == 7 });
        collector.take(&changed(response(number, &answers), json!({ "context": context }))).await;
    }
    let unknown = changed(response(50, &[text(CANARY)]), json!({ "surveyVersion": "unheard of", "context": { "userId": 0 } }));
    assert_eq!(collector.take(&unknown).await["apart"], 1);
}

async fn after(collector: &Collector, options: LifeOptions, days: i64) -> u64 {
    let (store, writing) = Store::open(&url(collector.folder())).await.unwrap();
    let gone = let_go(&store, &options, Timestamp(NOW.0 + Duration::days(days).0)).await.unwrap();
    drop(store);
    writing.drained().await;
    gone
}

/// Whether a text stands in the database or its log.
fn stands_in(folder: &Path, text: &str) -> bool {
    kept(folder).windows(text.len()).any(|part| part == text.as_bytes())
}

#[tokio::test]
async fn words_go_after_their_days_and_no_figure_changes() {
    let collector = Collector::start().await;
    answered(&collector).await;
    let before = collector.report("help-center").await;
    assert_eq!(before["comments"].as_array().unwrap().len(), 8);
    let options = LifeOptions { keep_words: 30.try_into().ok(), ..LifeOptions::default() };
    assert_eq!(after(&collector, options.clone(), 30).await, 0, "not a moment too early");
    assert_eq!(after(&collector, options, 31).await, 9);
    let later = collector.report("help-center").await;
    assert_eq!(later["comments"], json!([]));
    assert_eq!((&later["versions"], &later["totals"]), (&before["versions"], &before["totals"]));
    assert_eq!(collector.get("/v1/unknown").await.json()["responses"], 0);
}

#[tokio::test]
async fn counts_go_after_their_days() {
    let collector = Collector::start().await;
    answered(&collector).await;
    let options = LifeOptions { keep_counts: 400.try_into().ok(), ..LifeOptions::default() };
    assert_eq!(after(&collector, options.clone(), 400).await, 0);
    assert_eq!(after(&collector, options, 401).await, 9);
    assert_eq!(collector.get("/v1/surveys/help-center/report").await.status, 404);
    assert_eq!(collector.get("/v1/unknown").await.json()["responses"], 0);
    // A file's log has it until that is written over.
    let is_left = file(collector.folder()).is_none() && stands_in(collector.folder(), CANARY);
    assert!(!is_left, "answers go with their responses");
}

#[tokio::test]
async fn an_erased_person_is_in_no_figure_no_comment_and_no_byte_of_the_file() {
    let collector = Collector::start().await;
    answered(&collector).await;
    let own = changed(response(60, &[effort(1), text("the one who left")]), json!({ "context": { "userId": "leaver" } }));
    collector.take(&own).await;
    collector.report("help-center").await;
    let database = url(collector.folder());
    let erase = |words: &[&str]| run(collector.folder(), &[&["erase", "--database", &database], words].concat(), "");

    let ran = erase(&["--context", "userId=leaver"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "1 response is erased\n", ""));
    assert!(!stands_in(collector.folder(), "the one who left"), "it is written over");
    let late = changed(own, json!({ "rev": 2 }));
    assert_eq!(collector.take(&late).await["unchanged"], 1, "what a browser still holds does not bring it back");
    let score = collector.report("help-center").await["versions"][0]["scores"][0].clone();
    assert_eq!((&score["mean"]["n"], &score["distribution"][0]["count"]), (&json!(8), &json!(0)));

    assert_eq!(erase(&["--context", "userId=0"]).out, "3 responses are erased\n", "numbers, and what is kept apart");
    assert_eq!(erase(&["--context", "beta=true"]).out, "1 response is erased\n");
    assert_eq!(erase(&["--response", &id(3).to_uppercase()]).out, "1 response is erased\n");
    assert_eq!(collector.report("help-center").await["totals"]["responses"], 4);
    let orphans = run(collector.folder(), &["export", "--database", &database], "").out;
    assert_eq!(orphans.lines().count(), 4);

    for (words, told) in [
        (vec!["--context", "userId=0"], "nobody is erased"),
        (vec!["--context", "userId"], "expected NAME=VALUE"),
        (vec!["--context", "plan=team", "--site", "elsewhere"], "nobody is erased"),
        (vec![], "required"),
    ] {
        let ran = erase(&words);
        assert!(ran.code != 0 && ran.err.contains(told), "{words:?} {}", ran.err);
    }
}

#[tokio::test]
async fn a_person_is_found_by_a_number_of_sixteen_digits_whatever_else_was_told() {
    let collector = Collector::start().await;
    let told = [json!({ "userId": 1_234_567_890_123_456_u64 }), json!({ "userId": 1_234_567_890_123_457_u64 }), json!({ "n\u{0}": "x" })];
    for (number, context) in told.into_iter().enumerate() {
        collector.take(&changed(response(number as u64, &[effort(1)]), json!({ "context": context }))).await;
    }
    let words = ["erase", "--database", &url(collector.folder()), "--context", "userId=1234567890123456"];
    let ran = run(collector.folder(), &words, "");
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("1 response is erased\n", ""));
}

#[tokio::test]
async fn a_backup_under_writes_is_whole_and_gives_the_same_report() {
    let collector = Collector::start().await;
    if file(collector.folder()).is_none() {
        let ran = run(collector.folder(), &["backup", "copy.db", "--database", &url(collector.folder())], "");
        assert!(ran.code == 1 && ran.err.contains("PostgreSQL has pg_dump"), "{}", ran.err);
        return;
    }
    answered(&collector).await;
    let before = collector.report("help-center").await;
    let database = url(collector.folder());
    let (store, writing) = Store::open(&database).await.unwrap();
    let words = ["backup", "copy.db", "--database", &database];
    let folder = collector.folder().to_path_buf();
    let taking = tokio::task::spawn_blocking({
        let words = words.map(str::to_owned);
        move || run(&folder, &words.each_ref().map(String::as_str), "")
    });
    for number in 100..140 {
        collector.take(&changed(response(number, &[yes_no("no"), effort(7)]), json!({ "survey": "other" }))).await;
    }
    let ran = taking.await.unwrap();
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    drop(store);
    writing.drained().await;
    let again = run(collector.folder(), &words, "");
    assert_eq!((again.code, again.err.as_str()), (1, "effortlet: copy.db: expected a file that is not there yet\n"));
    assert!(!collector.folder().join("copy.db.part").exists());

    let restored = tempfile::tempdir().unwrap();
    fs::create_dir(restored.path().join("data")).unwrap();
    fs::copy(collector.folder().join("copy.db"), restored.path().join("data/effortlet.db")).unwrap();
    let restored = Collector::in_folder(restored).await;
    assert_eq!(restored.report("help-center").await, before);
    restored.take(&response(500, &[effort(7)])).await;
}

#[tokio::test]
async fn what_names_a_person_is_not_stored_where_texts_are_masked() {
    let collector = Collector::masking().await;
    let wrote = "I am jane@acme.example, +40 722 123 456, card 4111 1111 1111 1111; since 2024, version 10.0.19045.4291, 1,299.00";
    let page = json!({
        "url": "https://acme.example/u/jane%40acme.example/2024", "title": "Jane <jane@acme.example>", "section": "jane@acme.example", "article": "ask-jane@acme.example",
    });
    let unknown = json!({ "page": page, "surveyVersion": "unheard of", "id": id(9) });
    let document = changed(response(1, &[text(wrote)]), json!({ "page": page }));
    collector.take(&document).await;
    collector.take(&changed(document, unknown)).await;
    let exported = run(collector.folder(), &["export", "--database", &url(collector.folder())], "").out;
    let kept: Value = serde_json::from_str(&exported).unwrap();
    assert_eq!(kept["answers"][0]["value"], "I am [e-mail], [phone], card [card]; since 2024, version 10.0.19045.4291, 1,299.00");
    assert_eq!(kept["page"], json!({
        "url": "https://acme.example/u/[e-mail]/2024", "title": "Jane <[e-mail]>", "section": "[e-mail]", "article": "[e-mail]",
    }));
    for canary in ["jane", "722 123", "4111"] {
        assert!(!stands_in(collector.folder(), canary), "{canary}");
    }
}
