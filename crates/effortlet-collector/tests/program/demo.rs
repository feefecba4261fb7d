//! The made-up help center of which the truth is known, beside what the report says of it.

use crate::client::Client;
use crate::program::{Program, program, serve_at, url};
use serde_json::Value;
use std::collections::BTreeSet;

const RESPONSES: &str = "50000";

#[test]
fn the_ten_articles_that_truly_lose_most_stand_in_the_first_twelve_and_those_that_were_repaired_show_it() {
    let folder = tempfile::tempdir().unwrap();
    let database = url(folder.path());
    let made = program().args(["sample", RESPONSES, "--demo", "--until", "2026-11-29", "--database", &database]).output().unwrap();
    let said = String::from_utf8(made.stdout).unwrap();
    let (_, truth) = said.trim().split_once("most visitors: ").unwrap();
    let (truth, repaired) = truth.split_once("\nthe six articles that were repaired: ").unwrap();
    let mut command = serve_at(&database);
    command.arg("--public-report");
    let program = Program::start(command);
    let mut client = Client::connect(program.address).unwrap();
    let mut told = |path: &str| -> Value {
        let reply = client.get(path).unwrap().text;
        serde_json::from_str(reply.split_once("\r\n\r\n").unwrap().1).unwrap()
    };
    let report = told("/v1/surveys/help-center/effort");
    let first: Vec<&str> = report["groups"].as_array().unwrap().iter().take(12).map(|it| it["value"].as_str().unwrap()).collect();
    let missed: Vec<&str> = truth.split(", ").filter(|it| !first.contains(it)).collect();
    assert_eq!((truth.split(", ").count(), missed), (10, Vec::new()), "{first:?}");
    let edits = told("/v1/surveys/help-center/edits");
    let edits = edits["edits"].as_array().unwrap();
    let of = |verdict: &str| -> BTreeSet<&str> {
        edits.iter().filter(|it| it["verdict"] == verdict).map(|it| it["article"].as_str().unwrap()).collect()
    };
    let (helped, unclear) = (of("helped"), of("unclear"));
    assert_eq!(helped, repaired.split(", ").collect(), "{edits:?}");
    assert_eq!((unclear.len(), edits.len()), (4, 10), "edited without any gain: {edits:?}");
}
