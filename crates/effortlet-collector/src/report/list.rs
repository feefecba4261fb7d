//! The page that lists every survey with responses.

use super::page::{frame, how_answers_arrive};
use super::wording::{count, in_address, moment};
use crate::store::SurveyTotals;
use axum::response::IntoResponse;
use maud::{Markup, html};

pub(super) fn page(surveys: &[SurveyTotals]) -> impl IntoResponse + use<> {
    let main = if surveys.is_empty() { empty() } else { list(surveys) };
    frame("Surveys", main)
}

fn list(surveys: &[SurveyTotals]) -> Markup {
    html! {
        h1 { "Surveys" }
        ul class="surveys" {
            @for it in surveys {
                li class="card" {
                    a class="name" href={ "/report/" (in_address(&it.survey)) } { (it.survey) }
                    p class="soft small" {
                        "Last response "
                        time datetime=(it.latest.rfc3339()) { (moment(&it.latest.rfc3339())) }
                    }
                    dl class="counts" {
                        div { dt { "Answered" } dd { (count(it.totals.answered())) } }
                        div { dt { "Dismissed" } dd { (count(it.totals.dismissed)) } }
                    }
                }
            }
        }
    }
}

fn empty() -> Markup {
    html! {
        section class="card empty" {
            h1 { "No answers yet" }
            p { "This collector is running and ready. Reports appear here as soon as the first answer arrives." }
            (how_answers_arrive())
        }
    }
}
