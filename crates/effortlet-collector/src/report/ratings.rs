//! The ratings behind a score: how often each point was chosen.

use super::bar_table::{Row, bar_table};
use super::figures::{PointReport, ScoreReport};
use super::wording::percent;
use effortlet_core::survey::EasyIs;
use maud::{Markup, html};

pub(super) fn ratings(score: &ScoreReport) -> Markup {
    let ends = match score.easy_is {
        EasyIs::High => ("difficult", "easy"),
        EasyIs::Low => ("easy", "difficult"),
    };
    html! {
        @if let Some(points) = &score.distribution {
            section class="card" {
                h2 { "How people rated" }
                (bar_table("distribution", "How often each point was chosen", "Rating", &rows(points, ends)))
            }
        }
    }
}

/// One row a point, its bar as long as it was chosen often; the ends are named at the first and last.
fn rows(points: &[PointReport], ends: (&str, &str)) -> Vec<Row> {
    let total: u64 = points.iter().map(|it| it.count).sum();
    let most = points.iter().map(|it| it.count).max().unwrap_or(1).max(1);
    let last = points.len();
    let row = |(index, it): (usize, &PointReport)| Row {
        class: Some(it.band),
        heading: html! {
            (it.rating)
            @if index == 1 { span class="end" { (ends.0) } }
            @if index == last { span class="end" { (ends.1) } }
        },
        bar: (it.count > 0).then(|| it.count as f64 / most as f64),
        count: it.count,
        share: html! { (percent(it.count as f64 / total.max(1) as f64)) },
    };
    (1..).zip(points).map(row).collect()
}
