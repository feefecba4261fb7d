//! `/report/-/digest`: one week of a survey on one page, for Monday and for paper.
//!
//! An arrow stands only where there is no doubt that something moved.

use super::chart::{Line, line};
use super::digest::{Digest, Moved, ScoreMoved};
use super::digest_asked::Asked;
use super::digest_made::digest;
use super::digest_tables::{articles, edits};
use super::page::frame;
use super::score::direction;
use super::setting::Setting;
use super::survey::nothing_yet;
use super::week::Week;
use super::wording::{Write, count, counted, decimal, ends, on_day, percent, signed_decimal, signed_points};
use crate::app::App;
use crate::catalog::DEFAULT_SITE;
use crate::error::{Error, unreadable};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

pub(super) async fn page(
    State(app): State<App>,
    setting: Setting,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let mut it = Asked::of(&setting, &pairs).ok_or(Error::UnknownSurvey)?;
    let at = (app.clock)();
    let week = Week::asked(it.week.as_deref(), at).map_err(|wrong| it.mistakes.push(wrong.sentence()));
    let (Ok(week), true) = (week, it.mistakes.is_empty()) else {
        return Ok((StatusCode::BAD_REQUEST, refused(&it)).into_response());
    };
    let told = digest(&app.store, [&it.site, &it.survey], week, at).await.map_err(unreadable)?;
    let Some(told) = told else { return Ok((StatusCode::NOT_FOUND, nothing_yet(&setting, &it.survey)).into_response()) };
    let main = html! {
        (heading(&it, week, Week::last_full(at)))
        section class="card to-do" aria-label="What to do next" {
            h2 { "Next" }
            p { (told.next.text) }
        }
        @if told.now.totals.responses > 0 { (figures(&it, week, &told)) }
        (articles(&it, &told.articles))
        (edits(&it, &told.edits))
        @if told.now.totals.responses > 0 { (comments(&it, week, &told)) }
        (notes())
    };
    Ok(frame(&setting, &format!("{} {} · {}", "Week", week.name(), it.survey), main).into_response())
}

fn refused(it: &Asked) -> impl IntoResponse + use<> {
    let main = html! {
        div class="heading" {
            h1 dir="auto" { (it.survey) }
            div class="problem" role="alert" {
                p { strong { "There is no such digest." } }
                @for mistake in &it.mistakes { p dir="auto" { (mistake) } }
            }
            p { a href=(it.of_week(None)) { "See the last full week" } }
        }
    };
    frame(it.setting, "No such digest", main)
}

fn heading(it: &Asked, week: Week, latest: Week) -> Markup {
    let days = week.filter();
    let day = |day: Option<i32>| day.map(crate::columns::day_text).map(|it| on_day(&it)).unwrap_or_default();
    html! {
        div class="heading" {
            h1 { "Week " (week.number()) " of " (week.year()) }
            p class="soft" {
                a href=(it.report("")) dir="auto" { (it.survey) }
                @if it.site != DEFAULT_SITE { " " span class="tag" { (it.site) } }
                " · " (day(days.from)) " to " (day(days.to))
            }
        }
        nav class="versions" aria-label="Week" {
            a href=(it.of_week(Some(week.before()))) { "Week before" }
            @if week < latest { a href=(it.of_week(Some(week.after()))) { "Week after" } }
        }
    }
}

fn figures(it: &Asked, week: Week, told: &Digest) -> Markup {
    let wider = told.now.period.as_ref().filter(|it| it.from < told.days.from || it.to > told.days.to);
    html! {
        div class="week" {
            @if let Some(score) = &told.score { (score_card(score)) }
            section class="card" {
                h2 { "The asking" }
                dl class="counts wide" {
                    div { dt { "Responses" } dd { (count(told.now.totals.responses)) } }
                    @if let Some(before) = &told.before { div { dt { "The week before" } dd { (count(before.totals.responses)) } } }
                    @if let Some(rate) = told.response_rate.as_ref().and_then(|it| it.now.estimate) {
                        div { dt { "Of those asked, answered" } dd { (percent(rate.value, 0)) } }
                    }
                }
                @if let Some(rate) = &told.response_rate { p { (asking(rate)) } }
                p class="small" { a href=(it.report(&days(week))) { "The report of this week" } }
            }
        }
        @if let Some(wider) = wider {
            p class="soft small" {
                "Counted are the days from " (on_day(&wider.from)) " to " (on_day(&wider.to)) ": days with few answers are counted "
                "together with their neighbours, so that nobody can be told apart."
            }
        }
    }
}

fn days(week: Week) -> String {
    format!("from={}&to={}", crate::columns::day_text(week.first), crate::columns::day_text(week.last()))
}

