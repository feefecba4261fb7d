//! A report as lines of text, for who has a terminal and no browser.
//!
//! Never shows a value without its interval and the number of answers.

use super::figures::{ChoiceReport, ScoreReport, VersionReport};
use super::taken::Taken;
use super::terminal_moved::{compared, trended};
use super::wording::{Write, count, counted, decimal, ends, percent, signed_percent};
use crate::catalog::DEFAULT_SITE;
use crate::store::SurveyTotals;
use effortlet_core::score::{Figure, SUPPRESSED_BELOW};
use effortlet_core::survey::EasyIs;
use serde_json::json;

pub(crate) fn json(taken: &Taken) -> String {
    serde_json::to_string_pretty(taken).unwrap_or_default()
}

/// A block for each version, the newest first, then how the score of the one that is shown moved.
pub(crate) fn terminal(Taken { report, comparison, trend, .. }: &Taken) -> String {
    let versions: Vec<String> = report.versions.iter().map(|it| version(&report.survey, it)).collect();
    let moved = comparison.as_ref().map(compared).unwrap_or_default();
    [versions.join("\n"), moved, trended(trend)].concat()
}

/// The surveys that have responses, the one that was answered last first.
pub(crate) fn listed(surveys: &[SurveyTotals], as_json: bool) -> String {
    if as_json {
        let rows = surveys.iter().map(|it| {
            json!({ "site": it.site, "survey": it.survey, "answered": it.totals.answered(), "dismissed": it.totals.dismissed, "latestAt": it.latest.rfc3339() })
        });
        return serde_json::Value::from_iter(rows).to_string();
    }
    if surveys.is_empty() {
        return "no survey has responses yet".to_owned();
    }
    let rows = surveys.iter().map(|it| {
        let site = if it.site == DEFAULT_SITE { String::new() } else { format!(" of {}", it.site) };
        format!("{}{site}  {} answered, {} dismissed", it.survey, count(it.totals.answered()), count(it.totals.dismissed))
    });
    rows.collect::<Vec<_>>().join("\n")
}

fn version(survey: &str, version: &VersionReport) -> String {
    let totals = &version.totals;
    let mut text = format!(
        "{survey}, version {}: {} ({} complete, {} partial, {} dismissed)\n",
        version.version,
        counted(totals.responses, "response", "responses"),
        count(totals.complete),
        count(totals.partial),
        count(totals.dismissed),
    );
    if let Some(found) = &version.found_rate {
        text.push_str(&row("found it", found, percent));
    }
    version.scores.iter().for_each(|it| text.push_str(&score(it)));
    version.choices.iter().for_each(|it| text.push_str(&choice(it)));
    text
}

fn score(score: &ScoreReport) -> String {
    let easy = if score.easy_is == EasyIs::High { score.points } else { 1 };
    let title = format!("  {}, 1 to {}, {easy} is easiest\n", score.question, score.points);
    let success = score.easy_success.as_ref().map(|it| row("easy success", it, percent)).unwrap_or_default();
    [
        title,
        row("mean", &score.mean, decimal),
        row("easy", &score.easy_share, percent),
        row("net effort", &score.net_effort, signed_percent),
        success,
    ]
    .concat()
}

fn choice(choice: &ChoiceReport) -> String {
    let title = format!("  {}, n = {}\n", choice.question, count(choice.n));
    let options = choice.options.iter().flatten().map(|it| row(&it.option, &it.share, percent));
    [title].into_iter().chain(options).collect()
}

/// `    mean            5.6  (5.2 to 6.0, n = 171)`.
fn row(name: &str, figure: &Figure, write: Write) -> String {
    let n = count(figure.n);
    match figure.estimate {
        Some(it) => {
            let rough = if figure.is_small() { ", rough" } else { "" };
            let [low, high] = ends(it.low, it.high, write);
            format!("    {name:<14}{:>6}  ({low} to {high}, n = {n}{rough})\n", write(it.value, 0))
        }
        None => {
            let why = if figure.n < SUPPRESSED_BELOW { "too few answers" } else { "not shown here, so that nobody can be told apart" };
            format!("    {name:<14}{:>6}  ({why}, n = {n})\n", "–")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use effortlet_core::score::Method;

    #[test]
    fn what_is_withheld_of_many_is_not_said_to_be_of_few() {
        let of = |n| row("easy success", &Figure { n, method: Method::Wilson, estimate: None }, percent);
        assert!(of(4).ends_with("(too few answers, n = 4)\n"), "{}", of(4));
        assert!(of(1_575).ends_with("(not shown here, so that nobody can be told apart, n = 1,575)\n"), "{}", of(1_575));
    }
}
