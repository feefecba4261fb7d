//! The page that lists every survey with responses.

use super::apart::{kept_apart, without_definition};
use super::home::{DAYS, Headline, Home, Scale};
use super::page::{how_answers_arrive, live_frame};
use super::score::direction;
use super::setting::Setting;
use super::spark::spark;
use super::wording::{Write, address, count, counted, decimal, ends, moment, percent, signed_decimal, signed_points};
use crate::catalog::DEFAULT_SITE;
use crate::store::{Apart, Totals};
use axum::response::IntoResponse;
use effortlet_core::score::Estimate;
use effortlet_core::survey::EasyIs;
use maud::{Markup, html};

pub(super) fn page(setting: &Setting, homes: &[Home], apart: &Apart, has_definitions: bool, number: i64) -> impl IntoResponse + use<> {
    let main = html! {
        @if !has_definitions { (without_definition()) }
        @if homes.is_empty() { (empty()) } @else { (list(setting, homes)) }
        (kept_apart(apart))
    };
    live_frame(setting, "Surveys", main, number)
}

fn list(setting: &Setting, homes: &[Home]) -> Markup {
    html! {
        h1 { "Surveys" }
        ul class="surveys" {
            @for Home { totals: it, headline } in homes {
                li class="card" {
                    div {
                        a class="name" href={ (setting.root()) (address(&it.site, &it.survey)) } { (it.survey) }
                        @if it.site != DEFAULT_SITE { " " span class="tag" { (it.site) } }
                    }
                    @if let Some(it) = headline { (known(it)) }
                    p class="soft small last" {
                        (answered(it.totals))
                        ", last asked "
                        time datetime=(it.latest.rfc3339()) { (moment(&it.latest.rfc3339())) }
                    }
                }
            }
        }
    }
}

fn known(it: &Headline) -> Markup {
    let write: Write = match it.scale {
        Scale::Points(..) => decimal,
        Scale::Share => percent,
    };
    html! {
        @if let Some(asked) = &it.asked { p class="asked" dir="auto" { "“" (asked) "”" } }
        @match it.figure.estimate {
            Some(estimate) => {
                p class="headline" {
                    strong { (write(estimate.value, 0)) } " "
                    span class="soft" {
                        @match it.scale {
                            Scale::Points(points, easy_is) => { "of " (points) ", " (direction(easy_is)) },
                            Scale::Share => "said yes",
                        }
                    }
                }
                @let [low, high] = ends(estimate.low, estimate.high, write);
                p class="soft small" { "95% interval " (low) " to " (high) @if it.figure.is_small() { ", rough" } }
                (spark(it))
                p class="small" { (moved(it)) }
            },
            None => p class="soft" { "Fewer than five have answered; the score is shown from the fifth on." },
        }
    }
}

/// An arrow stands only where there is no doubt that it moved.
fn moved(it: &Headline) -> Markup {
    let Some(change) = it.change else {
        return html! { span class="soft" { "Too few answers to compare the last " (DAYS) " days with those before." } };
    };
    if !change.excludes_zero() {
        return html! { span class="soft" { "No clear change against the " (DAYS) " days before." } };
    }
    let is_better = is_better(it.scale, change);
    html! {
        strong class=(if is_better { "better" } else { "worse" }) {
            span aria-hidden="true" { (if change.value > 0.0 { "▲ " } else { "▼ " }) }
            (if it.scale == Scale::Share { signed_points(change.value, 0) } else { signed_decimal(change.value, 0) })
            " " (if is_better { "better" } else { "worse" })
        }
        span class="soft" { " than in the " (DAYS) " days before" }
    }
}

fn is_better(scale: Scale, change: Estimate) -> bool {
    let more_is_better = !matches!(scale, Scale::Points(_, EasyIs::Low));
    (change.value > 0.0) == more_is_better
}

/// Of whom the nudge was shown to, where that is known of those who did nothing too.
fn answered(totals: Totals) -> Markup {
    let shown = totals.shown + totals.all();
    html! {
        @if totals.shown > 0 {
            (count(totals.answered())) " of " (count(shown)) " who were asked answered (" (percent(totals.answered() as f64 / shown as f64, 0)) ")"
        } @else {
            (counted(totals.answered(), "answer", "answers"))
            @if totals.dismissed > 0 { ", " (count(totals.dismissed)) " closed it" }
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
