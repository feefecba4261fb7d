//! The widget's own files, so that a site needs nothing but a script tag.
//!
//! `/effortlet.js` is asked for anew each time and names all others by their version; those are kept for
//! ever. Never serves a file that is not of the widget, and never mixes two versions of it.

#[cfg_attr(embedded, expect(dead_code, reason = "build.rs has prepared the files of a release"))]
mod prepare;
mod builder;

use crate::cached::{self, Caching, Forms};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::{Arc, LazyLock};

/// All files of one version.
#[derive(Debug)]
pub(crate) struct Widget {
    version: String,
    files: Vec<File>,
    builder: Vec<File>,
}

#[derive(Debug)]
struct File {
    name: &'static str,
    hash: String,
    forms: Forms,
}

/// A file as `build.rs` puts it into a release.
#[cfg(embedded)]
struct Embedded {
    name: &'static str,
    plain: &'static [u8],
    brotli: &'static [u8],
    gzip: &'static [u8],
}

#[cfg(embedded)]
mod embedded {
    use super::Embedded;

    include!(concat!(env!("OUT_DIR"), "/widget.rs"));
}

impl Widget {
    /// What this program was built with.
    #[cfg(embedded)]
    #[expect(clippy::unnecessary_wraps, reason = "a debug build may lack its files")]
    pub(crate) fn built() -> Result<Self, String> {
        let form = axum::body::Bytes::from_static;
        let files = |table: &'static [Embedded]| {
            let forms = |it: &Embedded| Forms { plain: form(it.plain), brotli: form(it.brotli), gzip: form(it.gzip) };
            table.iter().map(|it| File::new(it.name, forms(it))).collect()
        };
        Ok(Self { version: embedded::VERSION.to_owned(), files: files(embedded::FILES), builder: files(embedded::BUILDER) })
    }

    /// What `dist/` holds now, not compressed: a debug build compiles without it.
    #[cfg(not(embedded))]
    pub(crate) fn built() -> Result<Self, String> {
        Self::read(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist")))
    }

    #[cfg(not(embedded))]
    fn read(dist: &std::path::Path) -> Result<Self, String> {
        let prepare::Prepared { version, files, builder } = prepare::prepare(dist)?;
        let plain = |bytes: Vec<u8>| Forms { plain: bytes.into(), ..Forms::default() };
        let served = |(name, bytes)| File::new(name, plain(bytes));
        Ok(Self {
            version,
            files: files.into_iter().map(served).collect(),
            builder: builder.into_iter().map(served).collect(),
        })
    }

    fn file(&self, name: &str, asked: &HeaderMap, caching: Caching) -> Response {
        self.files.iter().find(|file| file.name == name).map_or_else(missing, |file| file.answer(asked, caching))
    }

    /// A page of the builder, or what it loads: its own files, then the widget's.
    fn of_builder(&self, name: &str, asked: &HeaderMap) -> Response {
        let mut files = self.builder.iter().chain(&self.files);
        files.find(|file| file.name == name).map_or_else(missing, |file| file.answer(asked, Caching::Asking))
    }
}

impl File {
    fn new(name: &'static str, forms: Forms) -> Self {
        Self { name, hash: prepare::hash(&[&forms.plain]), forms }
    }

    fn answer(&self, asked: &HeaderMap, caching: Caching) -> Response {
        cached::answer(asked, &self.hash, &self.forms, content_type(self.name), caching)
    }
}

/// Of an address, whatever else it has.
#[derive(serde::Deserialize)]
struct Versioned {
    version: String,
    name: String,
}

/// The routes of the widget, each also for a site by its name: what is beside the script is the site's own.
///
/// `built` is asked with the first request; where there is no widget, the script's address says what builds it.
pub(crate) fn routes<Shared>(built: impl FnOnce() -> Result<Widget, String> + Send + 'static) -> Router<Shared>
where
    Shared: Clone + Send + Sync + 'static,
{
    let widget: Built = Arc::new(LazyLock::new(Box::new(built)));
    let files = Router::new()
        .route("/effortlet.js", get(loader))
        .route("/w/{version}/{name}", get(versioned))
        .with_state(widget.clone());
    let of_builder = move |name: &str, asked: &HeaderMap| match &**widget {
        Ok(widget) => widget.of_builder(name, asked),
        Err(reason) => not_built(reason),
    };
    files.clone().nest("/s/{site}", files).merge(builder::routes(of_builder))
}

type Build = Box<dyn FnOnce() -> Result<Widget, String> + Send>;
type Built = Arc<LazyLock<Result<Widget, String>, Build>>;

async fn loader(State(built): State<Built>, asked: HeaderMap) -> Response {
    match &**built {
        Ok(widget) => widget.file(prepare::LOADER, &asked, Caching::Asking),
        Err(reason) => not_built(reason),
    }
}

async fn versioned(State(built): State<Built>, Path(it): Path<Versioned>, asked: HeaderMap) -> Response {
    match &**built {
        Ok(widget) if widget.version == it.version => widget.file(&it.name, &asked, Caching::Lasting),
        _ => missing(),
    }
}

fn not_built(reason: &str) -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, format!("{reason}\n")).into_response()
}

