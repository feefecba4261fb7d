//! `/report/-/nonresponse`: who did not answer, and what that may have done to the figures.
//!
//! Never says that there is no bias, only that none can be seen.

use super::effort::EstimateReport;
use super::labels::label;
use super::nonresponse::{self, ByReport, Nonresponse, ValueReport, WeightedReport};
use super::missing::{missing, unnamed};
use super::page::frame;
use super::setting::Setting;
use super::subpage::Subpage;
use super::trigger_words::value_words;
use super::wording::{Write, count, decimal, ends, interval, percent};
use crate::app::App;
use effortlet_columns::Dimension;
use crate::error::Error;
use crate::language::{Text, text};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use effortlet_core::score::Figure;
use maud::{Markup, html};

/// So many values are seen at once; the others are a press away.
const FIRST: usize = 8;

pub(super) async fn page(
    State(app): State<App>,
    setting: Setting,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let Some(it) = Subpage::of(&setting, "nonresponse", pairs) else { return unnamed(&app, &setting, "nonresponse").await };
    let filter = match it.queried.filter_or_mistakes() {
        Ok(filter) => filter,
        Err(mistakes) => return Ok((StatusCode::BAD_REQUEST, it.refused(&heading(&it), &mistakes)).into_response()),
    };
    let (of, named) = ([it.site.as_str(), it.survey.as_str()], it.queried.query.version.as_deref());
    let (shown, told) = match nonresponse::of(&app, of, named, &filter).await {
        Err(Error::UnknownSurvey | Error::UnknownVersion) => return missing(&app, &setting, of, named).await,
        told => told?,
    };
    let within = it.within(&shown);
    let main = html! {
        (heading(&it))
        (it.in_force_of(&shown))
        @match told.response_rate {
            Some(rate) => {
                (summary(&told, rate))
                @for by in told.by.iter().filter(|by| by.values.len() > 1) { (values(&within, by)) }
            },
            None => (unknown(&told)),
        }
    };
    Ok(frame(&setting, &text("silent-page").with("survey", &it.survey).to_string(), main).into_response())
}

fn heading(it: &Subpage) -> Markup {
    html! {
        div class="heading" {
            h1 { (text("silent-title")) }
            p class="soft" { (text("silent-more").markup("survey", html! { a href=(it.report(None)) dir="auto" { (it.survey) } })) }
        }
    }
}

fn unknown(told: &Nonresponse) -> Markup {
    html! {
        section class="card empty" {
            h2 { (text("silent-unknown")) }
            p class="soft" {
                (text("silent-unknown-more").number("n", told.answered).markup("setting", html! { code { "\"countShown\": false" } }))
            }
        }
    }
}

fn summary(told: &Nonresponse, rate: Figure) -> Markup {
    html! {
        section class="card" aria-label=(text("silent-weights")) {
            h2 { (share(rate)) }
            p { (text("silent-counts").number("shown", told.shown).number("answered", told.answered)) }
            table class="changes" {
                caption class="unseen" { (text("silent-caption")) }
                thead {
                    tr {
                        th scope="col" { span class="unseen" { (text("figure")) } }
                        @for it in ["silent-as-answered", "silent-weighted"] { th scope="col" { (text(it)) } }
                    }
                }
                tbody {
                    @if let Some(lost) = &told.lost { (row("silent-lost", lost, percent)) }
                    @if let Some(score) = &told.score { (row("score", score, decimal)) }
                }
            }
            @if let Some(lost) = &told.lost { p { (bias(lost)) } }
            p class="soft small" {
                (text("silent-note"))
                @if let Some([low, high]) = told.lost.as_ref().and_then(|it| it.bounds) {
                    " " (text("silent-bounds").with("low", percent(low, 0)).with("high", percent(high, 0)))
                }
            }
        }
    }
}

fn share(rate: Figure) -> Text {
    rate.estimate.map_or_else(|| text("silent-rate-few"), |it| text("silent-rate").with("share", percent(it.value, 0)))
}

fn row(name: &'static str, it: &WeightedReport, write: Write) -> Markup {
    let cell = |it: Option<EstimateReport>| html! {
        td {
            @match it {
                Some(it) => {
                    (write(it.value, 0)) span class="soft small interval" { (interval(ends(it.low, it.high, write))) }
                },
                None => span class="soft" { (text("too-few")) },
            }
        }
    };
    html! { tr { th scope="row" { (text(name)) } (cell(it.answered.estimate.map(EstimateReport::from))) (cell(it.weighted)) } }
}

/// A plain word on which way the answers lean.
fn bias(lost: &WeightedReport) -> Text {
    text(match lost.answered.estimate.zip(lost.weighted) {
        Some((raw, weighted)) if raw.value < weighted.low => {
            "silent-too-good"
        }
        Some((raw, weighted)) if raw.value > weighted.high => {
            "silent-too-bad"
        }
        Some(_) => "silent-no-bias",
        None => "silent-few",
    })
}

fn values(it: &Subpage, by: &ByReport) -> Markup {
    let (first, others) = by.values.split_at(FIRST.min(by.values.len()));
    let title = text("silent-by").by("by", by.dimension.name());
    html! {
        section class="card lost" aria-label=(title) {
            h2 { (title) }
            (table(it, by.dimension, first))
            @if !others.is_empty() {
                details {
                    summary { (text("silent-others").number("n", others.len() as u64)) }
                    (table(it, by.dimension, others))
                }
            }
        }
    }
}

/// Roles are said, since a narrow page makes blocks of what a table is made of.
fn table(it: &Subpage, dimension: Dimension, values: &[ValueReport]) -> Markup {
    html! {
        table role="table" class="ranks rates" {
            caption class="unseen" { (text("silent-by-caption")) }
            thead role="rowgroup" {
                tr role="row" {
                    th role="columnheader" scope="col" { (label(dimension.name())) }
                    th role="columnheader" scope="col" class="number" { (text("funnel-shown")) }
                    th role="columnheader" scope="col" class="number" { (text("silent-answered")) }
                }
            }
            tbody role="rowgroup" { @for value in values { (value_row(it, dimension, value)) } }
        }
    }
}

fn value_row(it: &Subpage, dimension: Dimension, value: &ValueReport) -> Markup {
    let at = |share: f64| format!("{:.2}%", share * 100.0);
    html! {
        tr role="row" {
            th role="rowheader" scope="row" {
                a href=(it.report(Some((dimension, &value.value)))) dir="auto" {
                    @match &value.title { Some(title) => (title), None => (value_words(dimension, &value.value)) }
                }
                @if let Some(rate) = value.response_rate.estimate {
                    svg class="cost" width="100%" height="12" aria-hidden="true" {
                        rect class="track" y="1" width="100%" height="10" rx="3" {}
                        rect class="easy" y="1" width=(at(rate.value)) height="10" rx="3" {}
                        rect class="reach" x=(at(rate.low)) y="5" width=(at(rate.high - rate.low)) height="2" {}
                    }
                }
            }
            td role="cell" class="number" {
                span class="small soft heading-of" aria-hidden="true" { (text("funnel-shown")) }
                strong { (count(value.shown)) }
            }
            td role="cell" class="number" {
                span class="small soft heading-of" aria-hidden="true" { (text("silent-answered")) }
                @if let Some(rate) = value.response_rate.estimate {
                    strong { (percent(rate.value, 0)) }
                    span class="small soft" { (interval(ends(rate.low, rate.high, percent))) }
                }
                span class="small soft" { (count(value.answered)) }
            }
        }
    }
}
