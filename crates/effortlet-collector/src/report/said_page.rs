//! The page of all comments: a form to look for some, then each with what its writer rated and what has
//! become of it. Never treats what people wrote as anything but text.

use super::filters;
use super::page::frame;
use super::said_asked::Asked;
use super::setting::Setting;
use super::trigger_words::filter_words;
use super::wording::{address, count, in_address, moment};
use crate::catalog::{Catalog, as_read};
use crate::columns::Dimension;
use crate::phrases::Phrase;
use crate::store::{CommentAt, CommentState, MOST_LOOKED_AT, Rated, Said};
use axum::response::IntoResponse;
use effortlet_core::scale::Band;
use effortlet_core::source::Problem;
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
}

const MISTAKES: &str = "mistakes";

pub(super) fn page(setting: &Setting, asked: &Asked, catalog: &Catalog, shown: &Shown) -> impl IntoResponse + use<> {
    let main = html! {
        (heading(setting, asked))
        (form(setting, asked))
        (repeated(asked, shown))
        section class="card" aria-label="Comments" {
            @if shown.comments.is_empty() { (none(asked, shown)) } @else {
                ol class="comments" { @for it in shown.comments { (comment(asked, catalog, it)) } }
            }
        }
        nav class="versions" aria-label="Pages of comments" {
            @if !shown.is_first { a href=(link(asked, None)) { "Back to the latest" } }
            @if let Some(older) = shown.older { a rel="next" href=(link(asked, Some(older))) { "Older comments" } }
        }
    };
    frame(setting, &format!("What people said · {}", asked.survey), main)
}

/// The page of an address that cannot be followed.
pub(super) fn refused(setting: &Setting, asked: &Asked, problems: &[Problem]) -> impl IntoResponse + use<> {
    let main = html! {
        (heading(setting, asked))
        div class="problem" id=(MISTAKES) role="alert" {
            p { strong { "These filters cannot be followed, so no comment is shown." } }
            @for problem in problems { p dir="auto" { (problem.message()) } }
        }
        @if !asked.survey.is_empty() { (form(setting, asked)) }
    };
    frame(setting, "Filters that cannot be followed", main)
}

/// The page of a comment that was erased, or revised, while somebody looked at it.
pub(super) fn gone(setting: &Setting, query: &str) -> impl IntoResponse + use<> {
    let main = html! {
        section class="card empty" {
            h1 { "That comment is no longer there" }
            p { "It was erased, or its writer has changed it meanwhile. Nothing was kept of what you pressed." }
            p { a href={ "comments?" (query) } { "Back to the comments" } }
        }
    };
    frame(setting, "No longer there", main)
}

fn heading(setting: &Setting, asked: &Asked) -> Markup {
    let filters: Vec<String> = asked.query.pairs().iter().map(|(name, value)| format!("{name}={}", in_address(value))).collect();
    let report = [setting.root(), &address(&asked.site, &asked.survey)].concat();
    let report = if filters.is_empty() { report } else { [&report, "?", &filters.join("&")].concat() };
    html! {
        div class="heading" {
            h1 { "What people said" }
            @if !asked.survey.is_empty() {
                p class="soft" { "In answer to " a href=(report) dir="auto" { (asked.survey) } ", the latest first." }
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
                    label for="q" { "Words" }
                    input type="search" id="q" name="q" value=(asked.words) maxlength="200" dir="auto" autocomplete="off";
                }
                div class="field" {
                    label for="state" { "State" }
                    select id="state" name="state" {
                        option value="" { "Any" }
                        @for it in CommentState::ALL { option value=(it.word()) selected[asked.state == Some(it)] { (name(it)) } }
                    }
                }
            }
            div class="row" {
                label class="check" { input type="checkbox" name="low" value="1" checked[asked.low]; "Only from people who found it difficult" }
                button type="submit" { "Show" }
            }
            @let own = asked.of_topic();
            @let in_force: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).chain(asked.query.pairs()).collect();
            @if !in_force.is_empty() {
                ul class="chips" aria-label="Filters in force" {
                    @for (name, value) in &in_force {
                        li {
                            span class="soft" { (label(name)) } " " bdi { (filter_words(name, value)) } " "
                            a href=(without(asked, name)) aria-label={ "Without the filter " (label(name)) ": " (value) } { "×" }
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
            section class="card" aria-label="What comes up again and again" {
                h2 { "What comes up again and again" }
                @for (language, phrases) in shown.repeated {
                    ul class="chips phrases" aria-label={ "In " (language) } {
                        li class="soft" { (language) }
                        @for it in phrases {
                            li { a href=(with(asked, "q", &it.search)) dir="auto" lang=(language) { (it.words) } " " span class="soft" { (count(it.people.len() as u64)) } }
                        }
                    }
                }
                p class="all" { a href=(topics(asked)) { "All topics, to sort and to work through" } }
            }
        }
    }
}

fn none(asked: &Asked, shown: &Shown) -> Markup {
    let is_narrowed = asked.low || asked.topic.is_some() || asked.question.is_some() || asked.state.is_some() || !asked.words.trim().is_empty() || !asked.query.pairs().is_empty();
    html! {
        @if shown.older.is_some() {
            p class="soft" { "None among the " (count(MOST_LOOKED_AT as u64)) " people that were looked at. There are older comments." }
        } @else if is_narrowed || !shown.is_first {
            p class="soft" { "No comment fits. " a href=(all(asked)) { "Show all comments" } }
        } @else {
            p class="soft" { "Nobody has written anything yet." }
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
                    Some(true) => span { "found it" },
                    Some(false) => span { "did not find it" },
                    None => {},
                }
                span class="tag" dir="auto" { (question(asked, catalog, it)) }
                @if on_the_web {
                    a href=(url) rel="noreferrer nofollow" dir="auto" { (title) }
                } @else {
                    span dir="auto" { (title) }
                }
                @if let Some(article) = &it.page_article {
                    a href=(with(asked, "article", article)) aria-label={ "All on this article: " (article) } { "All on this article" }
                }
                span { (it.locale) }
                time datetime=(it.revised.rfc3339()) { (moment(&it.revised.rfc3339())) }
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
            div class="states" role="group" aria-label="State of this comment" {
                @for state in CommentState::ALL {
                    button class="quiet" type="submit" name="state" value=(state.word()) aria-pressed=(if state == it.state { "true" } else { "false" }) { (name(state)) }
                }
            }
            details open[!it.note.is_empty()] {
                summary { "Note" }
                label class="unseen" for=(note) { "Note on this comment" }
                textarea id=(note) name="note" rows="2" maxlength="2000" dir="auto" { (it.note) }
                button class="quiet" type="submit" name="state" value=(it.state.word()) { "Keep the note" }
            }
        }
    }
}

fn rating(it: Rated) -> Markup {
    let (class, word) = match it.band {
        Band::Difficult => ("difficult", "difficult"),
        Band::Neutral => ("neutral", "neither"),
        Band::Easy => ("easy", "easy"),
    };
    html! {
        span class="unbroken" { span class={ "swatch " (class) } {} (it.rating) " of " (it.points.count()) ", " (word) }
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

fn name(state: CommentState) -> &'static str {
    match state {
        CommentState::New => "New",
        CommentState::Read => "Read",
        CommentState::Done => "Done",
    }
}

fn label(name: &str) -> &'static str {
    match name {
        "version" => "Version",
        "from" => "From",
        "to" => "Until",
        "question" => "Question",
        "topic" => "Topic",
        _ => Dimension::read(name).map_or("", filters::label),
    }
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
