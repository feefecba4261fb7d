//! The page of all comments: a form to look for some, then each with what its writer rated and what has
//! become of it. Never treats what people wrote as anything but text.

use super::labels::label;
use super::meant::words_of;
use super::page::{frame, timed_frame};
use super::said_asked::{Asked, Wrong};
use super::setting::Setting;
use super::trigger_words::filter_words;
use super::wording::{address, count, in_address, time};
use crate::catalog::{Catalog, as_read};
use crate::language::{Text, text};
use crate::phrases::Phrase;
use crate::store::{CommentAt, CommentState, MOST_LOOKED_AT, Rated, Said};
use axum::response::IntoResponse;
use effortlet_core::scale::Band;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// What a page has to show.
pub(super) struct Shown<'a> {
    pub(super) comments: &'a [Said],
    pub(super) older: Option<i64>,
    /// Whether nothing newer was passed over.
    pub(super) is_first: bool,
    /// What people write again and again, by language.
    pub(super) repeated: &'a BTreeMap<String, Vec<Phrase<'a>>>,
    /// Among how many of the latest comments, where there are older ones.
    pub(super) repeated_among: Option<usize>,
}

const MISTAKES: &str = "mistakes";

pub(super) fn page(setting: &Setting, asked: &Asked, catalog: &Catalog, shown: &Shown) -> impl IntoResponse + use<> {
    let main = html! {
        (heading(setting, asked))
        (words_of(catalog, [&asked.site, &asked.survey], asked.query.version.as_deref()))
        (form(setting, asked))
        (repeated(asked, shown))
        section class="card" aria-label=(text("said-label")) {
            @if shown.comments.is_empty() { (none(asked, shown)) } @else {
                ol class="comments" { @for it in shown.comments { (comment(asked, catalog, it)) } }
            }
        }
        nav class="versions" aria-label=(text("said-pages")) {
            @if !shown.is_first { a href=(link(asked, None)) { (text("said-latest")) } }
            @if let Some(older) = shown.older { a rel="next" href=(link(asked, Some(older))) { (text("said-older")) } }
        }
    };
    timed_frame(setting, &text("said-page").with("survey", &asked.survey).to_string(), main)
}

/// The page of an address that cannot be followed.
pub(super) fn refused(setting: &Setting, asked: &Asked, wrong: &[Wrong]) -> impl IntoResponse + use<> {
    let main = html! {
        (heading(setting, asked))
        div class="problem" id=(MISTAKES) role="alert" {
            p { strong { (text("said-refused")) } }
            @for it in wrong { p dir="auto" { (it.sentence()) } }
        }
        @if !asked.survey.is_empty() { (form(setting, asked)) }
    };
    frame(setting, &text("filters-refused").to_string(), main)
}

/// The page of a comment that was erased, or revised, while somebody looked at it.
pub(super) fn gone(setting: &Setting, query: &str) -> impl IntoResponse + use<> {
    let main = html! {
        section class="card empty" {
            h1 { (text("said-gone")) }
            p { (text("said-gone-more")) }
            p { a href={ "comments?" (query) } { (text("said-back")) } }
        }
    };
    frame(setting, &text("said-gone-page").to_string(), main)
}

fn heading(setting: &Setting, asked: &Asked) -> Markup {
    let filters: Vec<String> = asked.query.pairs().iter().map(|(name, value)| format!("{name}={}", in_address(value))).collect();
    let report = [setting.root(), &address(&asked.site, &asked.survey)].concat();
    let report = if filters.is_empty() { report } else { [&report, "?", &filters.join("&")].concat() };
    html! {
        div class="heading" {
            h1 { (text("said-title")) }
            @if !asked.survey.is_empty() {
                p class="soft" { (text("said-more").markup("survey", html! { a href=(report) dir="auto" { (asked.survey) } })) }
            }
        }
    }
}

