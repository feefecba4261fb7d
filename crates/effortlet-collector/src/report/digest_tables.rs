//! The tables of a digest: where most visitors were lost, and edits that were decided. No value without its interval.

use super::digest::{ArticleMoved, CostlyArticle, Share};
use super::digest_asked::Asked;
use super::edits::EditReport;
use super::lost::sure;
use super::wording::{count, ends, in_address, interval, on_day, percent, signed_points};
use crate::language::text;
use effortlet_core::score::SUPPRESSED_BELOW;
use crate::repair::Verdict;
use maud::{Markup, html};

pub(super) fn articles(asked: &Asked, articles: &[CostlyArticle]) -> Markup {
    html! {
        section class="card lost" aria-label=(text("digest-lost")) {
            h2 { (text("digest-lost")) }
            @if articles.is_empty() {
                p class="soft" { (text("lost-nothing").by("by", "article").number("least", SUPPRESSED_BELOW)) }
            } @else {
                p class="small soft" { (text("digest-lost-more")) }
                table role="table" class="ranks" {
                    caption class="unseen" { (text("digest-lost-caption")) }
                    thead role="rowgroup" {
                        tr role="row" {
                            th role="columnheader" scope="col" { span class="unseen" { (text("lost-place")) } }
                            th role="columnheader" scope="col" { (text("digest-article")) }
                            th role="columnheader" scope="col" class="number" { (text("lost-likely")) }
                            th role="columnheader" scope="col" class="number" { (text("digest-share")) }
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
    let number = |heading: &'static str, value: String, ends: [String; 2]| html! {
        td role="cell" class="number" {
            span class="small soft heading-of" aria-hidden="true" { (text(heading)) }
            strong { (value) }
            span class="small soft" { (interval(ends)) }
        }
    };
    html! {
        tr role="row" {
            td role="cell" class="place" { (text("place").number("place", lost.place.at as u64)) }
            th role="rowheader" scope="row" {
                a href=(asked.figures(&format!("article={}", in_address(&lost.value)))) dir="auto" { (lost.title()) }
                span class="small soft about" {
                    span { (sure(lost)) }
                    @if let Some(section) = &lost.section { span dir="auto" { (section) } }
                    @if let Some(edited) = &lost.edited { span { (text("lost-edited").with("day", on_day(edited))) } }
                }
                (lately(it.moved.as_ref()))
            }
            (number("lost-likely", count(whole(lost.cost.value)), [lost.cost.low, lost.cost.high].map(|it| count(whole(it)))))
            @if let Some(share) = lost.share.estimate {
                (number("digest-share", percent(share.value, 0), ends(share.low, share.high, percent)))
            }
        }
    }
}

/// The last four weeks against the four before; fewer are better.
fn lately(it: Option<&ArticleMoved>) -> Markup {
    let told = it.and_then(|it| Some((it, it.moved.before?.estimate?, it.moved.now.estimate?, it.moved.change?)));
    let Some((it, before, now, change)) = told else {
        return html! { span class="small soft" { (text("digest-few-lately")) } };
    };
    let [low, high] = ends(change.low, change.high, signed_points);
    let (before, now) = (percent(before.value, 0), percent(now.value, 0));
    html! {
        span class="small soft" {
            @match it.moved.is_up() {
                Some(true) => { strong class="worse" { span aria-hidden="true" { "▲ " } (text("digest-worse")) } " " },
                Some(false) => { strong class="better" { span aria-hidden="true" { "▼ " } (text("digest-better")) } " " },
                None => { (text("digest-unclear")) " " },
            }
            @let key = match it.of { Share::Lost => "digest-lately-lost", Share::NotFound => "digest-lately-not-found" };
            (text(key).with("now", now).with("before", before).with("low", low).with("high", high))
        }
    }
}

pub(super) fn edits(asked: &Asked, edits: &[EditReport]) -> Markup {
    html! {
        section class="card" {
            h2 { (text("digest-edits")) }
            @if edits.is_empty() {
                p class="soft" { (text("digest-no-edits")) " " a href=(asked.beside("edits", "")) { (text("digest-all-edits")) } }
            } @else {
                ul class="decided" {
                    @for it in edits {
                        li {
                            @match it.verdict {
                                Verdict::Worse => strong class="worse" { (text("digest-made-worse")) },
                                _ => strong class="better" { (text("digest-helped")) },
                            }
                            " " a href=(asked.figures(&format!("article={}", in_address(&it.article)))) dir="auto" { (it.title()) } " "
                            span class="soft" {
                                @match it.shares() {
                                    Some([before, after]) => (text("digest-edited-shares").with("day", on_day(&it.edited.to)).with("after", after).with("before", before)),
                                    None => (text("lost-edited").with("day", on_day(&it.edited.to))),
                                }
                            }
                        }
                    }
                }
                p class="small" { a href=(asked.beside("edits", "")) { (text("digest-all-edits-intervals")) } }
            }
        }
    }
}

fn whole(value: f64) -> u64 {
    value.round().max(0.0) as u64
}
