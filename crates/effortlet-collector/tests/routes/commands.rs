//! The commands beside `serve`, by the program itself.

use crate::support::{Collector, changed, effort, response, text, url, yes_no};
use axum::body::Body;
use axum::http::{Request, header};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the program in a folder, with what is piped in.
pub(crate) fn run(folder: &Path, words: &[&str], piped: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_effortlet"))
        .args(words)
        .current_dir(folder)
        .env_remove("DATABASE_URL")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(piped.as_bytes()).unwrap();
    let ended = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: ended.status.code().unwrap(), out: text(ended.stdout), err: text(ended.stderr) }
}

const BROKEN: &str = r#"{ "version": 2, "surveys": [{ "id": "a b", "template": "help-center", "triggers": { "exitIntent": {} } }] }"#;

#[test]
fn check_names_every_mistake_with_its_place_and_fails() {
    let folder = tempfile::tempdir().unwrap();
    let ran = run(folder.path(), &["check", "-"], BROKEN);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("version: expected 1\n") && ran.out.contains("surveys[0].id: expected "), "{}", ran.out);
    let ran = run(folder.path(), &["check", "nowhere.json"], "");
    assert!(ran.code == 1 && ran.err.contains("nowhere.json: expected a file to read"), "{}", ran.err);
}

#[test]
fn serve_is_refused_with_a_broken_definition_and_says_each_mistake() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("broken.json"), BROKEN).unwrap();
    let ran = run(folder.path(), &["serve", "--listen", "127.0.0.1:0", "--definition", "broken.json"], "");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("effortlet: broken.json: version: expected 1\n"), "{}", ran.err);
    assert!(ran.err.contains("effortlet: broken.json: surveys[0].id: expected "), "{}", ran.err);
    assert!(!folder.path().join("effortlet.db").exists(), "nothing is made before the definition is read");
}

#[test]
fn two_definitions_of_one_site_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    for file in ["one.json", "two.json"] {
        assert_eq!(run(folder.path(), &["init", file, "--organization", "Acme"], "").code, 0);
    }
    let words = ["serve", "--listen", "127.0.0.1:0", "--definition", "one.json", "--definition", "two.json"];
    let ran = run(folder.path(), &words, "");
    assert_eq!(ran.code, 1);
    assert_eq!(ran.err, "effortlet: two.json: site: expected another one than default, which is served already\n");
}

#[test]
fn init_writes_what_check_takes_and_never_over_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let ran = run(folder.path(), &["init", "--organization", "Acme", "--language", "ro"], "");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let file = folder.path().join("effortlet.json");
    let written = fs::read_to_string(&file).unwrap();
    assert!(ran.out.contains(&written) && ran.out.contains("surveys[0].triggers"), "{}", ran.out);
    assert_eq!(run(folder.path(), &["check", "effortlet.json"], "").code, 0);

    let again = ["init", "--organization", "Ajax"];
    let ran = run(folder.path(), &again, "");
    assert_eq!((ran.code, ran.err.as_str()), (1, "effortlet: effortlet.json is there already, --force writes over it\n"));
    assert_eq!(fs::read_to_string(&file).unwrap(), written);
    assert_eq!(run(folder.path(), &[&again[..], &["--force"]].concat(), "").code, 0);
    assert!(fs::read_to_string(&file).unwrap().contains("Ajax"));

    let ran = run(folder.path(), &["init", "other.json"], "");
    assert!(ran.code == 1 && ran.err.contains("--organization: expected a text"), "{}", ran.err);
    assert!(!folder.path().join("other.json").exists());
}

#[test]
fn init_takes_help_pages_as_people_name_them_and_says_what_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let begin = |pages| run(folder.path(), &["init", "--organization", "Acme", "--pages", pages], "");
    let ran = begin("help");
    assert_eq!((ran.code, folder.path().join("effortlet.json").exists()), (1, false));
    assert!(ran.err.starts_with("effortlet: --pages: help: expected a path such as /help/**"), "{}", ran.err);
    assert_eq!(begin("https://acme.example/docs/").code, 0);
    assert!(fs::read_to_string(folder.path().join("effortlet.json")).unwrap().contains("\"/docs/**\""));
}

async fn answered() -> Collector {
    let collector = Collector::start().await;
    for number in 0..6 {
        let answers = [yes_no("yes"), effort(6), text("=1+1")];
        collector.take(&response(number, &answers)).await;
    }
    let other = changed(response(9, &[yes_no("no")]), json!({ "survey": "other" }));
    collector.take(&other).await;
    collector
}