fn form(setting: &Setting, asked: &Asked) -> Markup {
    html! {
        form class="card find" method="get" action={ (setting.root()) "-/comments" } {
            input type="hidden" name="site" value=(asked.site);
            input type="hidden" name="survey" value=(asked.survey);
            @for (name, value) in asked.query.pairs() { input type="hidden" name=(name) value=(value); }
            @for (name, value) in &asked.of_topic() { input type="hidden" name=(name) value=(value); }
            div class="choose" {
                div class="field" {
                    label for="q" { (text("said-words")) }
                    input type="search" id="q" name="q" value=(asked.words) maxlength="200" dir="auto" autocomplete="off";
                }
                div class="field" {
                    label for="state" { (text("said-state")) }
                    select id="state" name="state" {
                        option value="" { (text("any")) }
                        @for it in CommentState::ALL { option value=(it.word()) selected[asked.state == Some(it)] { (name(it)) } }
                    }
                }
            }
            div class="row" {
                label class="check" { input type="checkbox" name="low" value="1" checked[asked.low]; (text("said-low")) }
                button type="submit" { (text("show")) }
            }
            @let own = asked.of_topic();
            @let in_force: Vec<(&'static str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).chain(asked.query.pairs()).collect();
            @if !in_force.is_empty() {
                ul class="chips" aria-label=(text("filters-in-force")) {
                    @for (name, value) in &in_force {
                        li {
                            span class="soft" { (label(name)) } " " bdi { (filter_words(name, value)) } " "
                            a href=(without(asked, name)) { span class="unseen" { (text("filters-without").with("filter", label(name).to_string()).with("value", filter_words(name, value).as_ref())) } span aria-hidden="true" { "×" } }
                        }
                    }
                }
            }
        }
    }
}

/// Each leads to the comments that have it.
fn repeated(asked: &Asked, shown: &Shown) -> Markup {
    html! {
        @if !shown.repeated.is_empty() {
            section class="card" aria-label=(text("said-again")) {
                h2 { (text("said-again")) }
                @if let Some(n) = shown.repeated_among { p class="soft small" { (text("said-again-latest").number("n", n as u64)) } }
                @for (language, phrases) in shown.repeated {
                    ul class="chips phrases" aria-label=(text("said-in").with("language", language)) {
                        li class="soft" { (language) }
                        @for it in phrases {
                            li { a href=(with(asked, "q", &it.search)) dir="auto" lang=(language) { (it.words) } " " span class="soft" { (count(it.people.len() as u64)) } }
                        }
                    }
                }
                p class="all" { a href=(topics(asked)) { (text("said-topics")) } }
            }
        }
    }
}

fn none(asked: &Asked, shown: &Shown) -> Markup {
    let is_narrowed = asked.low || asked.topic.is_some() || asked.question.is_some() || asked.state.is_some() || !asked.words.trim().is_empty() || !asked.query.pairs().is_empty();
    html! {
        @if shown.older.is_some() {
            p class="soft" { (text("said-none-looked-at").number("people", MOST_LOOKED_AT as u64)) }
        } @else if is_narrowed || !shown.is_first {
            p class="soft" { (text("said-none-fits").markup("all", html! { a href=(all(asked)) { (text("said-show-all")) } })) }
        } @else {
            p class="soft" { (text("said-nobody")) }
        }
    }
}

/// Addresses come from outside: only those of the web become links.
fn comment(asked: &Asked, catalog: &Catalog, it: &Said) -> Markup {
    let url = it.page_url.as_str();
    let on_the_web = url.starts_with("https://") || url.starts_with("http://");
    let title = if it.page_title.trim().is_empty() { url } else { &it.page_title };
    html! {
        li id=(anchor(&it.at)) class={ "said " (it.state.word()) } {
            blockquote lang=(it.locale) dir="auto" { (it.text) }
            p class="soft small" {
                @for rated in &it.ratings { (rating(*rated)) }
                @match it.found {
                    Some(true) => span { (text("said-found")) },
                    Some(false) => span { (text("said-not-found")) },
                    None => {},
                }
                span class="tag" dir="auto" { (question(asked, catalog, it)) }
                @if on_the_web {
                    a href=(url) rel="noreferrer nofollow" dir="auto" { (title) }
                } @else {
                    span dir="auto" { (title) }
                }
                @if let Some(article) = &it.page_article {
                    a href=(with(asked, "article", article)) aria-label=(text("said-on-article-label").with("article", article)) { (text("said-on-article")) }
                }
                span { (it.locale) }
                (time(&it.revised.rfc3339()))
            }
            (remark(asked, it))
        }
    }
}

/// Whatever is pressed, the note is kept as it stands, and the page that comes is the same one.
fn remark(asked: &Asked, it: &Said) -> Markup {
    let note = format!("note-{}", anchor(&it.at));
    html! {
        form method="post" action=(link(asked, asked.before)) class="remark" {
            input type="hidden" name="site" value=(it.at.site);
            input type="hidden" name="response" value=(it.at.response);
            input type="hidden" name="position" value=(it.at.position);
            div class="states" role="group" aria-label=(text("said-state-label")) {
                @for state in CommentState::ALL {
                    button class="quiet" type="submit" name="state" value=(state.word()) aria-pressed=(if state == it.state { "true" } else { "false" }) { (name(state)) }
                }
            }
            details open[!it.note.is_empty()] {
                summary { (text("said-note")) }
                label class="unseen" for=(note) { (text("said-note-label")) }
                textarea id=(note) name="note" rows="2" maxlength="2000" dir="auto" { (it.note) }
                button class="quiet" type="submit" name="state" value=(it.state.word()) { (text("said-keep")) }
            }
        }
    }
}

fn rating(it: Rated) -> Markup {
    let band = match it.band {
        Band::Difficult => "difficult",
        Band::Neutral => "neutral",
        Band::Easy => "easy",
    };
    let rated = text("said-rating").by("band", band).number("rating", it.rating.into()).number("points", it.points.count().into());
    html! {
        span class="unbroken" { span class={ "swatch " (band) } {} (rated) }
    }
}

/// In the words that were asked last, where they are known.
fn question(asked: &Asked, catalog: &Catalog, it: &Said) -> String {
    let versions = catalog.versions(&asked.site, &asked.survey);
    let newest = versions.into_iter().flat_map(|it| it.known.values()).max_by_key(|it| it.first_seen);
    let words = newest.and_then(|version| {
        let question = version.asked.as_ref()?.iter().find(|question| question.id == it.question)?;
        Some(as_read(&question.text, &version.default_locale, &version.organization))
    });
    words.unwrap_or_else(|| it.question.clone())
}

/// Where a comment stands on its page.
pub(super) fn anchor(at: &CommentAt) -> String {
    format!("c-{}-{}", at.response, at.position)
}

fn name(state: CommentState) -> Text {
    text("said-state-name").by("state", state.word())
}

/// This page, by name and value.
fn pairs(asked: &Asked) -> Vec<(&'static str, String)> {
    let mut pairs = vec![("site", asked.site.clone()), ("survey", asked.survey.clone())];
    pairs.extend(asked.query.pairs().into_iter().map(|(name, value)| (name, value.to_owned())));
    pairs.extend((!asked.words.is_empty()).then(|| ("q", asked.words.clone())));
    pairs.extend(asked.of_topic());
    pairs.extend(asked.low.then(|| ("low", "1".to_owned())));
    pairs.extend(asked.state.map(|it| ("state", it.word().to_owned())));
    pairs
}

fn to(pairs: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={}", in_address(&value))).collect();
    format!("comments?{}", pairs.join("&"))
}

fn link(asked: &Asked, before: Option<i64>) -> String {
    to(pairs(asked).into_iter().chain(before.map(|it| ("before", it.to_string()))))
}

fn with(asked: &Asked, name: &'static str, value: &str) -> String {
    to(pairs(asked).into_iter().filter(|it| it.0 != name).chain([(name, value.to_owned())]))
}

fn without(asked: &Asked, name: &str) -> String {
    to(pairs(asked).into_iter().filter(|it| it.0 != name))
}

fn topics(asked: &Asked) -> String {
    let of = pairs(asked).into_iter().take(2).chain(asked.query.pairs().into_iter().map(|(name, value)| (name, value.to_owned())));
    to(of).replacen("comments", "topics", 1)
}

fn all(asked: &Asked) -> String {
    to(pairs(asked).into_iter().take(2))
}
