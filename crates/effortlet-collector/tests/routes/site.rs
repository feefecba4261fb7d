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
    for (folder, location) in [("/help", "./help/"), ("/help?a=b", "./help/?a=b"), ("//help", "./help/")] {
        assert_eq!(collector.get(folder).await.header(header::LOCATION), location, "{folder}");
    }
}

#[tokio::test]
async fn dotfiles_and_what_links_lead_out_to_are_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    for (name, text) in [
        ("secret.txt", "secret"),
        ("outside/index.html", "secret"),
        ("site/.env", "secret"),
        ("site/.git/config", "secret"),
        ("site/help/.hidden/page.html", "secret"),
        ("site/help/index.html", "help"),
        ("site/404.html", "lost"),
    ] {
        fs::create_dir_all(path(name).parent().unwrap()).unwrap();
        fs::write(path(name), text).unwrap();
    }
    #[cfg(unix)]
    for (to, from) in [
        (path("secret.txt"), "site/link.txt"),
        (path("outside"), "site/folder"),
        (path("secret.txt"), "site/help/nested.txt"),
        (path("site/help"), "site/inside"),
        (path("not-there"), "site/dangling.txt"),
    ] {
        std::os::unix::fs::symlink(to, path(from)).unwrap();
    }
    fs::create_dir(path("site/empty")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(path("secret.txt"), path("site/empty/index.html")).unwrap();
    let collector = Collector::with_site(&path("site")).await;
    for address in [
        "/.env", "/%2eenv", "/.git/config", "/help/.hidden/page.html", "/help/..%2f.env", "/link.txt", "/folder/",
        "/folder/index.html", "/help/nested.txt", "/empty/", "/empty/index.html", "/dangling.txt", "//.env", "/help\\.hidden",
    ] {
        let reply = collector.get(address).await;
        assert_eq!((reply.status.as_u16(), reply.text.as_str()), (404, "lost"), "{address}");
        assert_eq!(reply.header(header::CACHE_CONTROL), "no-cache", "{address}");
    }
    for address in ["/help/", "/help/index.html", "/inside/"] {
        assert_eq!(collector.get(address).await.text, "help", "{address}");
    }
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
        ("mysql://ana:secret@db/x".to_owned(), "postgresql://ces@db.example/ces, got one of mysql:".to_owned()),
        ("postgres://ana:secret@127.0.0.1:1/x".to_owned(), "database x of PostgreSQL at 127.0.0.1:1: ".to_owned()),
        ("effortlet.db".to_owned(), "/ces, got no scheme".to_owned()),
        ("sqlite::memory:".to_owned(), "/ces, got one of sqlite:".to_owned()),
        (format!("sqlite://{}", path("text.db/under.db")), format!("database folder {}", path("text.db"))),
        (format!("sqlite://{}", path("text.db")), format!("database {}", path("text.db"))),
    ] {
        let line = Store::open(&url).await.unwrap_err().to_string();
        assert!(line.contains(&expected) && !line.contains('\n') && !line.contains("secret"), "{line}");
    }
}
