//! `/report/-/topics`: the list of articles that are missing, outdated or wrong, to work through.
//!
//! Never treats what people wrote as anything but text.

use super::filters;
use super::mistake::Mistake;
use super::page::frame;
use super::setting::Setting;
use super::topics::{Topic, Topics, missing};
use super::topics_asked::{Asked, UNSORTED};
use super::topics_row::row;
use super::topics_words::{class_name, state_name, to};
use super::trigger_words::filter_words;
use super::wording::{address, count, counted, in_address};
use crate::catalog::{Catalog, as_read};
use crate::columns::Dimension;
use crate::store::{TopicClass, TopicState};
use axum::response::IntoResponse;
use effortlet_core::score::SUPPRESSED_BELOW;
use maud::{Markup, html};
use std::collections::BTreeSet;

pub(super) fn page(setting: &Setting, asked: &Asked, catalog: &Catalog, told: &Topics) -> impl IntoResponse + use<> {
    let meant: Vec<&Topic> = told.topics.iter().filter(|it| it.is_meant(asked)).collect();
    let in_language: Vec<&Topic> = told.topics.iter().filter(|it| it.is_in_language(asked)).collect();
    let languages: BTreeSet<&str> = meant.iter().map(|it| it.language.as_str()).collect();
    let main = html! {
        (heading(setting, asked))
        @if !in_language.is_empty() { (summary(&in_language)) }
        (form(setting, asked, catalog, &told.topics))
        @if meant.is_empty() { (none(asked)) }
        @for language in languages {
            @let of = meant.iter().filter(|it| it.language == language).collect::<Vec<_>>();
            section class="card" aria-label={ "Topics in " (language) } {
                h2 { (language) " " span class="soft" { (counted(of.len() as u64, "topic", "topics")) } }
                ol class="comments" { @for it in of { (row(asked, it)) } }
            }
        }
        @if told.has_older { p class="soft small" { "Counted are the latest comments, as many as are read at once; there are older ones." } }
        @if !meant.is_empty() { (export(setting, asked)) }
    };
    frame(setting, &format!("Topics · {}", asked.survey), main)
}

/// The page of an address that cannot be followed.
pub(super) fn refused(setting: &Setting, asked: &Asked, mistakes: &[Mistake]) -> impl IntoResponse + use<> {
    let main = html! {
        (heading(setting, asked))
        div class="problem" role="alert" {
            p { strong { "These filters cannot be followed, so no topic is shown." } }
            @for mistake in mistakes { p dir="auto" { (mistake.sentence()) } }
        }
        @if !asked.survey.is_empty() { p { a href=(all(asked)) { "Show all topics" } } }
    };
    frame(setting, "Filters that cannot be followed", main)
}

/// The page of a topic that fewer than five people have written by now.
pub(super) fn gone(setting: &Setting, query: &str) -> impl IntoResponse + use<> {
    let main = html! {
        section class="card empty" {
            h1 { "That topic is no longer there" }
            p { "Fewer than " (SUPPRESSED_BELOW) " people whose comments are kept have written it. Nothing was kept of what you pressed." }
            p { a href={ "topics?" (query) } { "Back to the topics" } }
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
            h1 { "Topics" }
            @if !asked.survey.is_empty() {
                p class="soft" { "What comes up again and again in the comments of " a href=(report) dir="auto" { (asked.survey) } "." }
            }
        }
    }
}

/// What the list comes to.
fn summary(topics: &[&Topic]) -> Markup {
    let (missing, written) = missing(topics);
    let unsorted = topics.iter().filter(|it| it.sorted.class.is_none()).count() as u64;
    let sentence = match (missing, written) {
        (0, _) => "No article is said to be missing.".to_owned(),
        (missing, 0) => format!("{} missing, none of them written since.", count(missing)),
        (missing, written) => format!("{} missing, {} of them written since.", count(missing), count(written)),
    };
    html! {
        p {
            strong { (sentence) } " "
            span class="soft" {
                @match unsorted {
                    0 => "Every topic is sorted.",
                    1 => "One topic is not sorted yet.",
                    _ => { (count(unsorted)) " topics are not sorted yet." }
                }
            }
        }
    }
}

