//! The score over time: a chart with the interval of each stretch of days, and the table behind it.
//!
//! Points of different versions are never joined, and one is drawn only where its figure may be told.

use super::chart::anchor;
use super::figures::ScoreReport;
use super::drawn::Drawn;
use super::edit_marks::EditMark;
use super::filters::Chosen;
use super::stretches::Unit;
use super::wording::{self, count, decimal, interval, on_day};
use effortlet_columns::day_text;
use crate::language::text;
use crate::store::Trend;
use effortlet_core::score::{Estimate, Figure, Ratings, SMALL_BELOW, mean};
use maud::{Markup, html};

/// One stretch of one version.
pub(super) struct Point<'a> {
    pub(super) version: &'a str,
    pub(super) days: (i32, i32),
    pub(super) figure: Figure,
}

/// Where the chart is within its frame, in pixels; and across, in percent.
const TOP: f64 = 24.0;
/// Names of edits stand each on a line of its own, so that none is over another one.
const LINE: f64 = 15.0;
/// From here on a name stands before its line, where there is more room.
const LATE: f64 = 50.0;
const HEIGHT: f64 = 150.0;
const LEFT: f64 = 6.0;
const RIGHT: f64 = 97.0;

/// `chosen` where stretches of another length can be chosen.
pub(super) fn trend(chosen: Option<&Chosen>, drawn: &Drawn, score: &ScoreReport) -> Markup {
    let points = points(drawn, score);
    let told = points.iter().filter(|it| it.figure.estimate.is_some()).count();
    html! {
        section class="card" aria-label=(text("trend-label").with("question", &score.question)) {
            h2 { (text("trend-title")) }
            @if let Some(chosen) = chosen {
                nav class="versions" aria-label=(text("trend-lengths")) {
                    span class="soft" { (text("by")) }
                    @for unit in Unit::ALL {
                        a href=(chosen.per(unit)) aria-current=[(unit == drawn.unit).then_some("true")] { (text("trend-unit").by("unit", unit.word())) }
                    }
                }
            }
            @if told < 2 {
                p class="soft" { (text("trend-few")) }
            } @else {
                (chart(drawn, &points, score))
                p class="soft small" {
                    (text("trend-note").number("few", SMALL_BELOW))
                    @if !drawn.edits.is_empty() { " " (text("trend-edits")) }
                    @if drawn.is_cut { " " (text("trend-cut")) }
                }
                details {
                    summary { (text("trend-behind")) }
                    (table(&points, &drawn.edits))
                }
            }
        }
    }
}

/// The earliest first.
pub(super) fn points<'a>(drawn: &'a Drawn, score: &ScoreReport) -> Vec<Point<'a>> {
    let same = |it: &&Ratings| (&it.asked().question, it.points().count(), it.easy_is()) == (&score.question, score.points, score.easy_is);
    let of = |trend: &'a Trend| {
        trend.stretches.iter().filter_map(move |it| {
            let ratings = it.efforts.iter().find(same)?;
            Some(Point { version: &trend.version, days: it.period, figure: mean(ratings) })
        })
    };
    let mut points: Vec<Point> = drawn.trends.iter().rev().flat_map(of).collect();
    points.sort_by_key(|it| it.days);
    points
}

fn chart(drawn: &Drawn, points: &[Point], score: &ScoreReport) -> Markup {
    let told: Vec<(&Point, Estimate)> = points.iter().filter_map(|it| Some((it, it.figure.estimate?))).collect();
    let (first, last) = (day_text(drawn.days.0), day_text(drawn.days.1));
    let ends = told.first().zip(told.last()).map(|((_, first), (_, last))| (decimal(first.value, 0), decimal(last.value, 0)));
    let (begins, ends) = ends.unwrap_or_default();
    let label = text("trend-chart").by("unit", drawn.unit.word()).with("from", on_day(&first)).with("to", on_day(&last))
        .number("points", score.points.into()).with("first", begins).with("last", ends);
    let most = f64::from(score.points);
    let top = TOP + LINE * drawn.edits.len() as f64;
    let up = |value: f64| format!("{:.1}", top + (most - value) / (most - 1.0) * HEIGHT);
    let across = |it: &Point| percent(place(drawn.days, f64::from(it.days.0.max(drawn.days.0)).midpoint(f64::from(it.days.1.min(drawn.days.1)))));
    let of_version = |version: &str| told.iter().filter(|(it, _)| it.version == version).collect::<Vec<_>>();
    html! {
        svg class="trend" role="img" aria-label=(label) width="100%" height=(top + HEIGHT + 32.0) {
            @for rating in 1..=score.points {
                line class="grid" x1=(percent(LEFT)) x2="100%" y1=(up(f64::from(rating))) y2=(up(f64::from(rating))) {}
                @if rating == 1 || rating == score.points || rating * 2 == score.points + 1 {
                    text x="0" y=(up(f64::from(rating))) dy="4" { (rating) }
                }
            }
            @for (version, begins) in marks(drawn, points) {
                (mark("begins", drawn, begins, 12.0, top, &text("trend-mark").with("version", version).to_string()))
            }
            @for (edit, line) in in_lines(drawn).into_iter().zip(1_u8..) {
                (mark("edited", drawn, edit.day, 12.0 + LINE * f64::from(line), top, edit.name()))
            }
            @for trend in &drawn.trends {
                @for pair in of_version(&trend.version).windows(2) {
                    @if let [(one, from), (other, to)] = pair {
                        line class="way" x1=(across(one)) y1=(up(from.value)) x2=(across(other)) y2=(up(to.value)) {}
                    }
                }
            }
            @for (it, estimate) in &told {
                line class="reach" x1=(across(it)) x2=(across(it)) y1=(up(estimate.low)) y2=(up(estimate.high)) {}
                circle class=(if it.figure.is_small() { "point rough" } else { "point" }) cx=(across(it)) cy=(up(estimate.value)) r="4" {}
            }
            text x=(percent(LEFT)) y=(top + HEIGHT + 26.0) text-anchor=(anchor(0.0)) { (on_day(&first)) }
            text x="100%" y=(top + HEIGHT + 26.0) text-anchor=(anchor(100.0)) { (on_day(&last)) }
        }
    }
}

