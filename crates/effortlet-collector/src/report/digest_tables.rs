//! The tables of a digest: where most visitors were lost, and edits that were decided. No value without its interval.

use super::digest::{ArticleMoved, CostlyArticle, Share};
use super::digest_asked::Asked;
use super::edits::EditReport;
use super::lost::sure;
use super::wording::{count, ends, in_address, on_day, ordinal, percent, signed_points};
use crate::repair::Verdict;
use maud::{Markup, html};

pub(super) fn articles(asked: &Asked, articles: &[CostlyArticle]) -> Markup {
    html! {
        section class="card lost" aria-label="Where most visitors were lost" {
            h2 { "Where most visitors were lost" }
            @if articles.is_empty() {
                p class="soft" { "Nothing can be said of single articles yet. Each appears from five answers, so that nobody can be told apart." }
            } @else {
                table role="table" class="ranks" {
                    caption class="unseen" { "The articles at which most visitors were lost in 13 weeks" }
                    thead role="rowgroup" {
                        tr role="row" {
                            th role="columnheader" scope="col" { span class="unseen" { "Place" } }
                            th role="columnheader" scope="col" { "Article, in 13 weeks" }
                            th role="columnheader" scope="col" class="number" { "Likely lost" }
                            th role="columnheader" scope="col" class="number" { "Share" }
                        }
                    }
                    tbody role="rowgroup" { @for it in articles { (article(asked, it)) } }
                }
            }
        }
    }
}

/// Roles are said, since a narrow page makes blocks of what a table is made of.
fn article(asked: &Asked, it: &CostlyArticle) -> Markup {
    let lost = &it.lost;
    let number = |heading: &str, value: String, [low, high]: [String; 2]| html! {
        td role="cell" class="number" {
            span class="small soft heading-of" aria-hidden="true" { (heading) }
            strong { (value) }
            span class="small soft" { (low) " to " (high) }
        }
    };
    html! {
        tr role="row" {
            td role="cell" class="place" { (ordinal(lost.place.at)) }
            th role="rowheader" scope="row" {
                a href=(asked.report(&format!("article={}", in_address(&lost.value)))) dir="auto" { (lost.title()) }
                span class="small soft about" {
                    span { (sure(lost)) }
                    @if let Some(section) = &lost.section { span dir="auto" { (section) } }
                    @if let Some(edited) = &lost.edited { span { "edited " (on_day(edited)) } }
                }
                (lately(it.moved.as_ref()))
            }
            (number("Likely lost", count(whole(lost.cost.value)), [lost.cost.low, lost.cost.high].map(|it| count(whole(it)))))
            @if let Some(share) = lost.share.estimate {
                (number("Share", percent(share.value, 0), ends(share.low, share.high, percent)))
            }
        }
    }
}

/// The last four weeks against the four before; fewer are better.
fn lately(it: Option<&ArticleMoved>) -> Markup {
    let told = it.and_then(|it| Some((it, it.moved.before?.estimate?, it.moved.now.estimate?, it.moved.change?)));
    let Some((it, before, now, change)) = told else {
        return html! { span class="small soft" { "too few answered lately to say whether that moved" } };
    };
    let [low, high] = ends(change.low, change.high, signed_points);
    let (before, now) = (percent(before.value, 0), percent(now.value, 0));
    html! {
        span class="small soft" {
            @match it.moved.is_up() {
                Some(true) => { strong class="worse" { span aria-hidden="true" { "▲ " } "worse" } ": " },
                Some(false) => { strong class="better" { span aria-hidden="true" { "▼ " } "better" } ": " },
                None => "no clear change: ",
            }
            @match it.of {
                Share::Lost => { (now) " lost in the last four weeks, " (before) " in the four before (" (low) " to " (high) ")" },
                Share::NotFound => { (now) " did not find it in the last four weeks, " (before) " in the four before (" (low) " to " (high) ")" },
            }
        }
    }
}

pub(super) fn edits(asked: &Asked, edits: &[EditReport]) -> Markup {
    html! {
        section class="card" {
            h2 { "Edits that were decided this week" }
            @if edits.is_empty() {
                p class="soft" { "Of no edit it became plain this week whether it helped. " a href=(asked.beside("edits", "")) { "All edits" } }
            } @else {
                ul class="decided" {
                    @for it in edits {
                        li {
                            @match it.verdict {
                                Verdict::Worse => strong class="worse" { "Made it worse" },
                                _ => strong class="better" { "Helped" },
                            }
                            " " a href=(asked.report(&format!("article={}", in_address(&it.article)))) dir="auto" { (it.title()) } " "
                            span class="soft" {
                                "edited " (on_day(&it.edited.to))
                                @if let Some([before, after]) = it.shares() { ": " (after) " of its readers are lost, " (before) " were before" }
                            }
                        }
                    }
                }
                p class="small" { a href=(asked.beside("edits", "")) { "All edits, with their intervals" } }
            }
        }
    }
}

fn whole(value: f64) -> u64 {
    value.round().max(0.0) as u64
}
