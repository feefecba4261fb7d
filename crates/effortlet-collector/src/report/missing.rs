//! The page of a survey or a version that nothing has come of: what there is instead, and how answers arrive.
//!
//! Never says how to begin to whoever has begun, and never shows a figure.

use super::page::{frame, how_answers_arrive};
use super::setting::Setting;
use super::wording::{address, in_address};
use crate::app::App;
use crate::catalog::DEFAULT_SITE;
use effortlet_columns::Filter;
use crate::error::{Error, unreadable};
use crate::language::{Text, text};
use crate::store::SurveyTotals;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

/// `version` is the one that was named.
pub(super) async fn missing(app: &App, setting: &Setting, [site, survey]: [&str; 2], version: Option<&str>) -> Result<Response, Error> {
    let versions = app.store.versions(site, survey, &Filter::default()).await.map_err(unreadable)?;
    let catalog = app.store.catalog().await;
    let known = catalog.versions(site, survey);
    let (title, main) = match version {
        Some(version) if !versions.is_empty() => {
            let is_expected = known.is_some_and(|it| it.known.contains_key(version));
            let versions: Vec<&str> = versions.iter().map(|it| it.version.as_str()).collect();
            no_version(setting, [site, survey], (version, is_expected), &versions)
        }
        _ if known.is_some() => nothing_yet(setting, survey),
        _ => match app.store.surveys().await.map_err(unreadable)? {
            surveys if surveys.is_empty() => nothing_yet(setting, survey),
            surveys => no_survey(setting, survey, &surveys),
        },
    };
    Ok((StatusCode::NOT_FOUND, frame(setting, &title.to_string(), main)).into_response())
}

/// The page of an address below `/report/-/` that names no survey; `page` is its last part.
pub(super) async fn unnamed(app: &App, setting: &Setting, page: &str) -> Result<Response, Error> {
    let surveys = app.store.surveys().await.map_err(unreadable)?;
    let link = |it: &SurveyTotals| format!("{}-/{page}?site={}&survey={}", setting.root(), in_address(&it.site), in_address(&it.survey));
    let main = html! {
        div class="heading" {
            h1 { (text("missing-unnamed")) }
            div class="problem" role="alert" { p { (text("missing-unnamed-more").markup("name", html! { code { "?survey=" } })) } }
        }
        @if !surveys.is_empty() { section class="card" { h2 { (text("home-title")) } (list(&surveys, &link)) } }
        (see_all(setting))
    };
    Ok((StatusCode::NOT_FOUND, frame(setting, &text("missing-unnamed").to_string(), main)).into_response())
}

fn nothing_yet(setting: &Setting, survey: &str) -> (Text, Markup) {
    let main = html! {
        section class="card empty" {
            h1 { (text("survey-nothing-for").with("survey", survey)) }
            p { (text("survey-nothing-more")) }
            (how_answers_arrive(setting))
            (see_all(setting))
        }
    };
    (text("survey-nothing"), main)
}

fn no_survey(setting: &Setting, survey: &str, surveys: &[SurveyTotals]) -> (Text, Markup) {
    let title = text("missing-survey").with("survey", survey);
    let main = html! {
        section class="card empty" {
            h1 { (title) }
            p { (text("missing-survey-more")) }
            (list(surveys, &|it| [setting.root(), &address(&it.site, &it.survey)].concat()))
            (see_all(setting))
        }
    };
    (title, main)
}

fn no_version(setting: &Setting, [site, survey]: [&str; 2], (version, is_expected): (&str, bool), known: &[&str]) -> (Text, Markup) {
    let (title, more) = if is_expected { ("missing-version-yet", "missing-version-yet-more") } else { ("missing-version", "missing-version-more") };
    let title = text(title).with("version", version).with("survey", survey);
    let report = [setting.root(), &address(site, survey)].concat();
    let main = html! {
        section class="card empty" {
            h1 { (title) }
            p { (text(more)) }
            ul class="leads" {
                @for (index, version) in known.iter().enumerate() {
                    li {
                        a href={ (report) "?version=" (in_address(version)) } dir="auto" {
                            @if index == 0 { (text("survey-newest").with("version", *version)) } @else { (version) }
                        }
                    }
                }
            }
            p { a href=(report) { (text("missing-report").with("survey", survey)) } }
        }
    };
    (title, main)
}

fn list(surveys: &[SurveyTotals], link: &dyn Fn(&SurveyTotals) -> String) -> Markup {
    html! {
        ul class="leads" {
            @for it in surveys {
                li {
                    a href=(link(it)) dir="auto" { (it.survey) }
                    @if it.site != DEFAULT_SITE { " " span class="tag" { (it.site) } }
                }
            }
        }
    }
}

fn see_all(setting: &Setting) -> Markup {
    html! { p { a href=(setting.root()) { (text("survey-see-all")) } } }
}
