//! Where effort is lost, as a table whose bars are its picture: the costliest first, and how sure that is.
//!
//! Never shows a place without its range.

use super::asked::FigureQuery;
use super::figures::PeriodReport;
use super::effort::{Groups, LostReport, Pairs};
use super::trigger_words::value_words;
use super::wording::{count, counted, ends, in_address, on_day, ordinal, percent};
use crate::columns::Dimension;
use effortlet_core::score::SUPPRESSED_BELOW;
use maud::{Markup, html};

/// So many are seen at once; the others are a press away.
const FIRST: usize = 12;

/// What is ranked, one of it and many.
fn words(by: Dimension) -> (&'static str, &'static str) {
    match by {
        Dimension::Article => ("article", "articles"),
        Dimension::Section => ("section", "sections"),
        Dimension::Locale => ("language", "languages"),
        Dimension::Trigger => ("trigger", "triggers"),
        Dimension::Device => ("device", "devices"),
        Dimension::Context => ("fact", "facts"),
    }
}

/// How the links of the table are made.
pub(super) struct Links<'a> {
    /// What the page was asked for, which its links keep.
    pub(super) address: &'a Pairs,
    /// Where the comments about one row are, for whoever may see them.
    pub(super) comments: &'a dyn Fn(&str) -> Option<String>,
    /// Where it stands whether edits of articles helped.
    pub(super) edits: &'a str,
}

/// Without links for whoever may see nothing else.
pub(super) fn lost(told: &Groups, by: Dimension, asked: &FigureQuery, links: Option<&Links>) -> Markup {
    let (one, many) = words(by);
    let most = told.groups.iter().map(|it| it.cost.high).fold(0.0, f64::max);
    let (first, others) = told.groups.split_at(FIRST.min(told.groups.len()));
    html! {
        section class="card lost" id="lost" aria-label="Where effort is lost" {
            h2 { "Where effort is lost" }
            p class="soft" {
                "Visitors who did not find what they were looking for, or did not find it easy. What lost most of them stands "
                "first: what many met goes before what few met, be its share a little worse."
            }
            @if let Some(links) = links { (choice(by, links.address)) }
            @if told.groups.is_empty() {
                p class="note" {
                    "Nothing can be said of single " (many) " yet. Each appears from " (SUPPRESSED_BELOW)
                    " answers, so that nobody can be told apart."
                }
            } @else {
                (table(first, by, asked, links, most))
                @if !others.is_empty() {
                    details {
                        summary { (counted(others.len() as u64, one, many)) " more" }
                        (table(others, by, asked, links, most))
                    }
                }
                p class="soft small" {
                    "Each with its 95% interval, drawn as a thin line. "
                    @if told.groups.iter().any(|it| it.is_shrunk) {
                        "Where few have answered, a share is taken for one nearer to that of "
                        @if by == Dimension::Article { "its section" } @else { "all" }
                        ", so that one bad day does not put it first. "
                    }
                    @if told.groups.iter().any(|it| wider(it, asked).is_some()) {
                        "Where few answer on a day, days around the period are counted too, so that nobody can be told apart. "
                    }
                    (left_out(told, one, many))
                }
                @if let Some(links) = links.filter(|_| by == Dimension::Article) { p { a href=(links.edits) { "Did the repair help?" } " " span class="soft" { "Edited articles before and after." } } }
            }
        }
    }
}

/// Leads to the same page by something else.
fn choice(by: Dimension, address: &Pairs) -> Markup {
    let all = [Dimension::Article, Dimension::Section, Dimension::Locale, Dimension::Trigger, Dimension::Device];
    html! {
        nav class="versions" aria-label="Where effort is lost, by" {
            span class="soft" { "By" }
            @for it in all {
                a href={ (with(address, "by", it.name())) "#lost" } aria-current=[(it == by).then_some("true")] { (words(it).0) }
            }
        }
    }
}

fn table(groups: &[LostReport], by: Dimension, asked: &FigureQuery, links: Option<&Links>, most: f64) -> Markup {
    let (one, many) = words(by);
    html! {
        table role="table" class="ranks" {
            caption class="unseen" { "The " (many) " at which most visitors were lost" }
            thead role="rowgroup" {
                tr role="row" {
                    th role="columnheader" scope="col" { span class="unseen" { "Place" } }
                    th role="columnheader" scope="col" { (one) }
                    th role="columnheader" scope="col" class="number" { "Likely lost" }
                    th role="columnheader" scope="col" class="number" { "Share" }
                }
            }
            tbody role="rowgroup" { @for it in groups { (row(it, by, asked, links, most)) } }
        }
    }
}

