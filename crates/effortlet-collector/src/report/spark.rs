//! A score by week with its intervals, small enough to stand in a list.

use super::home::{Headline, Scale};
use super::wording::decimal;
use crate::language::text;
use maud::{Markup, html};

/// In pixels.
const TOP: f64 = 5.0;
const HEIGHT: f64 = 36.0;

/// In points of the scale: less would make much of little.
const LEAST_SPAN: f64 = 1.5;

/// Nothing where fewer than two weeks may be told.
pub(super) fn spark(it: &Headline) -> Markup {
    let (Scale::Points(points, _), [first, .., last]) = (it.scale, it.weeks.as_slice()) else { return html! {} };
    let label = text("home-spark").with("first", decimal(first.1.value, 0)).with("last", decimal(last.1.value, 0)).number("points", points.into());
    let days = f64::from((it.days.1 - it.days.0).max(1));
    let across = |(from, to): (i32, i32)| format!("{:.2}%", 2.0 + 96.0 * (f64::from(from).midpoint(f64::from(to)) - f64::from(it.days.0)) / days);
    let (bottom, top) = span(it);
    let up = |value: f64| format!("{:.1}", TOP + (top - value) / (top - bottom) * HEIGHT);
    html! {
        svg class="trend spark" role="img" aria-label=(label) width="100%" height=(TOP * 2.0 + HEIGHT) {
            line class="grid" x1="0" x2="100%" y1=(TOP + HEIGHT) y2=(TOP + HEIGHT) {}
            @for (week, estimate) in &it.weeks { line class="reach" x1=(across(*week)) x2=(across(*week)) y1=(up(estimate.low)) y2=(up(estimate.high)) {} }
            @for pair in it.weeks.windows(2) {
                @if let [(one, from), (other, to)] = pair {
                    line class="way" x1=(across(*one)) y1=(up(from.value)) x2=(across(*other)) y2=(up(to.value)) {}
                }
            }
            @for (week, estimate) in &it.weeks { circle class="point" cx=(across(*week)) cy=(up(estimate.value)) r="2.5" {} }
        }
    }
}

/// From the lowest to the highest end of the intervals.
fn span(it: &Headline) -> (f64, f64) {
    let low = it.weeks.iter().map(|(_, estimate)| estimate.low).fold(f64::INFINITY, f64::min);
    let high = it.weeks.iter().map(|(_, estimate)| estimate.high).fold(f64::NEG_INFINITY, f64::max);
    let more = (LEAST_SPAN - (high - low)).max(0.0) / 2.0;
    (low - more, high + more)
}
