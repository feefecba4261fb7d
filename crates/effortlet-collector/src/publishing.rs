//! Publishing from the builder: what is published is what pages load, each version is kept, and an earlier
//! one is gone back to by publishing it again.
//!
//! Below the report's address, to which alone a browser sends who has logged in. Never publishes a mistake.

use crate::app::App;
use crate::asked::{self, Named, Parameters};
use crate::catalog::DEFAULT_SITE;
use crate::definitions::{LARGEST_DEFINITION, NotRegistered, register};
use crate::door::origins;
use crate::error::{Error, unreadable};
use crate::published::{Draft, Unfit};
use crate::store::NewPublication;
use axum::extract::rejection::StringRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use axum::{Json, Router};
use serde::Serialize;

/// What was published for a site.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Versions {
    site: String,
    /// The number of what pages load now; none where that is a file's.
    current: Option<i64>,
    /// The latest first.
    versions: Vec<Version>,
    /// Of a publication, whether pages load something else now than before.
    #[serde(skip_serializing_if = "Option::is_none")]
    is_new: Option<bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Version {
    number: i64,
    published_at: String,
}

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/report/-/builder", get(|| std::future::ready(Redirect::to("../../builder/"))))
        .route("/report/-/definitions", get(list).post(publish))
        .route("/report/-/definitions/{number}", get(one))
        .layer(DefaultBodyLimit::max(LARGEST_DEFINITION))
}

async fn list(State(app): State<App>, parameters: Parameters) -> Result<Json<Versions>, Error> {
    let asked = parameters.only(&["site"])?;
    let site = asked.get("site").map_or(DEFAULT_SITE, String::as_str);
    Ok(Json(versions(&app, site).await?))
}

async fn one(State(app): State<App>, Named(number): Named<i64>) -> Result<impl IntoResponse, Error> {
    let text = app.store.publication(number).await.map_err(unreadable)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text.ok_or(Error::UnknownVersion)?))
}

/// Its answers count before any page asks by it, and it is kept before it is served. The same again changes nothing,
/// also where a file says it, and however it is spaced.
async fn publish(State(app): State<App>, text: Result<String, StringRejection>) -> Result<Json<Versions>, Error> {
    let text = asked::text(text, "at most 1,048,576 bytes")?;
    let draft = Draft::of(text).map_err(|unfit| match unfit {
        Unfit::Mistaken(problems) => Error::Impossible(problems),
        Unfit::Unreadable(_) => Error::Unavailable,
    })?;
    if app.published.of(&draft.site).is_some_and(|now| is_same(&now.text, &draft.text)) {
        return Ok(Json(Versions { is_new: Some(false), ..versions(&app, &draft.site).await? }));
    }
    let at = (app.clock)();
    let taken = register(&app.store, &draft.text, at).await.map_err(|reason| match reason {
        NotRegistered::Problems(problems) => Error::Impossible(problems),
        NotRegistered::Unavailable => Error::Unavailable,
    })?;
    let site = draft.site.clone();
    let over = app.published.of(&site).map_or_else(String::new, |it| it.file.clone());
    let kept = NewPublication { site: site.clone(), at, definition: draft.text.clone(), over: over.clone() };
    let number = app.store.publish(kept).await.map_err(|_| Error::Unavailable)?;
    app.published.publish_with(draft.published(number, over), || {
        app.door.allowed.list(&taken.site, origins(&taken.origins).unwrap_or_default());
    });
    Ok(Json(Versions { is_new: Some(true), ..versions(&app, &site).await? }))
}

/// The order of keys counts: a text's first language is one of them.
fn is_same(one: &str, other: &str) -> bool {
    let spaced_alike = |text: &str| serde_json::from_str::<serde_json::Value>(text.trim_start_matches('\u{feff}')).map(|it| it.to_string());
    matches!((spaced_alike(one), spaced_alike(other)), (Ok(one), Ok(other)) if one == other)
}

async fn versions(app: &App, site: &str) -> Result<Versions, Error> {
    let kept = app.store.publications(site).await.map_err(unreadable)?;
    let version = |(number, at): (i64, effortlet_core::time::Timestamp)| Version { number, published_at: at.rfc3339() };
    let current = app.published.of(site).and_then(|it| it.number);
    Ok(Versions { site: site.to_owned(), current, versions: kept.into_iter().map(version).collect(), is_new: None })
}
