//! The files of `--site`, and opening databases.

use axum::http::{StatusCode, header};
use effortlet_collector::Store;
use std::fs;
use crate::support::Collector;

#[tokio::test]
async fn files_are_served_where_no_route_answers() {
    let site = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("index.html", "home"),
        ("help/index.html", "help"),
        ("effortlet/effortlet.wasm", "\0asm"),
        ("effortlet/effortlet.js", "script"),
        ("livez", "a file in the way"),
        ("404.html", "lost"),
    ] {
        let path = site.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let collector = Collector::with_site(site.path()).await;
    for (path, status, content_type, text) in [
        ("/", 200, "text/html", "home"),
        ("/help/", 200, "text/html", "help"),
        ("/effortlet/effortlet.wasm", 200, "application/wasm", "\0asm"),
        ("/effortlet/effortlet.js", 200, "text/javascript", "script"),
        ("/livez", 200, "text/plain; charset=utf-8", "alive\n"),
        ("/nowhere", 404, "text/html", "lost"),
        ("/../Cargo.toml", 404, "text/html", "lost"),
        ("/%2e%2e/Cargo.toml", 404, "text/html", "lost"),
    ] {
        let reply = collector.get(path).await;
        assert_eq!((reply.status.as_u16(), reply.text.as_str()), (status, text), "{path}");
        assert_eq!(reply.header(header::CONTENT_TYPE), content_type, "{path}");
    }
    assert_eq!(collector.get("/help/").await.header(header::CACHE_CONTROL), "no-cache");
    assert_eq!(collector.get("/help").await.header(header::LOCATION), "/help/");
}

#[tokio::test]
async fn without_a_page_for_it_what_is_not_there_is_plainly_not_there() {
    let site = tempfile::tempdir().unwrap();
    let collector = Collector::with_site(site.path()).await;
    assert_eq!(collector.get("/nowhere").await.status, StatusCode::NOT_FOUND);
    assert_eq!(Collector::start().await.get("/nowhere").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_database_that_cannot_be_opened_is_named_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(path("text.db"), "this is no database, it is some text of a certain length".repeat(20)).unwrap();
    for (url, expected) in [
        ("postgres://ana:secret@db/x".to_owned(), "sqlite://effortlet.db, got one of postgres:".to_owned()),
        ("effortlet.db".to_owned(), "sqlite://effortlet.db, got no scheme".to_owned()),
        ("sqlite::memory:".to_owned(), "sqlite://effortlet.db, got one of sqlite:".to_owned()),
        (format!("sqlite://{}", path("text.db/under.db")), format!("database folder {}", path("text.db"))),
        (format!("sqlite://{}", path("text.db")), format!("database {}", path("text.db"))),
    ] {
        let line = Store::open(&url).await.unwrap_err().to_string();
        assert!(line.contains(&expected) && !line.contains('\n') && !line.contains("secret"), "{line}");
    }
}
