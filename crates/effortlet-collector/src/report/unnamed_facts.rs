//! Refuses to filter by a fact that the collector was not told to filter by: nothing is known of those.

use super::mistake::Mistake;
use super::page::frame;
use super::setting::Setting;
use crate::app::App;
use effortlet_columns::read_fact;
use crate::error::Error;
use crate::facts::Facts;
use crate::language::text;
use axum::extract::{Query, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::html;

pub(crate) async fn refuse_unnamed(State(app): State<App>, setting: Setting, request: Request, next: Next) -> Response {
    let Some(name) = unnamed(&app.facts, &request) else { return next.run(request).await };
    let mistake = Mistake::UnnamedFact { name, known: app.facts.names().map(str::to_owned).collect() };
    if !request.uri().path().starts_with("/report/") {
        return Error::Malformed(vec![mistake.problem()]).into_response();
    }
    let main = html! {
        section class="card empty" {
            h1 { (text("filters-refused")) }
            p dir="auto" { (mistake.sentence()) }
            p { a href=(setting.root()) { (text("survey-see-all")) } }
        }
    };
    (StatusCode::BAD_REQUEST, frame(&setting, &text("filters-refused").to_string(), main)).into_response()
}

/// What cannot be read is told by whoever reads it.
fn unnamed(facts: &Facts, request: &Request) -> Option<String> {
    let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(request.uri()).ok()?;
    let mut asked = pairs.iter().filter(|(name, _)| name == "context").filter_map(|(_, value)| read_fact(value));
    asked.find(|(name, _)| facts.names().all(|it| it != *name)).map(|(name, _)| name.to_owned())
}
