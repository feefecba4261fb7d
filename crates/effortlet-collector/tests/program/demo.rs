//! The made-up help center of which the truth is known, beside what the report says of it.

use crate::client::Client;
use crate::program::{Program, program, serve_at, url};
use serde_json::Value;

const RESPONSES: &str = "20000";

#[test]
fn the_ten_articles_that_truly_lose_most_stand_in_the_first_twelve() {
    let folder = tempfile::tempdir().unwrap();
    let database = url(folder.path());
    let made = program().args(["sample", RESPONSES, "--demo", "--until", "2026-11-29", "--database", &database]).output().unwrap();
    let said = String::from_utf8(made.stdout).unwrap();
    let (_, truth) = said.trim().split_once("most visitors: ").unwrap();
    let mut command = serve_at(&database);
    command.arg("--public-report");
    let program = Program::start(command);
    let mut client = Client::connect(program.address).unwrap();
    let reply = client.get("/v1/surveys/help-center/effort").unwrap().text;
    let report: Value = serde_json::from_str(reply.split_once("\r\n\r\n").unwrap().1).unwrap();
    let first: Vec<&str> = report["groups"].as_array().unwrap().iter().take(12).map(|it| it["value"].as_str().unwrap()).collect();
    let missed: Vec<&str> = truth.split(", ").filter(|it| !first.contains(it)).collect();
    assert_eq!((truth.split(", ").count(), missed), (10, Vec::new()), "{first:?}");
}
