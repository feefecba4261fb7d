//! A period against the one before it: each figure with its difference and the interval of that.
//!
//! An arrow stands only where the interval excludes 0. Never compares people with themselves: where both
//! periods had to be widened into each other, it says so instead.

use super::figures::{PeriodReport, ScoreReport, States, VersionReport};
use super::doubt::moved_to;
use super::wording::{Write, decimal, ends, interval, on_day, percent, rough_interval, signed_decimal, signed_points};
use crate::columns::Filter;
use crate::language::text;
use effortlet_core::score::{Estimate, Figure, chosen_share, difference};
use effortlet_core::survey::EasyIs;
use maud::{Markup, html};

/// As many days as a period has until today, just before the first of its days that is counted; nothing where
/// it has no beginning.
pub(super) fn before(filter: &Filter, today: i32, counted_from: Option<i32>) -> Option<Filter> {
    let from = filter.from?;
    let to = filter.to.unwrap_or(today).min(today.max(from));
    let days = to.checked_sub(from)?;
    let last = counted_from.unwrap_or(from).min(from).checked_sub(1)?;
    Some(Filter { from: Some(last.checked_sub(days)?), to: Some(last), ..filter.clone() })
}

pub(super) fn change(now: &VersionReport, before: Option<&VersionReport>) -> Markup {
    let periods = now.period.as_ref().zip(before.and_then(|it| it.period.as_ref()));
    html! {
        section class="card" {
            h2 { (text("change-title")) }
            @match (periods, before) {
                (Some((period, earlier)), Some(before)) if earlier.to < period.from => (compared(now, before, period, earlier)),
                _ => p class="soft" { (text("change-none")) },
            }
        }
    }
}

fn compared(now: &VersionReport, before: &VersionReport, period: &PeriodReport, earlier: &PeriodReport) -> Markup {
    let same = |it: &ScoreReport, other: &ScoreReport| (&it.question, it.points, it.easy_is) == (&other.question, other.points, other.easy_is);
    let pairs = now.scores.iter().filter_map(|it| Some((it, before.scores.iter().find(|other| same(it, other))?)));
    html! {
        @for (score, earlier) in pairs { (table(score, earlier, now.scores.len() > 1)) }
        (asking(now.totals, before.totals))
        p class="soft small" {
            (text("change-periods").with("from", on_day(&period.from)).with("to", on_day(&period.to))
                .with("earlier-from", on_day(&earlier.from)).with("earlier-to", on_day(&earlier.to)))
        }
    }
}

/// Where others answer than before, a score moves without anybody having less effort.
fn asking(now: States, before: States) -> Markup {
    let rates = [now, before].map(|it| (it.shown > it.responses).then(|| chosen_share(it.complete + it.partial, it.shown)));
    let [Some(now), Some(before)] = rates else { return html! {} };
    let moved = difference(&now, &before).filter(Estimate::excludes_zero);
    html! {
        @if let (Some(it), Some(rate), Some(earlier)) = (moved, now.estimate, before.estimate) {
            p class="note" {
                (text("change-asking").with("rate", percent(rate.value, 0)).with("earlier", percent(earlier.value, 0))
                    .with("difference", signed_points(it.value, 0)))
            }
        }
    }
}

fn table(now: &ScoreReport, before: &ScoreReport, several: bool) -> Markup {
    let success = now.easy_success.as_ref().zip(before.easy_success.as_ref());
    html! {
        table class="changes" {
            caption class=(if several { "small" } else { "unseen" }) { (text("change-caption").with("question", &now.question)) }
            thead {
                tr {
                    th scope="col" { span class="unseen" { (text("figure")) } }
                    @for it in ["now", "before", "difference"] { th scope="col" { (text(it)) } }
                }
            }
            tbody {
                (row("score", [&now.mean, &before.mean], decimal, signed_decimal, now.easy_is == EasyIs::High))
                (row("easy", [&now.easy_share, &before.easy_share], percent, signed_points, true))
                @if let Some((now, before)) = success { (row("easy-success", [now, before], percent, signed_points, true)) }
            }
        }
    }
}

fn row(name: &'static str, [now, before]: [&Figure; 2], write: Write, signed: Write, more_is_better: bool) -> Markup {
    let value = |figure: &Figure| figure.estimate.map_or_else(|| "–".to_owned(), |it| write(it.value, 0));
    html! {
        tr {
            th scope="row" { (text(name)) }
            td { (value(now)) }
            td { (value(before)) }
            td {
                @match difference(now, before) {
                    Some(it) => {
                        @if it.excludes_zero() {
                            (moved_to(it.value > 0.0, (it.value > 0.0) == more_is_better, signed(it.value, 0)))
                        } @else { (signed(it.value, 0)) " " span class="soft" { (text("no-clear-change")) } }
                        @let ends = ends(it.low, it.high, signed);
                        span class="soft small interval" { (if now.is_small() || before.is_small() { rough_interval(ends) } else { interval(ends) }) }
                    },
                    None => span class="soft" { (text("too-few")) },
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_period_before_is_as_long_and_ends_where_this_one_begins() {
        let of = |from, to| Filter { from, to, ..Filter::default() };
        for (asked, expected) in [
            (of(Some(10), Some(16)), Some((3, 9))),
            (of(Some(10), Some(10)), Some((9, 9))),
            (of(Some(10), None), Some((-1, 9))),
            (of(Some(10), Some(900)), Some((-1, 9))),
            (of(Some(30), Some(32)), Some((29, 29))),
            (of(None, Some(10)), None),
            (of(Some(i32::MIN), Some(0)), None),
        ] {
            assert_eq!(before(&asked, 20, None), expected.map(|(from, to)| of(Some(from), Some(to))), "{asked:?}");
        }
        assert_eq!(before(&of(Some(10), Some(16)), 20, Some(8)), Some(of(Some(1), Some(7))), "a day too early is counted");
    }
}
