//! The page that lists every survey with responses.

use super::page::{frame, how_answers_arrive};
use super::apart::{kept_apart, without_definition};
use super::setting::Setting;
use super::wording::{address, count, moment};
use crate::catalog::DEFAULT_SITE;
use crate::store::{Apart, SurveyTotals};
use axum::response::IntoResponse;
use maud::{Markup, html};

pub(super) fn page(setting: &Setting, surveys: &[SurveyTotals], apart: &Apart, has_definitions: bool) -> impl IntoResponse + use<> {
    let main = html! {
        @if !has_definitions { (without_definition()) }
        @if surveys.is_empty() { (empty()) } @else { (list(setting, surveys)) }
        (kept_apart(apart))
    };
    frame(setting, "Surveys", main)
}

fn list(setting: &Setting, surveys: &[SurveyTotals]) -> Markup {
    html! {
        h1 { "Surveys" }
        ul class="surveys" {
            @for it in surveys {
                li class="card" {
                    a class="name" href={ (setting.root()) (address(&it.site, &it.survey)) } { (it.survey) }
                    @if it.site != DEFAULT_SITE { " " span class="tag" { (it.site) } }
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
