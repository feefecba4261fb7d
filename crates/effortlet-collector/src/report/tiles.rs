//! The figures beside the score, each on a tile of its own.
//!
//! Never shows a value without its interval and the number of answers.

use super::chart::{Line, line};
use super::figures::{ScoreReport, VersionReport};
use super::wording::{Write, count, ends, percent, signed_percent};
use effortlet_core::score::{Figure, Method};
use maud::{Markup, html};

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
    let (from, write): (f64, Write) =
        if signed { (-1.0, signed_percent) } else { (0.0, percent) };
    let ticks = if signed { vec![(0.0, String::new())] } else { Vec::new() };
    html! {
        div class="card tile" {
            h3 { (name) }
            @match figure.estimate {
                Some(it) => {
                    p class="figure" { (write(it.value, 0)) }
                    (line(&Line { from, to: 1.0, ticks, label: format!("{name}: {}", write(it.value, 0)) }, Some(it)))
                    p class="soft" { (meaning) }
                    @let [low, high] = ends(it.low, it.high, write);
                    p class="soft small" {
                        (low) " to " (high) ", " (sample(figure.n))
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
