//! Figures for the eye: the score at large, the others beside it, the ratings behind them.
//!
//! Never shows a value without its interval and the number of answers.

use super::chart::{Line, bands, distribution, line};
use super::figures::{ScoreReport, VersionReport};
use super::words::{count, counted, decimal, percent, signed_percent};
use effortlet_core::score::{Figure, Method, SMALL_BELOW, SUPPRESSED_BELOW};
use effortlet_core::survey::EasyIs;
use maud::{Markup, html};

pub(super) fn hero(score: &ScoreReport) -> Markup {
    let points = f64::from(score.points);
    let label = match score.mean.estimate {
        Some(it) => format!(
            "{} on a scale from 1 to {}, between {} and {}",
            decimal(it.value), score.points, decimal(it.low), decimal(it.high)
        ),
        None => format!("no score yet on a scale from 1 to {}", score.points),
    };
    let ticks = (1..=score.points).map(|point| (f64::from(point), point.to_string())).collect();
    html! {
        div class="card hero" {
            h2 { "Customer Effort Score" }
            p class="big" {
                @match score.mean.estimate {
                    Some(it) => {
                        strong { (decimal(it.value)) } " "
                        span class="soft" { "of " (score.points) ", " (direction(score.easy_is)) }
                    },
                    None => {
                        strong class="none" { "Not yet" } " "
                        span class="soft" { "from 1 to " (score.points) ", " (direction(score.easy_is)) }
                    },
                }
            }
            div {
                (line(&Line { from: 1.0, to: points, ticks, label }, score.mean.estimate))
                (sure(&score.mean, "rating", "ratings", decimal))
            }
            @if let Some(points) = &score.distribution {
                div { (bands(points)) }
            }
        }
    }
}

/// How far a figure can be trusted, in words.
fn sure(figure: &Figure, one: &str, many: &str, write: fn(f64) -> String) -> Markup {
    let n = counted(figure.n, one, many);
    html! {
        @match figure.estimate {
            Some(it) => {
                p {
                    "95% interval " strong { (write(it.low)) " to " (write(it.high)) }
                    ", from " (n) "."
                }
                @if figure.is_small() {
                    p class="note" {
                        strong { "A rough idea. " }
                        "With fewer than " (SMALL_BELOW) " " (many) " the score may still move a lot."
                    }
                }
            },
            None => p class="note" {
                strong { (n) " so far. " }
                "The score appears from " (SUPPRESSED_BELOW) ", so that nobody can be told apart."
            },
        }
    }
}

pub(super) fn tiles(version: &VersionReport, score: &ScoreReport) -> Markup {
    html! {
        div class="tiles" {
            @if let Some(found) = &version.found_rate {
                (tile("Found it", "said yes, they found what they needed", found))
            }
            @if let Some(success) = &score.easy_success {
                (tile("Easy success", "found it, and found it easy", success))
            }
            (tile("Easy", "gave a rating in the easy band", &score.easy_share))
            (tile("Net effort", "easy less difficult", &score.net_effort))
        }
    }
}

pub(super) fn tile(name: &str, meaning: &str, figure: &Figure) -> Markup {
    let signed = figure.method == Method::AdjustedWald;
    let (from, write): (f64, fn(f64) -> String) =
        if signed { (-1.0, signed_percent) } else { (0.0, percent) };
    let ticks = if signed { vec![(0.0, String::new())] } else { Vec::new() };
    html! {
        div class="card tile" {
            h3 { (name) }
            @match figure.estimate {
                Some(it) => {
                    p class="figure" { (write(it.value)) }
                    (line(&Line { from, to: 1.0, ticks, label: format!("{name}: {}", write(it.value)) }, Some(it)))
                    p class="soft" { (meaning) }
                    p class="soft small" { 
                        (write(it.low)) " to " (write(it.high)) ", " (sample(figure.n))
                        @if figure.is_small() { ", rough" }
                    }
                },
                None => {
                    p class="figure none" aria-hidden="true" { "–" }
                    p class="soft" { (meaning) }
                    p class="soft small" { "too few answers, " (sample(figure.n)) }
                },
            }
        }
    }
}

/// `n = 171`, never broken over two lines.
fn sample(n: u64) -> Markup {
    html! { span class="unbroken" { "n = " (count(n)) } }
}

pub(super) fn ratings(score: &ScoreReport) -> Markup {
    let ends = match score.easy_is {
        EasyIs::High => ("difficult", "easy"),
        EasyIs::Low => ("easy", "difficult"),
    };
    html! {
        @if let Some(points) = &score.distribution {
            section class="card" {
                h2 { "How people rated" }
                (distribution(points, ends))
            }
        }
    }
}

pub(super) fn direction(easy_is: EasyIs) -> &'static str {
    match easy_is {
        EasyIs::High => "higher is easier",
        EasyIs::Low => "lower is easier",
    }
}
