//! Edits of articles as a table: before, after and the difference, with their intervals.
//!
//! Never shows a share without its interval and the number of people.

use super::edits::{ComparedReport, EditReport, SideReport};
use super::wording::{count, ends, on_day, percent, signed_points};
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
            caption class="unseen" { "Articles before an edit and after it" }
            thead role="rowgroup" {
                tr role="row" {
                    th role="columnheader" scope="col" { "Article" }
                    th role="columnheader" scope="col" class="number" { "Before" }
                    th role="columnheader" scope="col" class="number" { "After" }
                    th role="columnheader" scope="col" class="number" { "Difference" }
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
                    a href=((links.figures)(&it.article)) aria-label={ "Figures of " (it.article) } { "Figures" }
                    @if let Some(comments) = (links.comments)(&it.article) {
                        a href=(comments) aria-label={ "Comments about " (it.article) } { "Comments" }
                    }
                }
                @if let Some(all) = &it.all { (of_all(it, all)) }
            }
            @match &it.compared {
                Some(compared) => {
                    (side("Before", &compared.before))
                    (side("After", &compared.after))
                    (difference(compared))
                },
                None => td role="cell" colspan="3" class="small soft" { "Too few answered before it, or have since." },
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
    let (class, words) = match it {
        Verdict::Helped => ("better", "helped"),
        Verdict::Worse => ("worse", "made it worse"),
        Verdict::Unclear => ("soft", "cannot be told yet"),
    };
    html! { span class={ "tag " (class) } { (words) } }
}

fn edited(it: &EditReport) -> String {
    let (from, to) = (on_day(&it.edited.from), on_day(&it.edited.to));
    if from == to { format!("edited on {from}") } else { format!("edited from {from} to {to}") }
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
fn side(heading: &str, it: &SideReport) -> Markup {
    html! {
        td role="cell" class="number" {
            span class="small soft heading-of" aria-hidden="true" { (heading) }
            @if let Some(share) = it.share.estimate {
                @let [low, high] = ends(share.low, share.high, percent);
                strong { (percent(share.value, 0)) }
                span class="small soft" { (low) " to " (high) }
            }
            span class="small soft" { (count(it.lost)) " of " (count(it.answered)) }
        }
    }
}

fn difference(it: &ComparedReport) -> Markup {
    html! {
        td role="cell" class="number" {
            span class="small soft heading-of" aria-hidden="true" { "Difference" }
            @if let Some(it) = it.difference {
                @let [low, high] = ends(it.low, it.high, signed_points).map(without_unit);
                strong { (signed_points(it.value, 0)) }
                span class="small soft" { (low) " to " (high) }
            }
        }
    }
}

/// It stands above already.
fn without_unit(points: String) -> String {
    points.split(' ').next().unwrap_or_default().to_owned()
}

/// Where all articles moved as much, it was hardly the edit.
fn of_all(it: &EditReport, all: &ComparedReport) -> Markup {
    let shares = all.before.share.estimate.zip(all.after.share.estimate);
    let own = it.compared.as_ref().and_then(|it| it.difference).filter(|_| it.verdict != Verdict::Unclear);
    let is_alike = own.zip(all.difference).is_some_and(|(own, all)| own.low <= all.value && all.value <= own.high);
    html! {
        @if let Some((before, after)) = shares {
            span class="small soft about" {
                span { "All articles on the same days: " (percent(before.value, 0)) " before, " (percent(after.value, 0)) " after." }
                @if is_alike { span { "They may have moved as much, so it was hardly this edit." } }
            }
        }
    }
}
