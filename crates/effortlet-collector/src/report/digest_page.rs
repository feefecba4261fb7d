//! `/report/-/digest`: one week of a survey on one page, for Monday and for paper.
//!
//! An arrow stands only where there is no doubt that something moved.

use super::chart::{Line, line};
use super::digest::{Digest, Moved, ScoreMoved};
use super::digest_asked::Asked;
use super::digest_made::digest;
use super::digest_tables::{articles, edits};
use super::missing::{missing, unnamed};
use super::page::frame;
use super::score::direction;
use super::setting::Setting;
use super::week::Week;
use super::doubt::moved_to;
use crate::language::text;
use super::wording::{Write, count, decimal, ends, on_day, percent, signed_decimal, signed_points};
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
    let Some(mut it) = Asked::of(&setting, &pairs) else { return unnamed(&app, &setting, "digest").await };
    let at = (app.clock)();
    let week = Week::asked(it.week.as_deref(), at).map_err(|wrong| it.mistakes.push(wrong.sentence()));
    let (Ok(week), true) = (week, it.mistakes.is_empty()) else {
        return Ok((StatusCode::BAD_REQUEST, refused(&it)).into_response());
    };
    let told = digest(&app.store, [&it.site, &it.survey], week, at).await.map_err(unreadable)?;
    let Some(told) = told else { return missing(&app, &setting, [&it.site, &it.survey], None).await };
    it.version = Some(told.version.clone());
    let main = html! {
        (heading(&it, week, Week::last_full(at)))
        section class="card to-do" aria-label=(text("next-title")) {
            h2 { (text("next")) }
            p { (told.next.text) }
        }
        @if told.now.totals.responses > 0 { (figures(&it, week, &told)) }
        (articles(&it, &told.articles))
        (edits(&it, &told.edits))
        @if told.now.totals.responses > 0 { (comments(&it, week, &told)) }
        (notes())
    };
    Ok(frame(&setting, &text("digest-page").with("week", week.name()).with("survey", &it.survey).to_string(), main).into_response())
}

fn refused(it: &Asked) -> impl IntoResponse + use<> {
    let main = html! {
        div class="heading" {
            h1 dir="auto" { (it.survey) }
            div class="problem" role="alert" {
                p { strong { (text("digest-refused")) } }
                @for mistake in &it.mistakes { p dir="auto" { (mistake) } }
            }
            p { a href=(it.of_week(None)) { (text("digest-last")) } }
        }
    };
    frame(it.setting, &text("digest-refused-page").to_string(), main)
}

fn heading(it: &Asked, week: Week, latest: Week) -> Markup {
    let days = week.filter();
    let day = |day: Option<i32>| day.map(effortlet_columns::day_text).map(|it| on_day(&it)).unwrap_or_default();
    html! {
        div class="heading" {
            h1 { (text("digest-title").with("week", week.number().to_string()).with("year", week.year().to_string())) }
            p class="soft" {
                a href=(it.report()) dir="auto" { (it.survey) }
                @if it.site != DEFAULT_SITE { " " span class="tag" { (it.site) } }
                " · " (text("days").with("from", day(days.from)).with("to", day(days.to)))
            }
        }
        nav class="versions" aria-label=(text("digest-week")) {
            a href=(it.of_week(Some(week.before()))) { (text("digest-before")) }
            @if week < latest { a href=(it.of_week(Some(week.after()))) { (text("digest-after")) } }
        }
    }
}

fn figures(it: &Asked, week: Week, told: &Digest) -> Markup {
    let wider = told.now.period.as_ref().filter(|it| it.from < told.days.from || it.to > told.days.to);
    html! {
        div class="week" {
            @if let Some(score) = &told.score { (score_card(score)) }
            section class="card" {
                h2 { (text("digest-asking")) }
                dl class="counts wide" {
                    div { dt { (text("digest-responses")) } dd { (count(told.now.totals.responses)) } }
                    @if let Some(before) = &told.before { div { dt { (text("digest-week-before")) } dd { (count(before.totals.responses)) } } }
                    @if let Some(rate) = told.response_rate.as_ref().and_then(|it| it.now.estimate) {
                        div { dt { (text("digest-rate")) } dd { (percent(rate.value, 0)) } }
                    }
                }
                @if let Some(rate) = &told.response_rate { p { (asking(rate)) } }
                p class="small" { a href=(it.figures(&days(week))) { (text("digest-report")) } }
            }
        }
        @if let Some(wider) = wider {
            p class="soft small" { (text("filters-counted").with("from", on_day(&wider.from)).with("to", on_day(&wider.to))) }
        }
    }
}

