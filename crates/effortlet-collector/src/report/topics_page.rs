//! `/report/-/topics`: the list of articles that are missing, outdated or wrong, to work through.
//!
//! Never treats what people wrote as anything but text.

use super::labels::label;
use super::meant::words_of;
use super::mistake::Mistake;
use super::page::frame;
use super::setting::Setting;
use super::topics::{Topic, Topics, missing};
use super::topics_asked::{Asked, UNSORTED};
use super::topics_row::row;
use super::topics_words::{class_name, state_name, to};
use super::trigger_words::filter_words;
use super::wording::{address, in_address};
use crate::catalog::{Catalog, as_read};
use crate::language::{Text, text};
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
        (words_of(catalog, [&asked.site, &asked.survey], asked.query.version.as_deref()))
        @if !in_language.is_empty() { (summary(&in_language)) }
        (form(setting, asked, catalog, &told.topics))
        @if meant.is_empty() { (none(asked)) }
        @for language in languages {
            @let of = meant.iter().filter(|it| it.language == language).collect::<Vec<_>>();
            section class="card" aria-label=(text("topics-in").with("language", language)) {
                h2 { (language) " " span class="soft" { (text("topics-count").number("n", of.len() as u64)) } }
                ol class="comments" { @for it in of { (row(asked, it)) } }
            }
        }
        @if told.has_older { p class="soft small" { (text("topics-older")) } }
        @if !meant.is_empty() { (export(setting, asked)) }
    };
    frame(setting, &text("topics-page").with("survey", &asked.survey).to_string(), main)
}

/// The page of an address that cannot be followed.
pub(super) fn refused(setting: &Setting, asked: &Asked, mistakes: &[Mistake]) -> impl IntoResponse + use<> {
    let main = html! {
        (heading(setting, asked))
        div class="problem" role="alert" {
            p { strong { (text("topics-refused")) } }
            @for mistake in mistakes { p dir="auto" { (mistake.sentence()) } }
        }
        @if !asked.survey.is_empty() { p { (show_all(asked)) } }
    };
    frame(setting, &text("filters-refused").to_string(), main)
}

/// The page of a topic that fewer than five people have written by now.
pub(super) fn gone(setting: &Setting, query: &str) -> impl IntoResponse + use<> {
    let main = html! {
        section class="card empty" {
            h1 { (text("topics-gone")) }
            p { (text("topics-gone-more").number("least", SUPPRESSED_BELOW)) }
            p { a href={ "topics?" (query) } { (text("topics-back")) } }
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
            h1 { (text("topics-title")) }
            @if !asked.survey.is_empty() {
                p class="soft" { (text("topics-more").markup("survey", html! { a href=(report) dir="auto" { (asked.survey) } })) }
            }
        }
    }
}

/// What the list comes to.
fn summary(topics: &[&Topic]) -> Markup {
    let (missing, written) = missing(topics);
    let unsorted = topics.iter().filter(|it| it.sorted.class.is_none()).count() as u64;
    let sentence = match (missing, written) {
        (0, _) => text("topics-none-missing"),
        (missing, 0) => text("topics-missing").number("n", missing),
        (missing, written) => text("topics-missing-written").number("n", missing).number("written", written),
    };
    html! {
        p {
            strong { (sentence) } " "
            span class="soft" {
                @if unsorted == 0 { (text("topics-sorted")) } @else { (text("topics-unsorted").number("n", unsorted)) }
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
                (field("question", text("topics-answering"), html! {
                    option value="" { (text("topics-questions")) }
                    @for (id, words) in &questions { option value=(id) selected[asked.question.as_ref() == Some(id)] dir="auto" { (words) } }
                    @if let Some(id) = unlisted { option value=(id) selected dir="auto" { (id) } }
                }))
                (field("language", label("locale"), html! {
                    option value="" { (text("any")) }
                    @for it in languages { option value=(it) selected[asked.language.as_deref() == Some(it)] { (it) } }
                }))
                (field("class", text("topics-class"), html! {
                    option value="" { (text("any")) }
                    @for it in TopicClass::ALL { option value=(it.word()) selected[class == Some(it.word())] { (class_name(it)) } }
                    option value=(UNSORTED) selected[class == Some(UNSORTED)] { (text("topics-not-sorted")) }
                }))
                (field("state", text("said-state"), html! {
                    option value="" { (text("any")) }
                    @for it in TopicState::ALL { option value=(it.word()) selected[asked.state == Some(it)] { (state_name(it, None)) } }
                }))
            }
            div class="row" {
                button type="submit" { (text("show")) }
                @if asked.is_narrowed() { (show_all(asked)) }
            }
            @if !asked.query.pairs().is_empty() {
                ul class="chips" aria-label=(text("filters-in-force")) {
                    @for (name, value) in asked.query.pairs() {
                        @let label = label(name).to_string();
                        li {
                            span class="soft" { (label) } " " bdi { (filter_words(name, value)) } " "
                            a href=(without(asked, name)) { span class="unseen" { (text("filters-without").with("filter", &label).with("value", filter_words(name, value).as_ref())) } span aria-hidden="true" { "×" } }
                        }
                    }
                }
            }
        }
    }
}

fn field(name: &str, label: Text, options: Markup) -> Markup {
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
                h2 { (text("topics-none-fits")) }
                p class="soft" { (text("topics-none-fits-more").number("least", SUPPRESSED_BELOW).markup("all", show_all(asked))) }
            } @else {
                h2 { (text("topics-none")) }
                p class="soft" { (text("topics-none-more").number("least", SUPPRESSED_BELOW)) }
            }
        }
    }
}

fn export(setting: &Setting, asked: &Asked) -> Markup {
    html! {
        section class="card" {
            h2 { (text("topics-export")) }
            p class="soft" { (text("topics-export-more")) }
            ul class="chips" { li { a href=(to(&[setting.root(), "-/exports/topics.csv"].concat(), asked.pairs())) { "CSV" } } }
        }
    }
}

fn show_all(asked: &Asked) -> Markup {
    html! { a href=(all(asked)) { (text("topics-show-all")) } }
}

/// All topics of the survey.
fn all(asked: &Asked) -> String {
    to("topics", asked.pairs().into_iter().take(2))
}

fn without(asked: &Asked, name: &str) -> String {
    to("topics", asked.pairs().into_iter().filter(|it| it.0 != name))
}
