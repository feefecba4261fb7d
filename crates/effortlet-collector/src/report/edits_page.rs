//! `/report/-/edits`: did the repair help? Each edit of an article with what it cost before and after.
//!
//! Never calls a change a success that may be chance.

use super::edits::{self, Edits};
use super::edits_table::{Links, table};
use super::missing::{missing, unnamed};
use super::page::frame;
use super::setting::Setting;
use super::subpage::Subpage;
use crate::app::App;
use effortlet_columns::Dimension;
use crate::error::Error;
use crate::language::text;
use crate::repair::Verdict;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

/// So many are seen at once; the others are a press away.
const FIRST: usize = 12;

pub(super) async fn page(
    State(app): State<App>,
    setting: Setting,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let Some(it) = Subpage::of(&setting, "edits", pairs) else { return unnamed(&app, &setting, "edits").await };
    let filter = match it.queried.filter_or_mistakes() {
        Ok(filter) => filter,
        Err(mistakes) => return Ok((StatusCode::BAD_REQUEST, it.refused(&heading(&it), &mistakes)).into_response()),
    };
    let (of, named) = ([it.site.as_str(), it.survey.as_str()], it.queried.query.version.as_deref());
    let (shown, told) = match edits::of(&app, of, named, &filter).await {
        Err(Error::UnknownSurvey | Error::UnknownVersion) => return missing(&app, &setting, of, named).await,
        told => told?,
    };
    let told = edits::report(told);
    let main = html! {
        (heading(&it))
        (it.in_force_of(&shown))
        section class="card lost" aria-label=(text("edits-label")) {
            @if told.edits.is_empty() { (none(&it)) } @else { (some(&it.within(&shown), &told)) }
        }
    };
    Ok(frame(&setting, &text("edits-page").with("survey", &it.survey).to_string(), main).into_response())
}

fn heading(it: &Subpage) -> Markup {
    html! {
        div class="heading" {
            h1 { (text("edits-title")) }
            p class="soft" { (text("edits-more").markup("survey", html! { a href=(it.report(None)) dir="auto" { (it.survey) } })) }
        }
    }
}

fn none(it: &Subpage) -> Markup {
    let code = |word: &str| html! { code { (word) } };
    html! {
        h2 { (text("edits-none")) }
        p class="soft" {
            (text("edits-none-more").markup("json-ld", code("dateModified")).markup("meta", code("article:modified_time"))
                .markup("attribute", code("data-revision")))
        }
        @if it.has_filters() { p { a href=(it.without_filters()) { (text("edits-without-filters")) } } }
    }
}

fn some(it: &Subpage, told: &Edits) -> Markup {
    let of = |verdict: Verdict| told.edits.iter().filter(|it| it.verdict == verdict).count() as u64;
    let links = Links { figures: &|article| it.report(Some((Dimension::Article, article))), comments: &|article| it.comments(article) };
    let strong = |class: &str, key, edits| html! { strong class=(class) { (text(key).number("n", edits)) } };
    let (first, others) = told.edits.split_at(FIRST.min(told.edits.len()));
    html! {
        h2 { (text("edits-count").number("n", told.edits.len() as u64)) }
        p {
            (text(if of(Verdict::Worse) > 0 { "edits-summary-worse" } else { "edits-summary" })
                .markup("helped", strong("better", "edits-helped", of(Verdict::Helped)))
                .markup("worse", strong("worse", "edits-worse", of(Verdict::Worse)))
                .with("unclear", text("edits-unclear").number("n", of(Verdict::Unclear)).to_string()))
        }
        (table(&links, first))
        @if !others.is_empty() {
            details {
                summary { (text("edits-others").number("n", others.len() as u64)) }
                (table(&links, others))
            }
        }
        p class="soft small" {
            (text("edits-note"))
            @if told.more > 0 { " " (text("edits-earlier").number("n", told.more as u64)) }
        }
    }
}