fn days(week: Week) -> String {
    format!("from={}&to={}", effortlet_columns::day_text(week.first), effortlet_columns::day_text(week.last()))
}

fn score_card(it: &ScoreMoved) -> Markup {
    let (write, signed): (Write, Write) = if it.points.is_some() { (decimal, signed_decimal) } else { (percent, signed_points) };
    let scale = it.points.map_or((0.0, 1.0), |points| (1.0, f64::from(points)));
    let ticks = it.points.map_or_else(Vec::new, |points| (1..=points).map(|point| (f64::from(point), point.to_string())).collect());
    html! {
        section class="card" {
            h2 { (text(if it.points.is_some() { "score-title" } else { "tile-found" })) }
            @if let Some(asked) = &it.asked { p class="asked small soft" dir="auto" { (text("quoted").with("text", asked)) } }
            @match it.moved.now.estimate {
                Some(now) => {
                    p class="headline" {
                        strong class="figure" { (write(now.value, 0)) } " "
                        span class="soft" {
                            @match (it.points, it.easy_is) {
                                (Some(points), Some(easy_is)) => (text("home-score").by("easy", direction(easy_is)).number("points", points.into())),
                                _ => (text("home-said-yes")),
                            }
                        }
                    }
                    @let [low, high] = ends(now.low, now.high, write);
                    (line(&Line { from: scale.0, to: scale.1, ticks, label: text("digest-score-label").with("score", write(now.value, 0)).with("low", low.as_str()).with("high", high.as_str()).to_string() }, Some(now)))
                    p class="small" { (text(if it.moved.now.is_small() { "digest-interval-rough" } else { "digest-interval" }).number("n", it.moved.now.n).with("low", low).with("high", high)) }
                    p { (moved(&it.moved, it.is_better, signed)) }
                },
                None => p class="soft" { (text("home-few")) },
            }
        }
    }
}

/// Against the week before.
fn moved(it: &Moved, is_better: Option<bool>, signed: Write) -> Markup {
    let Some(change) = &it.change else {
        return html! { span class="soft" { (text("digest-few-before")) } };
    };
    let [low, high] = ends(change.low, change.high, signed);
    let value = signed(change.value, 0);
    html! {
        @match is_better {
            Some(is_better) => {
                (moved_to(change.value > 0.0, is_better, value)) " "
                span class="soft" { (text("digest-than").with("low", low).with("high", high)) }
            },
            None => span class="soft" { (text("digest-no-change").with("change", value).with("low", low).with("high", high)) },
        }
    }
}

/// Where others answer than before, a score moves without anybody having less effort.
fn asking(it: &Moved) -> Markup {
    let Some((change, before)) = it.change.as_ref().zip(it.before.and_then(|it| it.estimate)) else {
        return html! { span class="soft" { (text("digest-few-asked")) } };
    };
    let [low, high] = ends(change.low, change.high, signed_points);
    let value = signed_points(change.value, 0);
    html! {
        @if it.is_up().is_some() {
            span class="note" { (text("digest-asking-changed").with("before", percent(before.value, 0)).with("change", value)) }
        } @else {
            span class="soft" { (text("digest-asking-same").with("before", percent(before.value, 0)).with("low", low).with("high", high)) }
        }
    }
}

fn comments(it: &Asked, week: Week, told: &Digest) -> Markup {
    let of_week = it.beside("comments", &format!("&{}", days(week)));
    html! {
        section class="card" {
            h2 { (text("said-title")) }
            p {
                @match told.comments.written {
                    Some(0) => (text("digest-no-comments")),
                    Some(written) => (text("digest-comments").number("n", written)),
                    None => (text("digest-few-comments")),
                }
                @if it.setting.account.is_some() && told.comments.written != Some(0) { " " a href=(of_week) { (text("digest-read")) } }
            }
            @if !told.comments.phrases.is_empty() {
                ul class="chips phrases" aria-label=(text("said-again")) {
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
            (text("digest-notes"))
        }
    }
}
