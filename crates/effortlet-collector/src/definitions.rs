//! What the collector knows: definitions that it is given, what was kept apart for the want of one,
//! and versions that a team reads together.
//!
//! Never serves a definition to anybody.

use crate::app::App;
use crate::door::origins;
use crate::catalog::{DEFAULT_SITE, read};
use crate::asked::{self, Named};
use crate::description::{Changing, Guarded};
use crate::error::{Error, Problems};
use crate::store::{Apart, ApartGroup, MOST_APART, MOST_APART_BYTES, NotTaken, Registered, RegisteredSurvey, Store};
use axum::Json;
use axum::extract::rejection::{JsonRejection, StringRejection};
use axum::extract::{DefaultBodyLimit, State};
use effortlet_core::source::Problem;
use effortlet_core::time::Timestamp;
use serde::Serialize;
use std::fmt;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// 20 surveys of 10 questions in 12 languages, each text with 200 bytes and as much around it, come to 960,000.
pub(crate) const LARGEST_DEFINITION: usize = 1_024 * 1_024;

/// So many groups of what is kept apart are listed.
const MOST_GROUPS: u32 = 100;

/// What was taken of a definition.
#[derive(Serialize, ToSchema)]
struct Taken {
    site: String,
    surveys: Vec<TakenSurvey>,
    /// How many responses that were kept apart are counted from now on.
    counted: u64,
}

#[derive(Serialize, ToSchema)]
struct TakenSurvey {
    survey: String,
    /// The version that its answers are counted for.
    version: String,
    /// What widgets call it.
    posted: String,
}

/// What is kept apart.
#[derive(Serialize, ToSchema)]
struct Unknown {
    responses: u64,
    bytes: u64,
    most: Most,
    groups: Vec<ApartGroup>,
}

/// So much may be kept apart.
#[derive(Serialize, ToSchema)]
struct Most {
    responses: u64,
    bytes: u64,
}

#[derive(Serialize, ToSchema)]
struct Together {
    site: String,
    survey: String,
    together: Vec<String>,
}

/// For those who have logged in.
pub(crate) fn guarded_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .routes(routes!(take))
        .layer(DefaultBodyLimit::max(LARGEST_DEFINITION))
        .routes(routes!(unknown))
        .routes(routes!(comparable))
        .routes(routes!(comparable_of_site))
}

/// Why a definition was not taken. The one before stays in force.
#[derive(Debug)]
pub enum NotRegistered {
    /// It has mistakes, or gives a version another meaning.
    Problems(Vec<Problem>),
    /// The database cannot be written now.
    Unavailable,
}

impl fmt::Display for NotRegistered {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problems(problems) => {
                let lines: Vec<String> = problems.iter().map(Problem::message).collect();
                out.write_str(&lines.join("\n"))
            }
            Self::Unavailable => out.write_str("the database cannot be written now"),
        }
    }
}

impl std::error::Error for NotRegistered {}

/// Takes a definition in JSON: from now on what it asks is counted, and what was kept apart for the
/// want of it is too. Its site is the one that it names. The same again changes nothing.
///
/// # Errors
/// Where it has any mistake that a widget would find, or asks something else under the name of a
/// version that is known; and where the database cannot be written.
pub async fn register(store: &Store, document: &str, at: Timestamp) -> Result<Registered, NotRegistered> {
    let definition = read(document).map_err(NotRegistered::Problems)?;
    origins(&definition.origins).map_err(|problem| NotRegistered::Problems(vec![problem]))?;
    store.register(definition, at).await.map_err(|reason| match reason {
        NotTaken::Problem(problem) => NotRegistered::Problems(vec![problem]),
        NotTaken::Unwritable(error) => {
            tracing::error!(%error, "a definition cannot be stored");
            NotRegistered::Unavailable
        }
    })
}

