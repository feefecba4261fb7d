//! Figures beside those that they are compared with: each with its difference and the interval of that.
//!
//! An arrow stands only where the interval excludes 0. Never compares people with themselves: where both
//! periods had to be widened into each other, it says so instead.

use super::comparison::{ChangeReport, ComparedSide, Comparison, Nothing, ScoreChangeReport};
use super::comparison_asked::Other;
use super::doubt::moved_to;
use super::wording::{self, Write, decimal, ends, interval, percent, rough_interval, signed_decimal, signed_percent, signed_points};
use crate::language::{Text, text};
use effortlet_core::score::Figure;
use effortlet_core::survey::EasyIs;
use maud::{Markup, html};

/// The headings of both columns with figures.
const BEFORE: [&str; 2] = ["now", "before"];
const ELSEWHERE: [&str; 2] = ["change-shown", "change-compared"];

pub(super) fn change(it: &Comparison, other: Option<&Other>) -> Markup {
    let heading = match other {
        None => text("change-title"),
        Some(Other { version: Some(_), .. }) => text("change-version").with("version", &it.with.version),
        Some(_) => text("change-days"),
    };
    let columns = if other.is_none() { BEFORE } else { ELSEWHERE };
    html! {
        section class="card" id="compared" {
            h2 dir="auto" { (heading) }
            @match it.nothing {
                Some(nothing) => p class="soft" { (said(nothing, other)) },
                None => (compared(it, columns)),
            }
        }
    }
}

fn said(nothing: Nothing, other: Option<&Other>) -> Text {
    text(match (nothing, other) {
        (_, None) => "change-none",
        (Nothing::TooFew, Some(_)) => "change-none-there",
        (Nothing::Overlap, Some(_)) => "change-overlap",
    })
}

fn compared(it: &Comparison, columns: [&'static str; 2]) -> Markup {
    html! {
        @for it in &it.asked_differently {
            p class="note" dir="auto" { (text("change-differently").with("now", &it.now).with("with", &it.with)) }
        }
        @for score in &it.scores { (table(score, it.found_rate.as_ref(), columns, it.scores.len() > 1)) }
        @if it.scores.is_empty() && let Some(found) = &it.found_rate { (found_alone(found, columns)) }
        (asking(it.response_rate.as_ref(), columns))
        (days(it))
    }
}

fn days(it: &Comparison) -> Markup {
    let days = |it: &ComparedSide| it.period.as_ref().map(|period| wording::days(&period.from, &period.to));
    html! {
        p class="soft small" dir="auto" {
            @match days(&it.now).zip(days(&it.with)) {
                Some((now, with)) => (text("change-periods").with("now", now).with("with", with)),
                None => (text("change-all-days").with("now", &it.now.version).with("with", &it.with.version)),
            }
        }
    }
}

/// Where others answer than before, a score moves without anybody having less effort.
fn asking(rate: Option<&ChangeReport>, columns: [&str; 2]) -> Markup {
    let estimates = rate.filter(|it| it.is_clear()).and_then(|it| Some((it.difference?, it.now.estimate?, it.with.estimate?)));
    let key = if columns == BEFORE { "change-asking" } else { "change-asking-there" };
    html! {
        @if let Some((difference, rate, earlier)) = estimates {
            p class="note" {
                (text(key).with("rate", percent(rate.value, 0)).with("earlier", percent(earlier.value, 0))
                    .with("difference", signed_points(difference.value, 0)))
            }
        }
    }
}

fn heading(columns: [&'static str; 2]) -> Markup {
    html! {
        thead {
            tr {
                th scope="col" { span class="unseen" { (text("figure")) } }
                @for it in columns.into_iter().chain(["difference"]) { th scope="col" { (text(it)) } }
            }
        }
    }
}

fn table(it: &ScoreChangeReport, found: Option<&ChangeReport>, columns: [&'static str; 2], several: bool) -> Markup {
    html! {
        table class="changes" {
            caption class=(if several { "small" } else { "unseen" }) { (text("change-caption").with("question", &it.question)) }
            (heading(columns))
            tbody {
                (row("score", &it.mean, decimal, signed_decimal, it.easy_is == EasyIs::High))
                (row("easy", &it.easy_share, percent, signed_points, true))
                (row("tile-net", &it.net_effort, signed_percent, signed_points, true))
                @if let Some(found) = found.filter(|_| !several) { (row("tile-found", found, percent, signed_points, true)) }
                @if let Some(success) = &it.easy_success { (row("easy-success", success, percent, signed_points, true)) }
            }
        }
    }
}

fn found_alone(it: &ChangeReport, columns: [&'static str; 2]) -> Markup {
    html! {
        table class="changes" {
            caption class="unseen" { (text("change-found-caption")) }
            (heading(columns))
            tbody { (row("tile-found", it, percent, signed_points, true)) }
        }
    }
}

fn row(name: &'static str, it: &ChangeReport, write: Write, signed: Write, more_is_better: bool) -> Markup {
    let value = |figure: &Figure| figure.estimate.map_or_else(|| "–".to_owned(), |it| write(it.value, 0));
    let is_small = it.now.is_small() || it.with.is_small();
    html! {
        tr {
            th scope="row" { (text(name)) }
            td { (value(&it.now)) }
            td { (value(&it.with)) }
            td {
                @match it.difference {
                    Some(difference) => {
                        @let moved = signed(difference.value, 0);
                        @if it.is_clear() {
                            (moved_to(difference.value > 0.0, (difference.value > 0.0) == more_is_better, moved))
                        } @else { (moved) " " span class="soft" { (text("no-clear-change")) } }
                        @let ends = ends(difference.low, difference.high, signed);
                        span class="soft small interval" { (if is_small { rough_interval(ends) } else { interval(ends) }) }
                    },
                    None => span class="soft" { (text("too-few")) },
                }
            }
        }
    }
}
