//! What is logged; and where nothing can be, answers are kept all the same.

use crate::client::Client;
use crate::document::revision;
use crate::program::{Program, serve, url};
use sqlx::{Connection, SqliteConnection};
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::Stdio;

/// Takes away what is written to, and gives it back.
async fn rename(folder: &Path, from: &str, to: &str) {
    let mut connection = SqliteConnection::connect(&url(folder)).await.unwrap();
    let statement = format!("alter table {from} rename to {to}");
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

async fn stores_again_after_errors(folder: &Path, log: Stdio, errors: u64) {
    let mut command = serve(folder);
    command.stderr(log);
    let program = Program::start(command);
    let mut client = Client::connect(program.address).unwrap();
    assert_eq!(client.post(&revision(1, 1)).unwrap().status, 200);
    rename(folder, "response", "lost").await;
    for error in 0..errors {
        assert_eq!(client.post(&revision(1, 2)).unwrap().status, 503, "error {error}");
    }
    rename(folder, "lost", "response").await;
    assert_eq!(client.post(&revision(1, 2)).unwrap().status, 200);
    assert_eq!(client.get("/readyz").unwrap().status, 200);
}

#[tokio::test]
async fn it_stores_again_after_a_write_error_that_could_not_be_logged() {
    let folder = tempfile::tempdir().unwrap();
    let full = File::options().write(true).open("/dev/full").unwrap();
    stores_again_after_errors(folder.path(), full.into(), 1).await;
}

/// 600 lines of 150 bytes are more than the 64 KB that a pipe holds.
#[tokio::test]
async fn it_stores_again_after_more_errors_than_a_pipe_holds_that_nobody_reads() {
    let folder = tempfile::tempdir().unwrap();
    stores_again_after_errors(folder.path(), Stdio::piped(), 600).await;
}

/// What it says to standard error until it is told to stop, a value a line.
fn logged(folder: &Path, arguments: &[&str], ask: impl FnOnce(&mut Client)) -> Vec<Value> {
    let mut command = serve(folder);
    command.args(arguments).args(["--log-format", "json"]).stderr(Stdio::piped());
    let mut program = Program::start(command);
    ask(&mut Client::connect(program.address).unwrap());
    program.signal("-TERM");
    let mut said = String::new();
    program.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    said.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

#[test]
fn each_line_is_json_says_what_runs_and_tells_a_refusal_once_without_what_a_visitor_sent() {
    let folder = tempfile::tempdir().unwrap();
    let lines = logged(folder.path(), &["--metrics-listen", "127.0.0.1:0"], |client| {
        for secret in 0..20 {
            let body = format!("{{\"secret-{secret}");
            let request = format!("POST /v1/responses?secret HTTP/1.1\r\nhost: secret\r\ncontent-type: text/plain\r\ncontent-length: {}\r\n\r\n{body}", body.len());
            assert_eq!(client.send(&request).unwrap().status, 400);
            assert_eq!(client.get(&format!("/secret/{secret}?secret")).unwrap().status, 404);
        }
    });
    let started = &lines[0];
    assert_eq!((&started["message"], &started["version"], &started["database"]), (&"started".into(), &env!("CARGO_PKG_VERSION").into(), &"sqlite".into()));
    assert!(["listen", "metrics"].iter().all(|it| started[it].as_str().unwrap().starts_with("127.0.0.1:")), "{started}");
    let refused: Vec<_> = lines[1..].iter().map(|it| (it["route"].as_str().unwrap(), it["status"].as_u64().unwrap(), it["reason"].as_str().unwrap())).collect();
    assert_eq!(refused, [("/v1/responses", 400, "malformed"), ("unmatched", 404, "not-found")], "{lines:?}");
    assert!(lines[1]["milliseconds"].is_u64() && lines[1]["left_out"] == 0);
    assert!(!lines.iter().any(|line| line.to_string().contains("secret")), "{lines:?}");
}

#[test]
fn below_its_level_nothing_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let lines = logged(folder.path(), &["--log-level", "error"], |client| assert_eq!(client.get("/nowhere").unwrap().status, 404));
    assert!(lines.is_empty(), "{lines:?}");
}

#[test]
fn metrics_have_an_address_of_their_own_where_nothing_else_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = serve(folder.path());
    command.args(["--metrics-listen", "127.0.0.1:0", "--log-format", "json"]).stderr(Stdio::piped());
    let mut program = Program::start(command);
    let mut said = String::new();
    BufReader::new(program.child.stderr.take().unwrap()).read_line(&mut said).unwrap();
    let address = serde_json::from_str::<Value>(&said).unwrap()["metrics"].as_str().unwrap().parse().unwrap();
    let mut client = Client::connect(address).unwrap();
    assert!(client.get("/metrics").unwrap().text.contains("effortlet_connections "));
    assert_eq!(client.get("/v1/surveys/help-center/report").unwrap().status, 404);
    assert_eq!(Client::connect(program.address).unwrap().get("/metrics").unwrap().status, 404);
}
