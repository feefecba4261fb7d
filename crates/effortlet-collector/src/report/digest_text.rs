//! A digest in some lines of plain English, for chats.
//!
//! Whole sentences with values in them. Never lets what visitors or their pages wrote do anything there.

use super::digest::{ArticleMoved, CostlyArticle, Digest, Direction, ScoreMoved, Share};
use super::edits::EditReport;
use super::wording::{Write, count, counted, decimal, ends, on_day, percent, signed_decimal, signed_points};
use crate::repair::Verdict;
use crate::webhook::in_chat;
use effortlet_core::survey::EasyIs;

/// So many characters of a title, and of a phrase.
const TITLE: usize = 80;
const PHRASE: usize = 40;

/// So many phrases are named.
const MOST_PHRASES: usize = 5;

/// A title as it is written here.
pub(super) fn named(title: &str) -> String {
    in_chat(title, TITLE)
}

/// `next` is what to do, with titles by `named`.
pub(super) fn text(it: &Digest, next: &str) -> String {
    let mut lines = vec![format!("{}: {} to {} ({})", it.survey, on_day(&it.days.from), on_day(&it.days.to), it.week)];
    if it.now.totals.responses == 0 {
        let before = it.before.as_ref().map_or(0, |it| it.totals.responses);
        lines.push(match before {
            0 => "Nobody answered this week, nor the week before.".to_owned(),
            before => format!("Nobody answered this week; {} came the week before.", counted(before, "response", "responses")),
        });
    } else {
        lines.extend(it.score.as_ref().map(score));
        lines.push(asking(it));
    }
    lines.extend((!it.articles.is_empty()).then(|| "Where most visitors were lost in 13 weeks:".to_owned()));
    lines.extend(it.articles.iter().map(article));
    lines.extend(it.edits.iter().map(edit));
    lines.extend(comments(it));
    lines.push(format!("Next: {next}"));
    lines.join("\n")
}

fn score(it: &ScoreMoved) -> String {
    let (write, signed): (Write, Write) = if it.points.is_some() { (decimal, signed_decimal) } else { (percent, signed_points) };
    let Some(now) = it.moved.now.estimate else {
        return format!("Too few rated to tell a score: {}.", counted(it.moved.now.n, "rating", "ratings"));
    };
    let [low, high] = ends(now.low, now.high, write);
    let value = write(now.value, 0);
    let now = match (it.points, it.easy_is) {
        (Some(points), Some(EasyIs::Low)) => {
            format!("Score {value} of {points}, lower is easier (95% interval {low} to {high}, {}).", counted(it.moved.now.n, "rating", "ratings"))
        }
        (Some(points), _) => {
            format!("Score {value} of {points}, higher is easier (95% interval {low} to {high}, {}).", counted(it.moved.now.n, "rating", "ratings"))
        }
        (None, _) => format!("{value} found it (95% interval {low} to {high}, {}).", counted(it.moved.now.n, "answer", "answers")),
    };
    let change = match (&it.moved.change, it.is_better) {
        (None, _) => "Too few answered the week before to compare.".to_owned(),
        (Some(change), is_better) => {
            let [low, high] = ends(change.low, change.high, signed);
            let value = signed(change.value, 0);
            match is_better {
                Some(true) => format!("That is better than the week before: {value} ({low} to {high})."),
                Some(false) => format!("That is worse than the week before: {value} ({low} to {high})."),
                None => format!("No clear change against the week before: {value} ({low} to {high})."),
            }
        }
    };
    format!("{now} {change}")
}

fn asking(it: &Digest) -> String {
    let responses = counted(it.now.totals.responses, "response", "responses");
    let rates = it.response_rate.as_ref().and_then(|rate| Some((rate, rate.now.estimate?)));
    let Some((rate, now)) = rates else { return format!("{responses}.") };
    let share = percent(now.value, 0);
    match (rate.before.and_then(|it| it.estimate), rate.direction) {
        (Some(before), Direction::Unclear) => {
            format!("{responses}; {share} of those who were asked answered, {} the week before, which is no clear change.", percent(before.value, 0))
        }
        (Some(before), Direction::Up) => {
            format!("{responses}; {share} of those who were asked answered, clearly more than the {} of the week before, so that others may have answered.", percent(before.value, 0))
        }
        (Some(before), Direction::Down) => {
            format!("{responses}; {share} of those who were asked answered, clearly fewer than the {} of the week before, so that others may have answered.", percent(before.value, 0))
        }
        (None, _) => format!("{responses}; {share} of those who were asked answered."),
    }
}

fn article(it: &CostlyArticle) -> String {
    let (title, lost, answered) = (named(it.lost.title()), count(it.lost.cost.value.round().max(0.0) as u64), count(it.lost.answered));
    let place = it.lost.place.at;
    let line = format!("{place}. “{title}”: about {lost} of {answered} who answered.");
    match it.moved.as_ref().and_then(lately) {
        Some(moved) => format!("{line} {moved}"),
        None => line,
    }
}

/// Only what moved without doubt.
fn lately(it: &ArticleMoved) -> Option<String> {
    let (before, now) = (percent(it.moved.before?.estimate?.value, 0), percent(it.moved.now.estimate?.value, 0));
    Some(match (it.of, it.moved.is_up()?) {
        (Share::Lost, true) => format!("It got worse: {now} were lost in the last four weeks, {before} in the four before."),
        (Share::Lost, false) => format!("It got better: {now} were lost in the last four weeks, {before} in the four before."),
        (Share::NotFound, true) => format!("It got worse: {now} did not find it in the last four weeks, {before} in the four before."),
        (Share::NotFound, false) => format!("It got better: {now} did not find it in the last four weeks, {before} in the four before."),
    })
}

fn edit(it: &EditReport) -> String {
    let (title, day) = (named(it.title()), on_day(&it.edited.to));
    match (it.verdict, it.shares()) {
        (Verdict::Worse, Some([before, after])) => {
            format!("The edit of “{title}” on {day} made it worse: {after} of its readers are lost, {before} were before.")
        }
        (_, Some([before, after])) => format!("The edit of “{title}” on {day} helped: {after} of its readers are lost, {before} were before."),
        (Verdict::Worse, None) => format!("The edit of “{title}” on {day} made it worse."),
        (_, None) => format!("The edit of “{title}” on {day} helped."),
    }
}

fn comments(it: &Digest) -> Option<String> {
    let phrases: Vec<String> =
        it.comments.phrases.iter().take(MOST_PHRASES).map(|it| format!("{} ({})", in_chat(&it.words, PHRASE), count(it.people))).collect();
    match (it.comments.written, phrases.is_empty()) {
        (Some(0), _) => None,
        (None, _) => Some("Fewer than five comments.".to_owned()),
        (Some(written), true) => Some(format!("{}.", counted(written, "comment", "comments"))),
        (Some(written), false) => Some(format!("{}. What comes up: {}.", counted(written, "comment", "comments"), phrases.join(", "))),
    }
}
