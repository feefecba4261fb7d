//! `GET /v1/surveys/{id}/digest`: one week of a survey, as it is also sent to webhooks.

use super::digest::Digest;
use super::digest_made::digest;
use super::week::Week;
use crate::app::App;
use crate::asked::{Named, Parameters};
use crate::catalog::DEFAULT_SITE;
use crate::description::Guarded;
use crate::error::{Error, Problems, unreadable};
use crate::selection::problem;
use axum::Json;
use axum::extract::State;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described: an address is read by name")]
struct WeekQuery {
    /// A week that is over, as ISO 8601 counts them (UTC), such as `2026-W48`; the last one where it is not named
    #[param(pattern = "^([0-9]{4}-W[0-9]{2})?$")]
    week: Option<String>,
}

pub(super) fn guarded_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(of_default_site)).routes(routes!(of_site))
}

/// One week of a survey of the site that names none
#[utoipa::path(
    get, path = "/v1/surveys/{id}/digest", tag = "figures",
    params(("id" = String, Path, description = "Of the survey"), WeekQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = Digest, description = "The score, the asking, the costliest articles, edits, comments, and what to do next"),
        (status = 400, body = Problems, description = "A parameter is unknown, or there is no such week, or it is not over"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey has no responses, or whoever asks may not see it"),
    )
)]
async fn of_default_site(app: State<App>, Named(survey): Named<String>, asked: Parameters) -> Result<Json<Digest>, Error> {
    of_site(app, Named([DEFAULT_SITE.to_owned(), survey]), asked).await
}

/// One week of a survey
#[utoipa::path(
    get, path = "/v1/sites/{site}/surveys/{id}/digest", tag = "figures",
    params(("site" = String, Path), ("id" = String, Path, description = "Of the survey"), WeekQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = Digest, description = "The score, the asking, the costliest articles, edits, comments, and what to do next"),
        (status = 400, body = Problems, description = "A parameter is unknown, or there is no such week, or it is not over"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey has no responses, or whoever asks may not see it"),
    )
)]
async fn of_site(State(app): State<App>, names: Named<[String; 2]>, asked: Parameters) -> Result<Json<Digest>, Error> {
    let Named([site, survey]) = names;
    let (named, at) = (asked.only(&["week"])?, (app.clock)());
    let week = Week::asked(named.get("week").map(String::as_str), at);
    let week = week.map_err(|it| Error::Malformed(vec![problem("week", it.expected())]))?;
    let told = digest(&app.store, [&site, &survey], week, at).await.map_err(unreadable)?;
    told.map(Json).ok_or(Error::UnknownSurvey)
}
