//! Figures beside those that they are compared with: each with its difference and the interval of that.
//!
//! An arrow stands only where the interval excludes 0. Never compares people with themselves: where both
//! periods had to be widened into each other, it says so instead.

use super::comparison::{ChangeReport, ComparedSide, Comparison, Nothing, ScoreChangeReport};
use super::comparison_asked::Other;
use super::wording::{Write, decimal, ends, on_day, percent, signed_decimal, signed_percent, signed_points};
use effortlet_core::score::Figure;
use effortlet_core::survey::EasyIs;
use maud::{Markup, html};

pub(super) fn change(it: &Comparison, other: Option<&Other>) -> Markup {
    let heading = match other {
        None => "Against the period before".to_owned(),
        Some(Other { version: Some(_), .. }) => format!("Compared with version {}", it.with.version),
        Some(_) => "Compared with other days".to_owned(),
    };
    let columns = if other.is_none() { ["Now", "Before"] } else { ["Shown", "Other"] };
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

fn said(nothing: Nothing, other: Option<&Other>) -> &'static str {
    match (nothing, other) {
        (_, None) => "Too few answered before these days, or nobody, so that there is nothing to compare with.",
        (Nothing::TooFew, Some(_)) => "Too few answered there, or nobody, so that there is nothing to compare with.",
        (Nothing::Overlap, Some(_)) => {
            "Few answered on these days, so they are counted with their neighbours, and both periods would have people in common."
        }
    }
}

fn compared(it: &Comparison, columns: [&str; 2]) -> Markup {
    html! {
        @for differently in &it.asked_differently {
            p class="note" dir="auto" {
                "Asked differently, so that nothing is subtracted. Here: " (differently.now) ". There: " (differently.with) "."
            }
        }
        @for score in &it.scores { (table(score, it.found_rate.as_ref(), columns, it.scores.len() > 1)) }
        @if it.scores.is_empty() && let Some(found) = &it.found_rate { (found_alone(found, columns)) }
        (asking(it.response_rate.as_ref(), columns))
        (days(it))
    }
}

fn days(it: &Comparison) -> Markup {
    let days = |it: &ComparedSide| it.period.as_ref().map(|period| format!("{} to {}", on_day(&period.from), on_day(&period.to)));
    html! {
        p class="soft small" dir="auto" {
            @match days(&it.now).zip(days(&it.with)) {
                Some((now, with)) => { (now) ", against " (with) "; days of UTC. Each difference with its 95% interval." },
                None => { "All days of version " (it.now.version) ", against all of version " (it.with.version) ". Each difference with its 95% interval." },
            }
        }
    }
}

/// Where others answer than before, a score moves without anybody having less effort.
fn asking(rate: Option<&ChangeReport>, [_, with]: [&str; 2]) -> Markup {
    let estimates = rate.filter(|it| it.is_clear()).and_then(|it| Some((it.difference?, it.now.estimate?, it.with.estimate?)));
    let word = if with == "Before" { "before" } else { "there" };
    html! {
        @if let Some((difference, rate, earlier)) = estimates {
            p class="note" {
                "The asking has changed too: " (percent(rate.value, 0)) " of those who were shown the survey answered, "
                (percent(earlier.value, 0)) " " (word) " (" (signed_points(difference.value, 0)) "). A part of what moved above may be that others answered."
            }
        }
    }
}

fn heading([now, with]: [&str; 2]) -> Markup {
    html! {
        thead { tr { th scope="col" { span class="unseen" { "Figure" } } th scope="col" { (now) } th scope="col" { (with) } th scope="col" { "Difference" } } }
    }
}

fn table(it: &ScoreChangeReport, found: Option<&ChangeReport>, columns: [&str; 2], several: bool) -> Markup {
    html! {
        table class="changes" {
            caption class=(if several { "small" } else { "unseen" }) { "Figures of " (it.question) " now and before" }
            (heading(columns))
            tbody {
                (row("Score", &it.mean, decimal, signed_decimal, it.easy_is == EasyIs::High))
                (row("Easy", &it.easy_share, percent, signed_points, true))
                (row("Net effort", &it.net_effort, signed_percent, signed_points, true))
                @if let Some(found) = found.filter(|_| !several) { (row("Found it", found, percent, signed_points, true)) }
                @if let Some(success) = &it.easy_success { (row("Easy success", success, percent, signed_points, true)) }
            }
        }
    }
}

fn found_alone(it: &ChangeReport, columns: [&str; 2]) -> Markup {
    html! {
        table class="changes" {
            caption class="unseen" { "Who found it now and before" }
            (heading(columns))
            tbody { (row("Found it", it, percent, signed_points, true)) }
        }
    }
}

fn row(name: &str, it: &ChangeReport, write: Write, signed: Write, more_is_better: bool) -> Markup {
    let value = |figure: &Figure| figure.estimate.map_or_else(|| "–".to_owned(), |it| write(it.value, 0));
    html! {
        tr {
            th scope="row" { (name) }
            td { (value(&it.now)) }
            td { (value(&it.with)) }
            td {
                @match it.difference {
                    Some(difference) => {
                        @if it.is_clear() {
                            @let is_better = (difference.value > 0.0) == more_is_better;
                            strong class=(if is_better { "better" } else { "worse" }) {
                                span aria-hidden="true" { (if difference.value > 0.0 { "▲ " } else { "▼ " }) }
                                (signed(difference.value, 0)) " " (if is_better { "better" } else { "worse" })
                            }
                        } @else { (signed(difference.value, 0)) " " span class="soft" { "no clear change" } }
                        @let [low, high] = ends(difference.low, difference.high, signed);
                        span class="soft small interval" {
                            (low) " to " (high) @if it.now.is_small() || it.with.is_small() { ", rough" }
                        }
                    },
                    None => span class="soft" { "too few answers" },
                }
            }
        }
    }
}
