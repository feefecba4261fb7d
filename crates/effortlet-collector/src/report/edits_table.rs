//! Edits of articles as a table: before, after and the difference, with their intervals.
//!
//! Never shows a share without its interval and the number of people.

use super::edits::{ComparedReport, EditReport, SideReport};
use super::labels::label;
use super::wording::{bare_points, ends, interval, on_day, percent, signed_points};
use crate::language::{Text, text};
use crate::repair::Verdict;
use maud::{Markup, html};

/// Where the links of a row lead, by its article.
pub(super) struct Links<'a> {
    pub(super) figures: &'a dyn Fn(&str) -> String,
    /// For whoever may see them.
    pub(super) comments: &'a dyn Fn(&str) -> Option<String>,
}

/// Roles are said, since a narrow page makes blocks of what a table is made of.
pub(super) fn table(links: &Links, edits: &[EditReport]) -> Markup {
    html! {
        table role="table" class="ranks edits" {
            caption class="unseen" { (text("edits-caption")) }
            thead role="rowgroup" {
                tr role="row" {
                    th role="columnheader" scope="col" { (label("article")) }
                    th role="columnheader" scope="col" class="number" { (text("before")) }
                    th role="columnheader" scope="col" class="number" { (text("after")) }
                    th role="columnheader" scope="col" class="number" { (text("difference")) }
                }
            }
            tbody role="rowgroup" { @for it in edits { (row(links, it)) } }
        }
    }
}

fn row(links: &Links, it: &EditReport) -> Markup {
    html! {
        tr role="row" {
            th role="rowheader" scope="row" {
                (name(it))
                " " (verdict(it.verdict))
                @if let Some(compared) = &it.compared { (picture(compared)) }
                span class="small soft about" {
                    span { (edited(it)) }
                    @if let Some(section) = &it.section { span dir="auto" { (section) } }
                    span class="together" {
                        a href=((links.figures)(&it.article)) aria-label=(text("figures-of").with("name", &it.article)) { (text("figures-link")) }
                        @if let Some(comments) = (links.comments)(&it.article) {
                            a href=(comments) aria-label=(text("comments-about").with("name", &it.article)) { (text("comments-link")) }
                        }
                    }
                }
                @if let Some(all) = &it.all { (of_all(it, all)) }
            }
            @match &it.compared {
                Some(compared) => {
                    (side("before", &compared.before))
                    (side("after", &compared.after))
                    (difference(compared))
                },
                None => td role="cell" colspan="3" class="small soft" { (text("edits-few")) },
            }
        }
    }
}

/// An article leads to itself, where its address is known.
fn name(it: &EditReport) -> Markup {
    let page = it.page.as_ref().filter(|page| ["https://", "http://"].iter().any(|scheme| page.url.starts_with(scheme)));
    html! {
        @match page {
            Some(page) => a href=(page.url) rel="noreferrer" dir="auto" { @if page.title.is_empty() { (it.article) } @else { (page.title) } },
            None => span dir="auto" { (it.article) },
        }
    }
}

fn verdict(it: Verdict) -> Markup {
    let (class, word) = match it {
        Verdict::Helped => ("better", "helped"),
        Verdict::Worse => ("worse", "worse"),
        Verdict::Unclear => ("soft", "unclear"),
    };
    html! { span class={ "tag " (class) } { (text("edits-verdict").by("verdict", word)) } }
}

fn edited(it: &EditReport) -> Text {
    let (from, to) = (on_day(&it.edited.from), on_day(&it.edited.to));
    if from == to { text("edits-on").with("day", from) } else { text("edits-between").with("from", from).with("to", to) }
}

/// Before above after, as shares of all, each with a thin line between the ends of its interval.
fn picture(it: &ComparedReport) -> Markup {
    let at = |share: f64| format!("{:.2}%", share * 100.0);
    let bar = |side: &SideReport, y: f64, class: &str| html! {
        rect class="track" y=(y) width="100%" height="8" rx="3" {}
        @if let Some(share) = side.share.estimate {
            rect class=(class) y=(y) width=(at(share.value)) height="8" rx="3" {}
            rect class="reach" x=(at(share.low)) y=(y + 3.0) width=(at(share.high - share.low)) height="2" {}
        }
    };
    html! {
        svg class="cost" width="100%" height="20" aria-hidden="true" {
            (bar(&it.before, 0.0, "neutral"))
            (bar(&it.after, 11.0, "difficult"))
        }
    }
}

/// What the column's heading says stands beside the number where there is no room for columns.
fn side(heading: &'static str, it: &SideReport) -> Markup {
    html! {
        td role="cell" class="number" {
            span class="small soft heading-of" aria-hidden="true" { (text(heading)) }
            @if let Some(share) = it.share.estimate {
                strong { (percent(share.value, 0)) }
                span class="small soft" { (interval(ends(share.low, share.high, percent))) }
            }
            span class="small soft" { (text("out-of").number("part", it.lost).number("all", it.answered)) }
        }
    }
}

fn difference(it: &ComparedReport) -> Markup {
    html! {
        td role="cell" class="number" {
            span class="small soft heading-of" aria-hidden="true" { (text("difference")) }
            @if let Some(it) = it.difference {
                strong { (signed_points(it.value, 0)) }
                span class="small soft" { (interval(ends(it.low, it.high, bare_points))) }
            }
        }
    }
}

/// Where all articles moved as much, it was hardly the edit.
fn of_all(it: &EditReport, all: &ComparedReport) -> Markup {
    let shares = all.before.share.estimate.zip(all.after.share.estimate);
    let own = it.compared.as_ref().and_then(|it| it.difference).filter(|_| it.verdict != Verdict::Unclear);
    let is_alike = own.zip(all.difference).is_some_and(|(own, all)| own.low <= all.value && all.value <= own.high);
    html! {
        @if let Some((before, after)) = shares {
            span class="small soft about" {
                span { (text("edits-all").with("before", percent(before.value, 0)).with("after", percent(after.value, 0))) }
                @if is_alike { span { (text("edits-alike")) } }
            }
        }
    }
}