/// Roles are said, since a narrow page makes blocks of what a table is made of.
fn row(it: &LostReport, by: Dimension, asked: &FigureQuery, links: Option<&Links>, most: f64) -> Markup {
    html! {
        tr role="row" {
            td role="cell" class="place" { (ordinal(it.place.at)) }
            th role="rowheader" scope="row" {
                (name(it, by, links.is_some()))
                (bar(it, most))
                span class="small soft about" {
                    span { (sure(it)) }
                    span { (count(it.lost)) " of " (count(it.answered)) @if it.is_shrunk { ", taken for " (percent(it.shrunk.value, 0)) } }
                    @if let Some(days) = wider(it, asked) { span { "counted from " (on_day(&days.from)) " to " (on_day(&days.to)) } }
                    @if let Some(section) = &it.section { span { (section) } }
                    @if let Some(edited) = &it.edited { span { "edited " (on_day(edited)) } }
                    @if let Some(day) = &it.first_seen { span { "first seen " (on_day(day)) } }
                    @if let Some(links) = links {
                        a href=(with(links.address, by.name(), &it.value)) aria-label={ "Figures of " (value_words(by, &it.value)) } { "Figures" }
                        @if let Some(comments) = (links.comments)(&it.value) {
                            a href=(comments) aria-label={ "Comments about " (value_words(by, &it.value)) } { "Comments" }
                        }
                    }
                }
            }
            (number("Likely lost", &count(whole(it.cost.value)), [count(whole(it.cost.low)), count(whole(it.cost.high))]))
            @if let Some(share) = it.share.estimate {
                (number("Share", &percent(share.value, 0), ends(share.low, share.high, percent)))
            }
        }
    }
}

/// The days that are counted, where they are more than were asked for.
fn wider<'a>(it: &'a LostReport, asked: &FigureQuery) -> Option<&'a PeriodReport> {
    let is_wider = |days: &&PeriodReport| {
        asked.from.as_ref().is_some_and(|from| days.from < *from) || asked.to.as_ref().is_some_and(|to| days.to > *to)
    };
    it.period.as_ref().filter(is_wider)
}

/// What the column's heading says stands beside the number where there is no room for columns.
fn number(heading: &str, value: &str, [low, high]: [String; 2]) -> Markup {
    html! {
        td role="cell" class="number" {
            span class="small soft heading-of" aria-hidden="true" { (heading) }
            strong { (value) }
            span class="small soft" { (low) " to " (high) }
        }
    }
}

/// An article leads to itself, where its address is known; it may need a login of its own.
fn name(it: &LostReport, by: Dimension, has_links: bool) -> Markup {
    let page = it.page.as_ref().filter(|page| ["https://", "http://"].iter().any(|scheme| page.url.starts_with(scheme)));
    html! {
        @match page {
            Some(page) if has_links => a href=(page.url) rel="noreferrer" dir="auto" { (it.title()) },
            Some(_) => span dir="auto" { (it.title()) },
            None => span dir="auto" { (value_words(by, &it.value)) },
        }
    }
}

/// `between 1st and 7th`.
pub(super) fn sure(it: &LostReport) -> String {
    if it.place.from == it.place.to {
        return format!("surely {}", ordinal(it.place.at));
    }
    format!("between {} and {}", ordinal(it.place.from), ordinal(it.place.to))
}

/// As long as visitors were lost, with a thin line between the ends of its interval.
fn bar(it: &LostReport, most: f64) -> Markup {
    let at = |value: f64| format!("{:.2}%", if most > 0.0 { value / most * 100.0 } else { 0.0 });
    html! {
        svg class="cost" width="100%" height="12" aria-hidden="true" {
            rect class="track" y="1" width="100%" height="10" rx="3" {}
            rect class="difficult" y="1" width=(at(it.cost.value)) height="10" rx="3" {}
            rect class="reach" x=(at(it.cost.low)) y="5" width=(at(it.cost.high - it.cost.low)) height="2" {}
        }
    }
}

fn left_out(told: &Groups, one: &str, many: &str) -> Markup {
    html! {
        @if told.withheld > 0 {
            (counted(told.withheld as u64, one, many)) " more "
            @if told.withheld == 1 { "has" } @else { "have" } " too few answers to be told without telling people apart. "
        }
        @if told.more > 0 { (counted(told.more as u64, one, many)) " more, of which fewer people tell, are not looked at." }
    }
}

fn whole(value: f64) -> u64 {
    value.round().max(0.0) as u64
}

/// The same page with another value for one parameter.
fn with(address: &Pairs, name: &str, value: &str) -> String {
    let others = address.iter().filter(|(it, text)| it != name && !text.is_empty());
    let others: Vec<String> = others.map(|(it, text)| format!("{}={}&", in_address(it), in_address(text))).collect();
    format!("?{}{name}={}", others.concat(), in_address(value))
}