/// Takes a definition: what it asks is counted from now on
#[utoipa::path(
    post, path = "/v1/definitions", tag = "definitions", security(("person" = [])),
    request_body(content = Object, content_type = "application/json", description = "At most 1,048,576 bytes"),
    responses(
        (status = 200, body = Taken),
        (status = 400, body = Problems, description = "The body cannot be read"),
        (status = 413, body = Problems, description = "The body is too large"),
        (status = 422, body = Problems, description = "It has mistakes, or gives a version another meaning"),
        Guarded, Changing,
    )
)]
async fn take(State(app): State<App>, document: Result<String, StringRejection>) -> Result<Json<Taken>, Error> {
    let document = asked::text(document, "at most 1,048,576 bytes")?;
    match register(&app.store, &document, (app.clock)()).await {
        Ok(taken) => {
            // Where a file says what is asked, it says who may post.
            if app.published.of(&taken.site).is_none() {
                app.door.allowed.list_posted(&taken.site, origins(&taken.origins).unwrap_or_default());
            }
            let survey = |it: RegisteredSurvey| TakenSurvey { survey: it.survey, version: it.version, posted: it.posted };
            let surveys = taken.surveys.into_iter().map(survey).collect();
            Ok(Json(Taken { site: taken.site, surveys, counted: taken.counted }))
        }
        Err(NotRegistered::Problems(problems)) => Err(Error::Impossible(problems)),
        Err(NotRegistered::Unavailable) => Err(Error::Unavailable),
    }
}

/// What was posted and no known definition asks
#[utoipa::path(
    get, path = "/v1/unknown", tag = "definitions", security(("readToken" = [])),
    responses((status = 200, body = Unknown), Guarded)
)]
async fn unknown(State(app): State<App>) -> Result<Json<Unknown>, Error> {
    let Apart { responses, bytes, groups } = app.store.apart(MOST_GROUPS).await.map_err(|error| {
        tracing::error!(%error, "the database cannot be read");
        Error::Unavailable
    })?;
    let most = Most { responses: MOST_APART, bytes: MOST_APART_BYTES };
    Ok(Json(Unknown { responses, bytes, most, groups }))
}

/// Reads versions of a survey of the site that names none together from now on
#[utoipa::path(
    put, path = "/v1/surveys/{survey}/comparable", tag = "definitions",
    params(("survey" = String, Path)), security(("person" = [])), request_body = Vec<String>,
    responses(
        (status = 200, body = Together),
        (status = 400, body = Problems, description = "The body cannot be read"),
        (status = 413, body = Problems, description = "The body is too large"),
        (status = 415, body = Problems, description = "The body is not said to be JSON"),
        (status = 422, body = Problems, description = "One of them is no version of this survey"),
        Guarded, Changing,
    )
)]
async fn comparable(
    app: State<App>,
    Named(survey): Named<String>,
    versions: Result<Json<Vec<String>>, JsonRejection>,
) -> Result<Json<Together>, Error> {
    comparable_of_site(app, Named((DEFAULT_SITE.to_owned(), survey)), versions).await
}

/// Reads versions of a survey together from now on; a list of one is read alone again
#[utoipa::path(
    put, path = "/v1/sites/{site}/surveys/{survey}/comparable", tag = "definitions",
    params(("site" = String, Path), ("survey" = String, Path)), security(("person" = [])), request_body = Vec<String>,
    responses(
        (status = 200, body = Together),
        (status = 400, body = Problems, description = "The body cannot be read"),
        (status = 413, body = Problems, description = "The body is too large"),
        (status = 415, body = Problems, description = "The body is not said to be JSON"),
        (status = 422, body = Problems, description = "One of them is no version of this survey"),
        Guarded, Changing,
    )
)]
async fn comparable_of_site(
    State(app): State<App>,
    names: Named<(String, String)>,
    versions: Result<Json<Vec<String>>, JsonRejection>,
) -> Result<Json<Together>, Error> {
    let Named((site, survey)) = names;
    let versions = asked::json(versions, "a list of versions such as [\"1\", \"2\"]")?;
    match app.store.read_together(&site, &survey, versions.clone()).await {
        Ok(()) => Ok(Json(Together { site, survey, together: versions })),
        Err(NotTaken::Problem(problem)) => Err(Error::Impossible(vec![problem])),
        Err(NotTaken::Unwritable(error)) => {
            tracing::error!(%error, "what is comparable cannot be stored");
            Err(Error::Unavailable)
        }
    }
}
