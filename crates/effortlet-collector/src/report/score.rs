//! The score at large. Never shows it without its interval and the number of ratings.

use super::chart::{Line, bands, line};
use super::doubt::{rough_idea, too_few};
use super::figures::ScoreReport;
use super::wording::{decimal, ends, interval};
use crate::language::text;
use effortlet_core::score::Figure;
use effortlet_core::survey::EasyIs;
use maud::{Markup, html};

pub(super) fn score_card(score: &ScoreReport) -> Markup {
    let points = f64::from(score.points);
    let label = match score.mean.estimate {
        Some(it) => {
            let [low, high] = ends(it.low, it.high, decimal);
            text("score-label").with("score", decimal(it.value, 0)).number("points", score.points.into()).with("low", low).with("high", high)
        }
        None => text("score-label-none").number("points", score.points.into()),
    };
    let label = label.to_string();
    let scale = |key| text(key).by("easy", direction(score.easy_is)).number("points", score.points.into());
    let ticks = (1..=score.points).map(|point| (f64::from(point), point.to_string())).collect();
    html! {
        div class="card hero" {
            h2 { (text("score-title")) }
            p class="big" {
                @match score.mean.estimate {
                    Some(it) => {
                        strong { (decimal(it.value, 0)) } " "
                        span class="soft" { (scale("home-score")) }
                    },
                    None => {
                        strong class="none" { (text("score-not-yet")) } " "
                        span class="soft" { (scale("score-not-yet-scale")) }
                    },
                }
            }
            div {
                (line(&Line { from: 1.0, to: points, ticks, label }, score.mean.estimate))
                (certainty(&score.mean))
            }
            @if let Some(points) = &score.distribution {
                div { (bands(points)) }
            }
        }
    }
}

/// How far the score can be trusted.
fn certainty(mean: &Figure) -> Markup {
    html! {
        @match mean.estimate {
            Some(it) => {
                @let ends = html! { strong { (interval(ends(it.low, it.high, decimal))) } };
                p { (text("score-interval").number("n", mean.n).markup("interval", ends)) }
                @if mean.is_small() { (rough_idea("doubt-rough-score")) }
            },
            None => (too_few(&text("doubt-ratings").number("n", mean.n), "doubt-score-from")),
        }
    }
}

/// As texts choose by it.
pub(super) fn direction(easy_is: EasyIs) -> &'static str {
    match easy_is {
        EasyIs::High => "high",
        EasyIs::Low => "low",
    }
}