fn missing() -> Response {
    (StatusCode::NOT_FOUND, "no such file of this version of the widget\n").into_response()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "js")) => "text/javascript; charset=utf-8",
        Some((_, "wasm")) => "application/wasm",
        Some((_, "html")) => "text/html; charset=utf-8",
        Some((_, "css")) => "text/css; charset=utf-8",
        _ => "application/json",
    }
}

#[cfg(not(embedded))]
#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, header};
    use std::collections::BTreeSet;
    use std::path::Path as File;
    use tower::ServiceExt;

    /// A made-up widget: each file holds its name, the loader what it imports.
    fn dist(folder: &File) {
        for name in prepare::FILES {
            std::fs::write(folder.join(name), name).unwrap();
        }
        std::fs::create_dir_all(folder.join("builder")).unwrap();
        for name in prepare::BUILDER {
            std::fs::write(folder.join("builder").join(name), name).unwrap();
        }
        std::fs::write(folder.join(prepare::LOADER), "import(new URL(\"module.js\",e))").unwrap();
    }

    async fn get(widget: &Router, path: &str) -> (Response, String) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let (head, body) = widget.clone().oneshot(request).await.unwrap().into_parts();
        let text = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        (Response::from_parts(head, Body::empty()), text)
    }

    #[tokio::test]
    async fn the_loader_names_a_version_whose_files_are_kept_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        dist(folder.path());
        let path = folder.path().to_path_buf();
        let widget: Router = routes(move || Widget::read(&path));
        let header = |response: &Response, name: header::HeaderName| {
            response.headers().get(name).map_or(String::new(), |value| value.to_str().unwrap().to_owned())
        };

        let (loader, text) = get(&widget, "/effortlet.js").await;
        assert_eq!(header(&loader, header::CACHE_CONTROL), "no-cache");
        let module = text.split('"').nth(1).unwrap().to_owned();
        assert!(module.starts_with("w/") && module.ends_with("/module.js"), "{module}");

        for (name, content_type) in [
            ("module.js", "text/javascript; charset=utf-8"),
            ("full.wasm", "application/wasm"),
            ("definition.schema.json", "application/json"),
        ] {
            let (response, text) = get(&widget, &format!("/{}", module.replace("module.js", name))).await;
            assert_eq!(text, name);
            assert_eq!(header(&response, header::CONTENT_TYPE), content_type);
            assert_eq!(header(&response, header::CACHE_CONTROL), "public, max-age=31536000, immutable");
        }
        assert_eq!(get(&widget, "/s/shop/effortlet.js").await.1, text, "a site's own is the same file");
        assert_eq!(get(&widget, &format!("/s/shop/{module}")).await.1, "module.js");
        for path in ["/w/0123456789abcdef/module.js".to_owned(), format!("/{}", module.replace("module", "secret"))] {
            assert_eq!(get(&widget, &path).await.0.status(), StatusCode::NOT_FOUND, "{path}");
        }

        std::fs::write(folder.path().join("check.wasm"), "changed").unwrap();
        let path = folder.path().to_path_buf();
        let (_, changed) = get(&routes(move || Widget::read(&path)), "/effortlet.js").await;
        assert_ne!(changed, text, "another file, another version");
    }

    #[tokio::test]
    async fn where_the_widget_was_not_built_it_is_said_what_builds_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_path_buf();
        let widget: Router = routes(move || Widget::read(&path));
        let (response, text) = get(&widget, "/effortlet.js").await;
        assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(text.contains("run npm run build"), "{text}");

        dist(folder.path());
        std::fs::write(folder.path().join(prepare::LOADER), "import(\"./other.js\")").unwrap();
        let refused = Widget::read(folder.path()).unwrap_err();
        assert_eq!(refused, "effortlet.js: expected to name \"module.js\" once, found 0");
    }

    #[test]
    fn every_file_that_a_page_may_load_from_the_package_is_served() {
        let package = File::new(env!("CARGO_MANIFEST_DIR")).join("../../package.json");
        let package: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(package).unwrap()).unwrap();
        let files = package["files"].as_array().unwrap().iter().filter_map(|it| it.as_str()?.strip_prefix("dist/"));
        let is_loaded = |name: &&str| [".js", ".wasm", ".json"].iter().any(|end| name.ends_with(end));
        assert_eq!(files.filter(is_loaded).collect::<BTreeSet<_>>(), BTreeSet::from(prepare::FILES));
    }
}
