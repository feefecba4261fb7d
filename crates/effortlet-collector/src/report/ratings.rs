//! The ratings behind a score: how often each point was chosen.

use super::bar_table::{Row, bar_table};
use super::figures::{PointReport, ScoreReport};
use super::whole::percents;
use super::wording::whole_percent;
use crate::language::text;
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
                h2 { (text("ratings-title")) }
                (bar_table("distribution", "ratings-caption", "ratings-rating", &rows(points, ends)))
            }
        }
    }
}

/// One row a point, its bar as long as it was chosen often; the ends are named at the first and last.
fn rows(points: &[PointReport], ends: (&'static str, &'static str)) -> Vec<Row> {
    let percents = percents(&points.iter().map(|it| it.count).collect::<Vec<_>>());
    let most = points.iter().map(|it| it.count).max().unwrap_or(1).max(1);
    let last = points.len();
    let row = |(index, (it, percent)): (usize, (&PointReport, u64))| Row {
        class: Some(it.band),
        heading: html! {
            (it.rating)
            @if index == 1 { span class="end" { (text("band").by("band", ends.0)) } }
            @if index == last { span class="end" { (text("band").by("band", ends.1)) } }
        },
        bar: (it.count > 0).then(|| it.count as f64 / most as f64),
        count: it.count,
        share: html! { (whole_percent(percent)) },
    };
    (1..).zip(points.iter().zip(percents)).map(row).collect()
}
