//! `/report/-/nonresponse`: who did not answer, and what that may have done to the figures.
//!
//! Never says that there is no bias, only that none can be seen.

use super::effort::EstimateReport;
use super::filters::label;
use super::nonresponse::{self, ByReport, Nonresponse, ValueReport, WeightedReport};
use super::page::frame;
use super::setting::Setting;
use super::subpage::Subpage;
use super::survey::nothing_yet;
use super::trigger_words::value_words;
use super::wording::{Write, count, counted, decimal, ends, percent};
use crate::app::App;
use crate::columns::Dimension;
use crate::error::Error;
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
    let it = Subpage::of(&setting, "nonresponse", pairs).ok_or(Error::UnknownSurvey)?;
    let filter = match it.queried.filter_or_mistakes() {
        Ok(filter) => filter,
        Err(mistakes) => return Ok((StatusCode::BAD_REQUEST, it.refused(&heading(&it), &mistakes)).into_response()),
    };
    let told = nonresponse::of(&app, [&it.site, &it.survey], it.queried.query.version.as_deref(), &filter).await?;
    let Some((_, told)) = told else {
        return Ok((StatusCode::NOT_FOUND, nothing_yet(&setting, &it.survey)).into_response());
    };
    let main = html! {
        (heading(&it))
        (it.in_force())
        @match told.response_rate {
            Some(rate) => {
                (summary(&told, rate))
                @for by in told.by.iter().filter(|by| by.values.len() > 1) { (values(&it, by)) }
            },
            None => (unknown(&told)),
        }
    };
    Ok(frame(&setting, &format!("Who did not answer? · {}", it.survey), main).into_response())
}

fn heading(it: &Subpage) -> Markup {
    html! {
        div class="heading" {
            h1 { "Who did not answer?" }
            p class="soft" { "Those who were shown " a href=(it.report(None)) dir="auto" { (it.survey) } ", beside those who answered." }
        }
    }
}

fn unknown(told: &Nonresponse) -> Markup {
    html! {
        section class="card empty" {
            h2 { "Nobody knows who was shown it" }
            p class="soft" {
                (counted(told.answered, "person has answered.", "people have answered."))
                " That the survey was shown has not been told so far, or its definition says " code { "\"countShown\": false" }
                ", so that there is no response rate."
            }
        }
    }
}

fn summary(told: &Nonresponse, rate: Figure) -> Markup {
    html! {
        section class="card" aria-label="Figures with and without weights" {
            h2 { (share(rate)) " answered" }
            p { (counted(told.shown, "person was", "people were")) " shown the survey, " (count(told.answered)) " answered." }
            table class="changes" {
                caption class="unseen" { "Figures as answered, and weighted to all who were shown the survey" }
                thead { tr { th scope="col" { span class="unseen" { "Figure" } } th scope="col" { "As answered" } th scope="col" { "Weighted" } } }
                tbody {
                    @if let Some(lost) = &told.lost { (row("Lost", lost, percent)) }
                    @if let Some(score) = &told.score { (row("Score", score, decimal)) }
                }
            }
            @if let Some(lost) = &told.lost { p { (bias(lost)) } }
            p class="soft small" {
                "“Lost” is the share of visitors who did not find what they were looking for, or did not find it easy. “Weighted” is what "
                "both would be had people of every article, trigger, device and language answered equally often. Nobody can see whether "
                "those who kept silent were like those of their kind who answered."
                @if let Some([low, high]) = told.lost.as_ref().and_then(|it| it.bounds) {
                    " Whatever they would have said, between " (percent(low, 0)) " and " (percent(high, 0)) " of all were lost."
                }
            }
        }
    }
}

fn share(rate: Figure) -> String {
    rate.estimate.map_or_else(|| "Too few".to_owned(), |it| percent(it.value, 0))
}

fn row(name: &str, it: &WeightedReport, write: Write) -> Markup {
    let cell = |it: Option<EstimateReport>| html! {
        td {
            @match it {
                Some(it) => {
                    @let [low, high] = ends(it.low, it.high, write);
                    (write(it.value, 0)) span class="soft small interval" { (low) " to " (high) }
                },
                None => span class="soft" { "too few answers" },
            }
        }
    };
    html! { tr { th scope="row" { (name) } (cell(it.answered.estimate.map(EstimateReport::from))) (cell(it.weighted)) } }
}

/// A plain word on which way the answers lean.
fn bias(lost: &WeightedReport) -> &'static str {
    match lost.answered.estimate.zip(lost.weighted) {
        Some((raw, weighted)) if raw.value < weighted.low => {
            "The figures look better than they are: where more visitors are lost, fewer answer."
        }
        Some((raw, weighted)) if raw.value > weighted.high => {
            "The figures look worse than they are: where more visitors are lost, more answer."
        }
        Some(_) => "By article, trigger, device and language no bias can be seen.",
        None => "Too few have answered to see a bias.",
    }
}

fn values(it: &Subpage, by: &ByReport) -> Markup {
    let (first, others) = by.values.split_at(FIRST.min(by.values.len()));
    let title = format!("Response rate by {}", label(by.dimension).to_lowercase());
    html! {
        section class="card lost" aria-label=(title) {
            h2 { (title) }
            (table(it, by.dimension, first))
            @if !others.is_empty() {
                details {
                    summary { (count(others.len() as u64)) " more" }
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
            caption class="unseen" { "How many of those who were shown the survey answered" }
            thead role="rowgroup" {
                tr role="row" {
                    th role="columnheader" scope="col" { (label(dimension)) }
                    th role="columnheader" scope="col" class="number" { "Shown" }
                    th role="columnheader" scope="col" class="number" { "Answered" }
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
                a href=(it.report(Some((dimension, &value.value)))) dir="auto" { (value_words(dimension, &value.value)) }
                @if let Some(rate) = value.response_rate.estimate {
                    svg class="cost" width="100%" height="12" aria-hidden="true" {
                        rect class="track" y="1" width="100%" height="10" rx="3" {}
                        rect class="easy" y="1" width=(at(rate.value)) height="10" rx="3" {}
                        rect class="reach" x=(at(rate.low)) y="5" width=(at(rate.high - rate.low)) height="2" {}
                    }
                }
            }
            td role="cell" class="number" {
                span class="small soft heading-of" aria-hidden="true" { "Shown" }
                strong { (count(value.shown)) }
            }
            td role="cell" class="number" {
                span class="small soft heading-of" aria-hidden="true" { "Answered" }
                @if let Some(rate) = value.response_rate.estimate {
                    @let [low, high] = ends(rate.low, rate.high, percent);
                    strong { (percent(rate.value, 0)) }
                    span class="small soft" { (low) " to " (high) }
                }
                span class="small soft" { (count(value.answered)) }
            }
        }
    }
}
