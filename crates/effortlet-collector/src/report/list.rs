//! The page that lists every survey with responses.

use super::apart::{kept_apart, without_definition};
use super::doubt::moved_to;
use super::home::{DAYS, Headline, Home, Scale};
use super::page::{how_answers_arrive, live_frame};
use super::score::direction;
use super::setting::Setting;
use super::spark::spark;
use super::survey;
use super::wording::{Write, address, decimal, ends, in_address, percent, signed_decimal, signed_points, time};
use crate::catalog::DEFAULT_SITE;
use crate::language::{Text, text};
use crate::store::{Apart, Totals};
use axum::response::IntoResponse;
use effortlet_core::score::Estimate;
use effortlet_core::survey::EasyIs;
use maud::{Markup, html};

pub(super) fn page(setting: &Setting, homes: &[Home], apart: &Apart, has_definitions: bool, number: i64) -> impl IntoResponse + use<> {
    let main = html! {
        @if !has_definitions { (without_definition()) }
        @if homes.is_empty() { (empty(setting)) } @else { (list(setting, homes)) }
        (kept_apart(apart))
    };
    live_frame(setting, &text("home-title").to_string(), main, number)
}

fn list(setting: &Setting, homes: &[Home]) -> Markup {
    html! {
        h1 { (text("home-title")) }
        ul class="surveys" {
            @for Home { totals: it, headline, newer } in homes {
                li class="card" {
                    div {
                        a class="name" href={ (setting.root()) (address(&it.site, &it.survey)) } { (it.survey) }
                        @if it.site != DEFAULT_SITE { " " span class="tag" { (it.site) } }
                    }
                    @if let Some(it) = headline { (known(it)) }
                    @if let Some(newer) = newer {
                        @let link = [setting.root(), &address(&it.site, &it.survey), "?version=", &in_address(&newer.version)].concat();
                        (survey::newer(newer, &link, "survey-newer"))
                    }
                    p class="soft small last" { (answered(it.totals).markup("last", time(&it.latest.rfc3339()))) }
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
        @if let Some(asked) = &it.asked { p class="asked" dir="auto" { (text("quoted").with("text", asked)) } }
        @match it.figure.estimate {
            Some(estimate) => {
                p class="headline" {
                    strong { (write(estimate.value, 0)) } " "
                    span class="soft" {
                        @match it.scale {
                            Scale::Points(points, easy_is) => (text("home-score").by("easy", direction(easy_is)).number("points", points.into())),
                            Scale::Share => (text("home-said-yes")),
                        }
                    }
                }
                @let [low, high] = ends(estimate.low, estimate.high, write);
                p class="soft small" { (text(if it.figure.is_small() { "home-interval-rough" } else { "home-interval" }).with("low", low).with("high", high)) }
                (spark(it))
                p class="small" { (moved(it)) }
            },
            None => p class="soft" { (text("home-few")) },
        }
    }
}

/// An arrow stands only where there is no doubt that it moved.
fn moved(it: &Headline) -> Markup {
    let days = |key| text(key).number("days", DAYS.unsigned_abs().into());
    let Some(change) = it.change else {
        return html! { span class="soft" { (days("home-no-comparison")) } };
    };
    if !change.excludes_zero() {
        return html! { span class="soft" { (days("home-no-change")) } };
    }
    let change_in_words = if it.scale == Scale::Share { signed_points(change.value, 0) } else { signed_decimal(change.value, 0) };
    html! {
        (moved_to(change.value > 0.0, is_better(it.scale, change), change_in_words))
        " " span class="soft" { (days("home-than")) }
    }
}

fn is_better(scale: Scale, change: Estimate) -> bool {
    let more_is_better = !matches!(scale, Scale::Points(_, EasyIs::Low));
    (change.value > 0.0) == more_is_better
}

/// Of whom the nudge was shown to, where that is known of those who did nothing too.
fn answered(totals: Totals) -> Text {
    let shown = totals.shown + totals.all();
    if totals.shown > 0 {
        let share = percent(totals.answered() as f64 / shown as f64, 0);
        return text("home-answered-of").number("answered", totals.answered()).number("shown", shown).with("share", share);
    }
    match totals.dismissed {
        0 => text("home-answered").number("n", totals.answered()),
        closed => text("home-answered-and-closed").number("n", totals.answered()).number("closed", closed),
    }
}

fn empty(setting: &Setting) -> Markup {
    html! {
        section class="card empty" {
            h1 { (text("home-empty")) }
            p { (text("home-empty-more")) }
            (how_answers_arrive(setting))
        }
    }
}
