//! The score at large. Never shows it without its interval and the number of ratings.

use super::chart::{Line, bands, line};
use super::doubt::{rough_idea, too_few};
use super::figures::ScoreReport;
use super::wording::{counted, decimal, ends};
use effortlet_core::score::Figure;
use effortlet_core::survey::EasyIs;
use maud::{Markup, html};

pub(super) fn score_card(score: &ScoreReport) -> Markup {
    let points = f64::from(score.points);
    let label = match score.mean.estimate {
        Some(it) => {
            let [low, high] = ends(it.low, it.high, decimal);
            format!("{} on a scale from 1 to {}, between {low} and {high}", decimal(it.value, 0), score.points)
        }
        None => format!("no score yet on a scale from 1 to {}", score.points),
    };
    let ticks = (1..=score.points).map(|point| (f64::from(point), point.to_string())).collect();
    html! {
        div class="card hero" {
            h2 { "Customer Effort Score" }
            p class="big" {
                @match score.mean.estimate {
                    Some(it) => {
                        strong { (decimal(it.value, 0)) } " "
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
    let ratings = counted(mean.n, "rating", "ratings");
    html! {
        @match mean.estimate {
            Some(it) => {
                @let [low, high] = ends(it.low, it.high, decimal);
                p { "95% interval " strong { (low) " to " (high) } ", from " (ratings) "." }
                @if mean.is_small() { (rough_idea("ratings", "the score")) }
            },
            None => (too_few(&ratings, "The score")),
        }
    }
}

pub(super) fn direction(easy_is: EasyIs) -> &'static str {
    match easy_is {
        EasyIs::High => "higher is easier",
        EasyIs::Low => "lower is easier",
    }
}
