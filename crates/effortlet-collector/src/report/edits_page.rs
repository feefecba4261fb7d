//! `/report/-/edits`: did the repair help? Each edit of an article with what it cost before and after.
//!
//! Never calls a change a success that may be chance.

use super::edits::{self, Edits};
use super::edits_table::{Links, table};
use super::page::frame;
use super::setting::Setting;
use super::subpage::Subpage;
use super::survey::nothing_yet;
use super::wording::{count, counted};
use crate::app::App;
use crate::columns::Dimension;
use crate::error::Error;
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
    let it = Subpage::of(&setting, "edits", pairs).ok_or(Error::UnknownSurvey)?;
    let filter = match it.queried.filter_or_mistakes() {
        Ok(filter) => filter,
        Err(mistakes) => return Ok((StatusCode::BAD_REQUEST, it.refused(&heading(&it), &mistakes)).into_response()),
    };
    let Some(told) = edits::of(&app, [&it.site, &it.survey], it.queried.query.version.as_deref(), &filter).await? else {
        return Ok((StatusCode::NOT_FOUND, nothing_yet(&setting, &it.survey)).into_response());
    };
    let told = edits::report(told);
    let main = html! {
        (heading(&it))
        (it.in_force())
        section class="card lost" aria-label="Edits" {
            @if told.edits.is_empty() { (none(&it)) } @else { (some(&it, &told)) }
        }
    };
    Ok(frame(&setting, &format!("Did the repair help? · {}", it.survey), main).into_response())
}

fn heading(it: &Subpage) -> Markup {
    html! {
        div class="heading" {
            h1 { "Did the repair help?" }
            p class="soft" { "Articles of " a href=(it.report(None)) dir="auto" { (it.survey) } " before each edit and after it." }
        }
    }
}

fn none(it: &Subpage) -> Markup {
    html! {
        h2 { "No edit of an article is known" }
        p class="soft" {
            "An article counts as edited when its pages tell another revision than before, and five answers have come from it: "
            code { "dateModified" } " in their JSON-LD, " code { "article:modified_time" } ", or what you write as "
            code { "data-revision" } " on any element."
        }
        @if it.has_filters() { p { a href=(it.without_filters()) { "Look without filters" } } }
    }
}

fn some(it: &Subpage, told: &Edits) -> Markup {
    let of = |verdict: Verdict| told.edits.iter().filter(|it| it.verdict == verdict).count() as u64;
    let links = Links { figures: &|article| it.report(Some((Dimension::Article, article))), comments: &|article| it.comments(article) };
    let (first, others) = told.edits.split_at(FIRST.min(told.edits.len()));
    html! {
        h2 { (counted(told.edits.len() as u64, "edit", "edits")) }
        p {
            strong class="better" { (count(of(Verdict::Helped))) " helped" } ", "
            @if of(Verdict::Worse) > 0 { strong class="worse" { (count(of(Verdict::Worse))) " made it worse" } ", " }
            (count(of(Verdict::Unclear))) " cannot be told yet."
        }
        (table(&links, first))
        @if !others.is_empty() {
            details {
                summary { (counted(others.len() as u64, "edit", "edits")) " more" }
                (table(&links, others))
            }
        }
        p class="soft small" {
            "Shown is the share of visitors who did not find what they were looking for, or did not find it easy, over up to 13 weeks "
            "before the edit and after it, with 95% intervals; the upper bar is before. “Helped” asks for more than an interval without "
            "0, since among many edits some look so by chance: of all that is said to have helped, or made it worse, one in 20 is "
            "expected to be wrong at most, however often you look. Edits within a week are one."
            @if told.more > 0 { " " (counted(told.more as u64, "earlier edit is", "earlier edits are")) " not looked at." }
        }
    }
}