fn score_card(it: &ScoreMoved) -> Markup {
    let (write, signed): (Write, Write) = if it.points.is_some() { (decimal, signed_decimal) } else { (percent, signed_points) };
    let scale = it.points.map_or((0.0, 1.0), |points| (1.0, f64::from(points)));
    let ticks = it.points.map_or_else(Vec::new, |points| (1..=points).map(|point| (f64::from(point), point.to_string())).collect());
    html! {
        section class="card" {
            h2 { @if it.points.is_some() { "Customer Effort Score" } @else { "Found it" } }
            @if let Some(asked) = &it.asked { p class="asked small soft" dir="auto" { "“" (asked) "”" } }
            @match it.moved.now.estimate {
                Some(now) => {
                    p class="headline" {
                        strong class="figure" { (write(now.value, 0)) } " "
                        span class="soft" {
                            @match (it.points, it.easy_is) {
                                (Some(points), Some(easy_is)) => { "of " (points) ", " (direction(easy_is)) },
                                _ => "said yes",
                            }
                        }
                    }
                    @let [low, high] = ends(now.low, now.high, write);
                    (line(&Line { from: scale.0, to: scale.1, ticks, label: format!("{}, between {low} and {high}", write(now.value, 0)) }, Some(now)))
                    p class="small" { "95% interval " (low) " to " (high) ", from " (counted(it.moved.now.n, "answer", "answers")) @if it.moved.now.is_small() { ", rough" } "." }
                    p { (moved(&it.moved, it.is_better, signed)) }
                },
                None => p class="soft" { "Fewer than five have answered; the score is shown from the fifth on." },
            }
        }
    }
}

/// Against the week before.
fn moved(it: &Moved, is_better: Option<bool>, signed: Write) -> Markup {
    let Some(change) = &it.change else {
        return html! { span class="soft" { "Too few answered the week before to compare." } };
    };
    let [low, high] = ends(change.low, change.high, signed);
    let value = signed(change.value, 0);
    html! {
        @match is_better {
            Some(is_better) => {
                strong class=(if is_better { "better" } else { "worse" }) {
                    span aria-hidden="true" { (if change.value > 0.0 { "▲ " } else { "▼ " }) }
                    (value) " " (if is_better { "better" } else { "worse" })
                }
                span class="soft" { " than the week before (" (low) " to " (high) ")" }
            },
            None => span class="soft" { "No clear change against the week before: " (value) " (" (low) " to " (high) ")" },
        }
    }
}

/// Where others answer than before, a score moves without anybody having less effort.
fn asking(it: &Moved) -> Markup {
    let Some((change, before)) = it.change.as_ref().zip(it.before.and_then(|it| it.estimate)) else {
        return html! { span class="soft" { "Too few were asked the week before to compare." } };
    };
    let [low, high] = ends(change.low, change.high, signed_points);
    let value = signed_points(change.value, 0);
    html! {
        @if it.is_up().is_some() {
            span class="note" { "The asking has changed: " (percent(before.value, 0)) " answered the week before (" (value) "). A part of what moved may be that others answered." }
        } @else {
            span class="soft" { "No clear change: " (percent(before.value, 0)) " answered the week before (" (low) " to " (high) ")." }
        }
    }
}

fn comments(it: &Asked, week: Week, told: &Digest) -> Markup {
    let of_week = it.beside("comments", &format!("&{}", days(week)));
    html! {
        section class="card" {
            h2 { "What people said" }
            p {
                @match told.comments.written {
                    Some(0) => "Nobody wrote anything this week.",
                    Some(written) => { (counted(written, "comment", "comments")) " this week." },
                    None => "Fewer than five comments this week.",
                }
                @if it.setting.account.is_some() && told.comments.written != Some(0) { " " a href=(of_week) { "Read them" } }
            }
            @if !told.comments.phrases.is_empty() {
                ul class="chips phrases" aria-label="What comes up again and again" {
                    @for phrase in &told.comments.phrases {
                        li { span lang=(phrase.locale) dir="auto" { (phrase.words) } " " span class="soft small" { (count(phrase.people)) } }
                    }
                }
            }
        }
    }
}

fn notes() -> Markup {
    html! {
        p class="soft small" {
            "A week is Monday to Sunday (UTC), by arrival. The 13 weeks of an article begin and end some days earlier or later where "
            "few answer about it, so that nobody can be told apart. All intervals are at 95%; an arrow stands only where the interval of the change "
            "leaves out 0. What to do next follows from these figures by fixed rules, the first that holds: silence, an edit that made it "
            "worse, clearly fewer answers, the costliest article that was not edited in four weeks, new comments."
        }
    }
}
