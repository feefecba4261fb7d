//! The page of one survey: the score first, then what it is made of, then what people wrote.

use super::choice::choices;
use super::comments::comments;
use super::figures::{Report, ScoreReport, VersionReport};
use super::filters::{self, Chosen, comments_page, counted_days, exports, filters, nobody, topics_page};
use super::funnel::funnel;
use super::mistake::Mistake;
use super::notes::notes;
use super::page::{frame, live_frame};
use super::ratings::ratings;
use super::score::{direction, score_card};
use super::shown::{Newer, Shown};
use super::tiles::{tile, tiles};
use super::drawn::Drawn;
use super::trend::trend;
use super::wording::time;
use crate::catalog::DEFAULT_SITE;
use crate::language::text;
use axum::response::IntoResponse;
use effortlet_core::score::SUPPRESSED_BELOW;
use maud::{Markup, html};

/// What a page shows beside the figures of its version.
pub(super) struct Beside {
    /// That of the last revision when the page was begun.
    pub(super) number: i64,
    pub(super) newer: Option<Newer>,
    pub(super) change: Option<Markup>,
    pub(super) drawn: Drawn,
    pub(super) lost: Option<Markup>,
    pub(super) paths: Option<Markup>,
}

pub(super) fn page(chosen: &Chosen, report: &Report, shown: &Shown, beside: &Beside) -> impl IntoResponse + use<> {
    let main = html! {
        @for version in &report.versions {
            (heading(report, version, &filters::digest(chosen), shares(chosen).as_deref()))
            (versions(shown, &|version| chosen.of_version(version)))
            @if let Some(it) = &beside.newer { (newer(it, &chosen.of_version(&it.version), if chosen.query.has_filters() { "survey-newer-filtered" } else { "survey-newer" })) }
            (together(version))
            (filters(chosen, &[]))
            (counted_days(chosen.query, version.period.as_ref()))
            @if version.totals.shown == 0 {
                (nobody(chosen))
            } @else {
                @if version.scores.is_empty() { (no_ratings(version)) }
                @for score in &version.scores { (scored(version, score)) }
                @if let Some(change) = &beside.change { (change) }
                @for score in &version.scores { (trend(Some(chosen), &beside.drawn, score)) }
                @if let Some(lost) = &beside.lost { (lost) }
                @if let Some(paths) = &beside.paths { (paths) }
                (choices(&version.choices))
                (funnel(version.totals, Some(&filters::subpage(chosen, "nonresponse"))))
                (comments(&report.comments, comments_page(chosen).as_deref(), topics_page(chosen).as_deref()))
                (exports(chosen))
            }
        }
        (notes())
    };
    live_frame(chosen.setting, &report.survey, main, beside.number)
}

/// The page of filters that cannot be followed.
pub(super) fn refused(chosen: &Chosen, mistakes: &[Mistake]) -> impl IntoResponse + use<> {
    frame(chosen.setting, &text("filters-refused").to_string(), filters::refused(chosen, mistakes))
}

/// Where it is shared, for people.
fn shares(chosen: &Chosen) -> Option<String> {
    chosen.setting.account.map(|_| filters::subpage(chosen, "shares"))
}

fn heading(report: &Report, version: &VersionReport, digest: &str, shares: Option<&str>) -> Markup {
    html! {
        div class="heading" {
            h1 { (report.survey) @if report.site != DEFAULT_SITE { " " span class="tag" { (report.site) } } }
            p class="soft" {
                (text("survey-responses").number("n", version.totals.responses).markup("last", time(&version.latest_at)))
                " · " a href=(digest) { (text("survey-week")) }
                @if let Some(shares) = shares { " · " a href=(shares) { (text("survey-share")) } }
            }
        }
    }
}

/// Figures of different versions are never mixed; these lead from one to the other.
pub(super) fn versions(shown: &Shown, link: &dyn Fn(&str) -> String) -> Markup {
    html! {
        @if shown.is_one_of_several() {
            nav class="versions" aria-label=(text("survey-versions")) {
                span class="soft" { (text("version")) }
                @for (index, version) in shown.known.iter().enumerate() {
                    a href=(link(version)) aria-current=[(*version == shown.version).then_some("page")] {
                        @if index == 0 { (text("survey-newest").with("version", version.as_str())) } @else { (version) }
                    }
                }
            }
        }
    }
}

/// That there is a newer version than the one that is shown, which `link` leads to.
pub(super) fn newer(it: &Newer, link: &str, key: &'static str) -> Markup {
    let told = text(key).number("n", it.answered).number("least", SUPPRESSED_BELOW);
    let version = html! { a href=(link) { (text("survey-newer-version").with("version", it.version.as_str())) } };
    html! { p class="soft small" { (told.markup("version", version)) } }
}

/// Which versions a team has declared comparable.
fn together(version: &VersionReport) -> Markup {
    html! {
        @if version.together.len() > 1 {
            p class="soft small" { (text("survey-together").with("versions", version.together.join(", "))) }
        }
    }
}

pub(super) fn scored(version: &VersionReport, score: &ScoreReport) -> Markup {
    let several = version.scores.len() > 1;
    html! {
        section aria-label=(text("survey-score-of").with("question", &score.question)) {
            @if several {
                h2 { (score.question) " " span class="soft" { (text("survey-scale").by("easy", direction(score.easy_is)).number("points", score.points.into())) } }
            }
            @if let Some(asked) = &score.asked { p class="asked" dir="auto" { (text("quoted").with("text", asked)) } }
            div class="overview" {
                (score_card(score))
                (tiles(version, score))
            }
            (ratings(score))
        }
    }
}

fn no_ratings(version: &VersionReport) -> Markup {
    html! {
        @match &version.found_rate {
            Some(found) => div class="tiles" {
                (tile("tile-found", "tile-found-more", found))
            },
            None => @if version.choices.is_empty() {
                p class="card" { (text("survey-no-ratings")) }
            },
        }
    }
}

