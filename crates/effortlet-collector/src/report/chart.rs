//! Charts as plain SVG. Sizes are attributes, since the page's policy forbids inline styles.

use super::figures::PointReport;
use super::whole::percents;
use super::wording::whole_percent;
use crate::language::text;
use effortlet_core::score::Estimate;
use maud::{Markup, html};

/// A value and its interval on a line from `from` to `to`.
pub(super) struct Line {
    pub(super) from: f64,
    pub(super) to: f64,
    /// What is written below the line, each at its place.
    pub(super) ticks: Vec<(f64, String)>,
    /// What it shows, for those who cannot see it.
    pub(super) label: String,
}

pub(super) fn line(line: &Line, estimate: Option<Estimate>) -> Markup {
    let place = |value: f64| (value - line.from) / (line.to - line.from) * 100.0;
    let at = |value: f64| format!("{:.2}%", place(value));
    html! {
        svg class="line" role="img" aria-label=(line.label) width="100%" height="44" {
            rect class="track" x="0" y="9" width="100%" height="6" rx="3" {}
            @for (value, _) in &line.ticks {
                circle class="tick" cx=(at(*value)) cy="12" r="1.5" {}
            }
            @if let Some(it) = estimate {
                rect class="interval" x=(at(it.low)) y="6" height="12" rx="6"
                    width=(format!("{:.2}%", (place(it.high) - place(it.low)).max(0.5))) {}
                circle class="value" cx=(at(it.value)) cy="12" r="8" {}
            }
            @for (value, text) in &line.ticks {
                text x=(at(*value)) y="40" text-anchor=(anchor(place(*value))) { (text) }
            }
        }
    }
}

/// Texts at the ends stay within the line.
pub(super) fn anchor(place: f64) -> &'static str {
    match place {
        p if p < 1.0 => "start",
        p if p > 99.0 => "end",
        _ => "middle",
    }
}

/// The three bands side by side, each as wide as its share.
pub(super) fn bands(points: &[PointReport]) -> Markup {
    let inside = |band: &str| points.iter().filter(|it| it.band == band).map(|it| it.count).sum::<u64>();
    let names = ["difficult", "neutral", "easy"];
    let counts = names.map(inside);
    let total = counts.iter().sum::<u64>().max(1) as f64;
    let mut from = 0.0;
    let placed = names.into_iter().zip(counts).map(|(band, count)| {
        let (start, share) = (from, count as f64 / total);
        from += share;
        (band, start, share)
    });
    html! {
        svg class="bands" width="100%" height="12" aria-hidden="true" {
            @for (band, start, share) in placed {
                rect class=(band) x=(format!("{:.2}%", start * 100.0)) width=(format!("{:.2}%", share * 100.0)) height="12" {}
            }
        }
        ul class="legend" {
            @for (band, percent) in names.into_iter().zip(percents(&counts)) {
                li class=(band) {
                    span class="swatch" aria-hidden="true" {}
                    (text("score-band").markup("band", html! { (text("band").by("band", band)) }).markup("share", html! { strong { (whole_percent(percent)) } }))
                }
            }
        }
    }
}
