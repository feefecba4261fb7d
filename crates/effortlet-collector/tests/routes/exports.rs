//! Exports over HTTP: what they are called, that they are whole, and what becomes of those that are not.

use crate::api::read;
use crate::support::{Collector, changed, effort, response, text, yes_no};
use axum::http::{StatusCode, header};
use serde_json::json;

async fn answered() -> Collector {
    let collector = Collector::start().await;
    for number in 0..6 {
        collector.take(&response(number, &[yes_no("yes"), effort(6), text("=1+1")])).await;
    }
    collector.take(&changed(response(9, &[yes_no("no")]), json!({ "survey": "other" }))).await;
    collector
}

#[tokio::test]
async fn an_export_is_a_file_with_a_name_and_nothing_is_kept_of_it() {
    let collector = answered().await;
    for (ending, content_type, begins) in [
        ("csv", "text/csv; charset=utf-8", "\u{feff}id,rev,"),
        ("jsonl", "application/jsonl", "{\"schema\":1,"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"),
    ] {
        let reply = read(&collector, &format!("/v1/exports/responses.{ending}")).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        assert_eq!(reply.header(header::CONTENT_TYPE), content_type);
        assert_eq!(reply.header(header::CONTENT_DISPOSITION), format!("attachment; filename=\"responses-2026-11-22.{ending}\""));
        assert_eq!(reply.header(header::CACHE_CONTROL), "private, no-store");
        assert!(reply.text.starts_with(begins), "{}", reply.text);
    }
}

#[tokio::test]
async fn the_api_and_the_command_line_export_the_same() {
    let collector = answered().await;
    let database = crate::support::url(collector.folder());
    for (ending, query, words) in [
        ("csv", "", &[][..]),
        ("csv", "survey=help-center&state=complete", &["--survey", "help-center", "--state", "complete"]),
        ("jsonl", "from=2026-11-22&to=2026-11-22", &["--from", "2026-11-22", "--to", "2026-11-22"]),
        ("jsonl", "to=2026-11-21", &["--to", "2026-11-21"]),
    ] {
        let over_http = read(&collector, &format!("/v1/exports/responses.{ending}?{query}")).await.text;
        let all = [&["export", "--database", &database, "--format", ending][..], words].concat();
        let ran = crate::commands::run(collector.folder(), &all, "");
        assert_eq!((ran.code, &ran.out), (0, &over_http), "{ending} {query} {}", ran.err);
    }
    let ran = crate::commands::run(collector.folder(), &["export", "--database", &database, "--from", "x", "--state", "y"], "");
    let told = "effortlet: --state: expected one of shown, partial, complete and dismissed\n\
        effortlet: --from: expected a day such as 2026-11-29, or a moment in RFC 3339\n";
    assert_eq!((ran.code, ran.err.as_str()), (1, told));
}
