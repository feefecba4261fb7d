//! The figures beside the score, each on a tile of its own.
//!
//! Never shows a value without its interval and the number of answers.

use super::chart::{Line, line};
use super::figures::{ScoreReport, VersionReport};
use crate::language::text;
use super::wording::{Write, count, ends, percent, signed_percent};
use effortlet_core::score::{Figure, Method, SUPPRESSED_BELOW};
use maud::{Markup, html};

pub(super) fn tiles(version: &VersionReport, score: &ScoreReport) -> Markup {
    html! {
        div class="tiles" {
            @if let Some(found) = &version.found_rate {
                (tile("tile-found", "tile-found-more", found))
            }
            @if let Some(success) = &score.easy_success {
                (tile("easy-success", "tile-success-more", success))
            }
            (tile("easy", "tile-easy-more", &score.easy_share))
            (tile("tile-net", "tile-net-more", &score.net_effort))
        }
    }
}

pub(super) fn tile(name: &'static str, meaning: &'static str, figure: &Figure) -> Markup {
    let (name, meaning) = (text(name).to_string(), text(meaning));
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
                    (line(&Line { from, to: 1.0, ticks, label: text("tile-label").with("name", &name).with("value", write(it.value, 0)).to_string() }, Some(it)))
                    p class="soft" { (meaning) }
                    @let [low, high] = ends(it.low, it.high, write);
                    p class="soft small" {
                        (text(if figure.is_small() { "tile-interval-rough" } else { "tile-interval" })
                            .with("low", low).with("high", high).markup("sample", sample(figure.n)))
                    }
                },
                None => {
                    p class="figure none" aria-hidden="true" { "–" }
                    p class="soft" { (meaning) }
                    @let why = if figure.n < SUPPRESSED_BELOW { "tile-few" } else { "tile-withheld" };
                    p class="soft small" { (text(why).markup("sample", sample(figure.n))) }
                },
            }
        }
    }
}

/// `n = 171`, never broken over two lines.
fn sample(n: u64) -> Markup {
    html! { span class="unbroken" { "n = " (count(n)) } }
}