#[tokio::test]
async fn report_says_in_a_terminal_what_the_api_says() {
    let collector = answered().await;
    let database = url(collector.folder());
    let run = |words: &[&str]| run(collector.folder(), &[words, &["--database", &database]].concat(), "");
    let listed = run(&["report"]);
    assert!(listed.out.contains("help-center  6 answered, 0 dismissed"), "{}", listed.out);
    let figures = run(&["report", "help-center"]);
    assert!(figures.out.contains("mean             6.0  ("), "{}", figures.out);
    assert!(run(&["report", "other"]).out.contains("too few answers, n = 1"), "what is withheld elsewhere is withheld");

    let ran = run(&["report", "help-center", "--format", "json"]);
    let mut said: Value = serde_json::from_str(&ran.out).unwrap();
    said["generatedAt"] = Value::Null;
    let comparison = said.as_object_mut().unwrap().remove("comparison").unwrap();
    let trend = said.as_object_mut().unwrap().remove("trend").unwrap();
    assert_eq!((&comparison["nothing"], &trend["per"]), (&json!("tooFew"), &json!("day")), "{comparison} {trend}");
    let mut api = collector.get("/v1/surveys/help-center/report").await.json();
    api["generatedAt"] = Value::Null;
    assert_eq!(said, api);

    for (words, told) in [
        (&["--from", "yesterday"][..], "effortlet: from: expected a day such as 2026-11-29\n"),
        (&["--with-from", "2026-11-01"], "effortlet: withTo: expected a day such as 2026-11-29, since the other one is there\n"),
        (&["--per", "hour"], "effortlet: per: expected one of day, week, month\n"),
    ] {
        let refused = run(&[&["report", "help-center"], words].concat());
        assert_eq!((refused.code, refused.err.as_str()), (1, told));
    }
    let silent = run(&["report", "clock-1"]);
    assert_eq!((silent.code, silent.err.as_str()), (1, "effortlet: survey: expected the id of a survey that has responses\n"));
}

#[tokio::test]
async fn a_name_of_which_nothing_is_known_is_told_with_those_that_are() {
    let collector = answered().await;
    let database = url(collector.folder());
    const SURVEYS: &str = "known: clock-1, clock-2, help-center, other\n";
    for (words, code, told) in [
        (&["report", "helpcenter"][..], 1, ["effortlet: nothing is known of the survey helpcenter of the site default yet; ", SURVEYS].concat()),
        (&["report", "help-center", "--site", "acme"], 1, "effortlet: nothing is known of the site acme yet; known: default\n".to_owned()),
        (&["report", "--site", "acme"], 1, "effortlet: nothing is known of the site acme yet; known: default\n".to_owned()),
        (&["report", "--site", "default"], 0, String::new()),
        (&["export", "--survey", "helpcenter"], 0, ["effortlet: note: nothing is known of the survey helpcenter yet; ", SURVEYS].concat()),
        (&["export", "--site", "acme"], 0, "effortlet: note: nothing is known of the site acme yet; known: default\n".to_owned()),
        (&["export", "--survey", "clock-1"], 0, String::new()),
        (&["export", "--site", ""], 0, String::new()),
        (&["erase", "--context", "plan=none", "--site", "acme"], 1, "effortlet: nobody is erased: no response is of this person; nothing is known of the site acme yet; known: default\n".to_owned()),
    ] {
        let ran = run(collector.folder(), &[words, &["--database", &database]].concat(), "");
        assert_eq!((ran.code, ran.err), (code, told), "{words:?}");
    }
}

#[tokio::test]
async fn export_gives_what_was_posted_and_no_formulas() {
    let collector = answered().await;
    let database = url(collector.folder());
    let run = |words: &[&str]| run(collector.folder(), &[words, &["--database", &database]].concat(), "");
    let lines: Vec<Value> = run(&["export"]).out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 7);
    let posted = response(0, &[yes_no("yes"), effort(6), text("=1+1")]);
    let mut exported = lines.iter().find(|it| it["id"] == posted["id"]).unwrap().clone();
    exported["timing"].as_object_mut().unwrap().remove("receivedAt").unwrap();
    assert_eq!(exported, posted);

    let csv = run(&["export", "--format", "csv", "--survey", "help-center"]).out;
    let rows: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(rows.len(), 7);
    assert!(rows[0].starts_with("\u{feff}id,rev,state,site,survey,") && rows[0].ends_with(",found,effort,improve"), "{}", rows[0]);
    assert!(rows[1..].iter().all(|row| row.ends_with(",3,yes,6,\"'=1+1\"")), "{csv}");
}

#[test]
fn only_a_collector_that_serves_makes_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let commands = [&["report"][..], &["export"], &["token", "dashboard"], &["webhook", "add", "https://example.com/hook"]];
    for command in commands {
        let ran = run(folder.path(), command, "");
        assert!(ran.code == 1 && ran.err.starts_with("effortlet: database effortlet.db: "), "{}", ran.err);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_token_of_the_command_line_reads_the_api() {
    let (collector, _access) = crate::login::team().await;
    let database = url(collector.folder());
    let run = |words: &[&str]| run(collector.folder(), words, "");
    let made = run(&["token", "dashboard", "--database", &database]);
    assert_eq!(made.code, 0, "{}", made.err);
    let token = made.out.strip_suffix('\n').unwrap();
    let request = Request::get("/v1/unknown").header(header::AUTHORIZATION, format!("Bearer {token}"));
    assert_eq!(collector.send(request.body(Body::empty()).unwrap()).await.status, 200);
    let again = run(&["token", "dashboard", "--database", &database]);
    assert_eq!((again.code, again.err.as_str()), (1, "effortlet: token: expected a name that no other token has\n"));
}

#[test]
fn what_nobody_could_rely_on_is_refused_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    for (words, told) in [
        (&["--login-header", "X-Forwarded-User"][..], "--trusted-proxy"),
        (&["--trusted-proxy", "acme"], "expected addresses such as 10.0.0.0/8, got acme"),
        (&["--base-path", "ces"], "expected a path such as /ces, got ces"),
    ] {
        let ran = run(folder.path(), &[&["serve"], words].concat(), "");
        assert!(ran.code != 0 && ran.err.contains(told), "{words:?}: {}", ran.err);
    }
}