fn form(setting: &Setting, asked: &Asked, catalog: &Catalog, topics: &[Topic]) -> Markup {
    let languages: BTreeSet<&str> = topics.iter().map(|it| it.language.as_str()).chain(asked.language.as_deref()).collect();
    let questions = questions(asked, catalog);
    let unlisted = asked.question.as_ref().filter(|it| questions.iter().all(|(id, _)| id != *it));
    let class = asked.class.map(|it| it.map_or(UNSORTED, TopicClass::word));
    html! {
        form class="card find" method="get" action={ (setting.root()) "-/topics" } {
            input type="hidden" name="site" value=(asked.site);
            input type="hidden" name="survey" value=(asked.survey);
            @for (name, value) in asked.query.pairs() { input type="hidden" name=(name) value=(value); }
            div class="choose" {
                (field("question", "In answer to", html! {
                    option value="" { "All questions" }
                    @for (id, words) in &questions { option value=(id) selected[asked.question.as_ref() == Some(id)] dir="auto" { (words) } }
                    @if let Some(id) = unlisted { option value=(id) selected dir="auto" { (id) } }
                }))
                (field("language", "Language", html! {
                    option value="" { "Any" }
                    @for it in languages { option value=(it) selected[asked.language.as_deref() == Some(it)] { (it) } }
                }))
                (field("class", "Class", html! {
                    option value="" { "Any" }
                    @for it in TopicClass::ALL { option value=(it.word()) selected[class == Some(it.word())] { (class_name(it)) } }
                    option value=(UNSORTED) selected[class == Some(UNSORTED)] { "Not sorted yet" }
                }))
                (field("state", "State", html! {
                    option value="" { "Any" }
                    @for it in TopicState::ALL { option value=(it.word()) selected[asked.state == Some(it)] { (state_name(it, None)) } }
                }))
            }
            div class="row" {
                button type="submit" { "Show" }
                @if asked.is_narrowed() { a href=(all(asked)) { "Show all topics" } }
            }
            @if !asked.query.pairs().is_empty() {
                ul class="chips" aria-label="Filters in force" {
                    @for (name, value) in asked.query.pairs() {
                        @let label = match name { "version" => "Version", "from" => "From", "to" => "Until", _ => Dimension::read(name).map_or("", filters::label) };
                        li {
                            span class="soft" { (label) } " " bdi { (filter_words(name, value)) } " "
                            a href=(without(asked, name)) aria-label={ "Without the filter " (label) ": " (value) } { "×" }
                        }
                    }
                }
            }
        }
    }
}

fn field(name: &str, label: &str, options: Markup) -> Markup {
    html! {
        div class="field" {
            label for=(name) { (label) }
            select id=(name) name=(name) { (options) }
        }
    }
}

/// What people answer in words, as it was asked last.
fn questions(asked: &Asked, catalog: &Catalog) -> Vec<(String, String)> {
    let versions = catalog.versions(&asked.site, &asked.survey);
    let newest = versions.into_iter().flat_map(|it| it.known.values()).filter(|it| it.asked.is_some()).max_by_key(|it| it.first_seen);
    let Some(version) = newest else { return Vec::new() };
    let texts = version.asked.iter().flatten().filter(|it| it.kind == "text");
    texts.map(|it| (it.id.clone(), as_read(&it.text, &version.default_locale, &version.organization))).collect()
}

fn none(asked: &Asked) -> Markup {
    html! {
        section class="card" {
            @if asked.is_narrowed() {
                h2 { "No topic fits" }
                p class="soft" { "Nothing that " (SUPPRESSED_BELOW) " people have written is left by these filters. " a href=(all(asked)) { "Show all topics" } }
            } @else {
                h2 { "No topic yet" }
                p class="soft" {
                    "A word, or two that follow each other, becomes a topic when " (SUPPRESSED_BELOW)
                    " people have written it, whatever its endings. Then say here whether an article about it is missing, and when you have written it."
                }
            }
        }
    }
}

fn export(setting: &Setting, asked: &Asked) -> Markup {
    html! {
        section class="card" {
            h2 { "Take the topics along" }
            p class="soft" { "Each topic in a row, with its class, state and note, under the same filters." }
            ul class="chips" { li { a href=(to(&[setting.root(), "-/exports/topics.csv"].concat(), asked.pairs())) { "CSV" } } }
        }
    }
}

/// All topics of the survey.
fn all(asked: &Asked) -> String {
    to("topics", asked.pairs().into_iter().take(2))
}

fn without(asked: &Asked, name: &str) -> String {
    to("topics", asked.pairs().into_iter().filter(|it| it.0 != name))
}
