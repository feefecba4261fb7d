//! How the score moved, as lines of text: against other days or another version, and over time.
//!
//! Never shows a difference without its interval.

use super::comparison::{ChangeReport, ComparedSide, Comparison, Nothing, ScoreChangeReport};
use super::trend_report::{ScoreTrendReport, Trended};
use super::wording::{Write, count, decimal, ends, on_day, percent, signed_decimal, signed_points};
use effortlet_core::survey::EasyIs;

pub(super) fn compared(it: &Comparison) -> String {
    let title = format!("\n  {}, against {}\n", side(&it.now), side(&it.with));
    let nothing = match it.nothing {
        Some(Nothing::TooFew) => "    too few answered there, or nobody, so that there is nothing to compare with\n",
        Some(Nothing::Overlap) => "    few answered on these days, so that both periods would have people in common\n",
        None => "",
    };
    let differently = it.asked_differently.iter().map(|it| format!("    asked differently: {} here, {} there\n", it.now, it.with));
    let found = it.found_rate.iter().map(|it| row("found it", it, percent, signed_points, true));
    let scores = it.scores.iter().map(score);
    let rate = it.response_rate.iter().map(|it| row("response rate", it, percent, signed_points, true));
    [title, nothing.to_owned()].into_iter().chain(differently).chain(found).chain(scores).chain(rate).collect()
}

fn side(it: &ComparedSide) -> String {
    match &it.period {
        Some(period) => format!("version {} from {} to {}", it.version, on_day(&period.from), on_day(&period.to)),
        None => format!("version {}", it.version),
    }
}

fn score(it: &ScoreChangeReport) -> String {
    let success = it.easy_success.as_ref().map(|it| row("easy success", it, percent, signed_points, true));
    let rows = [
        row("mean", &it.mean, decimal, signed_decimal, it.easy_is == EasyIs::High),
        row("easy", &it.easy_share, percent, signed_points, true),
        row("net effort", &it.net_effort, percent, signed_points, true),
    ];
    rows.into_iter().chain(success).collect()
}

/// `    mean            +0.3  (+0.1 to +0.5), better: 5.6 after 5.3`.
fn row(name: &str, it: &ChangeReport, write: Write, signed: Write, more_is_better: bool) -> String {
    let told = it.difference.and_then(|difference| Some((difference, it.now.estimate?, it.with.estimate?)));
    let Some((difference, now, with)) = told else { return format!("    {name:<14}     –  (too few answers)\n") };
    let [low, high] = ends(difference.low, difference.high, signed);
    let clear = match (it.is_clear(), (difference.value > 0.0) == more_is_better) {
        (false, _) => "no clear change",
        (true, true) => "better",
        (true, false) => "worse",
    };
    format!("    {name:<14}{:>6}  ({low} to {high}), {clear}: {} after {}\n", signed(difference.value, 0), write(now.value, 0), write(with.value, 0))
}

pub(super) fn trended(it: &Trended) -> String {
    let edited = it.edits.iter().map(|it| format!("    {:<28}edited: {}\n", on_day(&it.edited.from), it.name()));
    it.scores.iter().map(|score| over_time(it.per, score)).chain(edited).collect()
}

fn over_time(per: &str, it: &ScoreTrendReport) -> String {
    let mut text = format!("\n  {} by {per}, 1 to {}\n", it.question, it.points);
    for stretch in &it.stretches {
        let days = format!("{} to {}", on_day(&stretch.period.from), on_day(&stretch.period.to));
        let begins = it.begins.iter().find(|it| it.day == stretch.period.from && it.version == stretch.version);
        let begins = begins.map(|it| format!(", version {} begins", it.version)).unwrap_or_default();
        match stretch.mean.estimate {
            Some(estimate) => {
                let [low, high] = ends(estimate.low, estimate.high, decimal);
                let (value, n) = (decimal(estimate.value, 0), count(stretch.mean.n));
                text.push_str(&format!("    {days:<28}{value:>6}  ({low} to {high}, n = {n}){begins}\n"));
            }
            None => text.push_str(&format!("    {days:<28}     –  (withheld){begins}\n")),
        }
    }
    text
}