/// Where another version begins: with its first point, but for the earliest one's.
pub(super) fn marks<'a>(drawn: &'a Drawn, points: &[Point]) -> Vec<(&'a str, i32)> {
    let begins = |it: &'a Trend| {
        let first = points.iter().find(|point| point.version == it.version && point.figure.estimate.is_some())?;
        Some((it.version.as_str(), first.days.0))
    };
    let mut marks: Vec<(&str, i32)> = drawn.trends.iter().filter_map(begins).collect();
    marks.sort_by_key(|(_, day)| *day);
    marks.into_iter().skip(1).collect()
}

/// From above: so the line of one begins below the names that it would cross.
fn in_lines<'a>(drawn: &'a Drawn) -> impl IntoIterator<Item = &'a EditMark> + use<'a> {
    let (early, late): (Vec<&EditMark>, Vec<&EditMark>) = drawn.edits.iter().partition(|it| place(drawn.days, f64::from(it.day)) <= LATE);
    early.into_iter().chain(late.into_iter().rev()).collect::<Vec<_>>()
}

/// A line down the chart with a name beside its upper end.
fn mark(class: &str, drawn: &Drawn, day: i32, y: f64, top: f64, name: &str) -> Markup {
    let at = place(drawn.days, f64::from(day));
    let is_late = at > LATE;
    html! {
        line class=(class) x1=(percent(at)) x2=(percent(at)) y1=(y - 6.0) y2=(top + HEIGHT) {}
        text x=(percent(at)) y=(y) dx=(if is_late { "-6" } else { "6" }) text-anchor=(if is_late { "end" } else { "start" }) {
            (first(name, 20))
        }
    }
}

/// As much of a name as there is room for.
fn first(name: &str, most: usize) -> String {
    match name.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
        None => name.to_owned(),
    }
}

fn place((first, last): (i32, i32), day: f64) -> f64 {
    let days = f64::from(last.saturating_sub(first).max(1));
    LEFT + 2.0 + ((day - f64::from(first)) / days).clamp(0.0, 1.0) * (RIGHT - LEFT - 2.0)
}

fn percent(share: f64) -> String {
    format!("{share:.2}%")
}

fn table(points: &[Point], edits: &[EditMark]) -> Markup {
    let days = |(first, last): (i32, i32)| wording::days(&day_text(first), &day_text(last));
    let rows = points.iter().map(|it| (it.days.0, Row::Point(it)));
    let mut rows: Vec<(i32, Row)> = rows.chain(edits.iter().map(|it| (it.day, Row::Edit(it)))).collect();
    rows.sort_by_key(|(day, _)| *day);
    html! {
        table class="changes" {
            caption class="unseen" { (text("trend-caption")) }
            thead { tr { @for it in ["filters-days", "version", "score", "trend-ratings"] { th scope="col" { (text(it)) } } } }
            tbody {
                @for (_, row) in &rows {
                    @match row {
                        Row::Point(it) => tr {
                            th scope="row" { (days(it.days)) }
                            td dir="auto" { (it.version) }
                            @match it.figure.estimate {
                                Some(estimate) => {
                                    @let ends = wording::ends(estimate.low, estimate.high, decimal);
                                    td { (decimal(estimate.value, 0)) span class="soft small interval" { (interval(ends)) } }
                                    td { (count(it.figure.n)) }
                                },
                                None => td class="soft" colspan="2" { (text("withheld")) },
                            }
                        },
                        Row::Edit(it) => tr class="edited" {
                            th scope="row" { (wording::days(&it.edited.from, &it.edited.to)) }
                            td colspan="3" dir="auto" { (text("trend-edited").with("article", it.name())) }
                        },
                    }
                }
            }
        }
    }
}

/// What a row of the table tells.
enum Row<'a> {
    Point(&'a Point<'a>),
    Edit(&'a EditMark),
}
