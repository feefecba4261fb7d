//! Where effort is lost, as a table whose bars are its picture: the costliest first, and how sure that is.
//!
//! Never shows a place without its range.

use super::asked::FigureQuery;
use super::figures::PeriodReport;
use super::effort::{Groups, LostReport, Pairs};
use super::trigger_words::value_words;
use super::wording::{count, ends, in_address, interval, on_day, percent};
use effortlet_columns::Dimension;
use super::labels::label;
use crate::language::{Text, text};
use effortlet_core::score::SUPPRESSED_BELOW;
use maud::{Markup, html};

/// So many are seen at once; the others are a press away.
const FIRST: usize = 12;

/// How the links of the table are made.
pub(super) struct Links<'a> {
    /// What the page was asked for, which its links keep.
    pub(super) address: &'a Pairs,
    /// Where the figures of one row are.
    pub(super) figures: &'a dyn Fn(&str) -> String,
    /// Where the comments about one row are, for whoever may see them.
    pub(super) comments: &'a dyn Fn(&str) -> Option<String>,
    /// Where it stands whether edits of articles helped.
    pub(super) edits: &'a str,
}

/// Without links for whoever may see nothing else.
pub(super) fn lost(told: &Groups, by: Dimension, asked: &FigureQuery, links: Option<&Links>) -> Markup {
    let of = |key| text(key).by("by", by.name());
    let most = told.groups.iter().map(|it| it.cost.high).fold(0.0, f64::max);
    let (first, others) = told.groups.split_at(FIRST.min(told.groups.len()));
    html! {
        section class="card lost" id="lost" aria-label=(text("lost-title")) {
            h2 { (text("lost-title")) }
            p class="soft" { (text("lost-more")) }
            @if let Some(links) = links { (choice(by, links.address)) }
            @if told.groups.is_empty() {
                p class="note" { (of("lost-nothing").number("least", SUPPRESSED_BELOW)) }
            } @else {
                (table(first, by, asked, links, most))
                @if !others.is_empty() {
                    details {
                        summary { (of("lost-others").number("n", others.len() as u64)) }
                        (table(others, by, asked, links, most))
                    }
                }
                p class="soft small" {
                    (text("lost-note"))
                    @if told.groups.iter().any(|it| it.is_shrunk) { " " (of("lost-shrunk")) }
                    @if told.groups.iter().any(|it| wider(it, asked).is_some()) { " " (text("lost-around")) }
                    @if told.withheld > 0 { " " (of("lost-withheld").number("n", told.withheld as u64)) }
                    @if told.more > 0 { " " (of("lost-not-looked-at").number("n", told.more as u64)) }
                }
                @if let Some(links) = links.filter(|_| by == Dimension::Article) {
                    p { a href=(links.edits) { (text("lost-repair")) } " " span class="soft" { (text("lost-repair-more")) } }
                }
            }
        }
    }
}

/// Leads to the same page by something else.
fn choice(by: Dimension, address: &Pairs) -> Markup {
    let all = [Dimension::Article, Dimension::Section, Dimension::Locale, Dimension::Trigger, Dimension::Device];
    html! {
        nav class="versions" aria-label=(text("lost-by")) {
            span class="soft" { (text("by")) }
            @for it in all {
                a href={ (with(address, "by", it.name())) "#lost" } aria-current=[(it == by).then_some("true")] { (text("lost-kind").by("by", it.name())) }
            }
        }
    }
}

fn table(groups: &[LostReport], by: Dimension, asked: &FigureQuery, links: Option<&Links>, most: f64) -> Markup {
    html! {
        table role="table" class="ranks" {
            caption class="unseen" { (text("lost-caption").by("by", by.name())) }
            thead role="rowgroup" {
                tr role="row" {
                    th role="columnheader" scope="col" { span class="unseen" { (text("lost-place")) } }
                    th role="columnheader" scope="col" { (label(by.name())) }
                    th role="columnheader" scope="col" class="number" { (text("lost-likely")) }
                    th role="columnheader" scope="col" class="number" { (text("share")) }
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
            td role="cell" class="place" { (text("place").number("place", it.place.at as u64)) }
            th role="rowheader" scope="row" {
                (name(it, by, links.is_some()))
                (bar(it, most))
                span class="small soft about" {
                    span { (sure(it)) }
                    span { (of_all(it)) }
                    @if let Some(days) = wider(it, asked) { span { (text("lost-counted").with("from", on_day(&days.from)).with("to", on_day(&days.to))) } }
                    @if let Some(section) = &it.section { span dir="auto" { (section) } }
                    @if let Some(edited) = &it.edited { span { (text("lost-edited").with("day", on_day(edited))) } }
                    @if let Some(day) = &it.first_seen { span { (text("lost-first-seen").with("day", on_day(day))) } }
                    @if let Some(links) = links {
                        @let name = value_words(by, &it.value);
                        span class="together" {
                            a href=((links.figures)(&it.value)) aria-label=(text("figures-of").with("name", name.as_ref())) { (text("figures-link")) }
                            @if let Some(comments) = (links.comments)(&it.value) {
                                a href=(comments) aria-label=(text("comments-about").with("name", name.as_ref())) { (text("comments-link")) }
                            }
                        }
                    }
                }
            }
            (number("lost-likely", &count(whole(it.cost.value)), [count(whole(it.cost.low)), count(whole(it.cost.high))]))
            @if let Some(share) = it.share.estimate {
                (number("share", &percent(share.value, 0), ends(share.low, share.high, percent)))
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
fn number(heading: &'static str, value: &str, ends: [String; 2]) -> Markup {
    html! {
        td role="cell" class="number" {
            span class="small soft heading-of" aria-hidden="true" { (text(heading)) }
            strong { (value) }
            span class="small soft" { (interval(ends)) }
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
pub(super) fn sure(it: &LostReport) -> Text {
    if it.place.from == it.place.to {
        return text("lost-surely").number("place", it.place.at as u64);
    }
    text("lost-between").number("from", it.place.from as u64).number("to", it.place.to as u64)
}

fn of_all(it: &LostReport) -> Text {
    if !it.is_shrunk {
        return text("out-of").number("part", it.lost).number("all", it.answered);
    }
    text("lost-taken-for").number("lost", it.lost).number("answered", it.answered).with("share", percent(it.shrunk.value, 0))
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

fn whole(value: f64) -> u64 {
    value.round().max(0.0) as u64
}

/// The same page with another value for one parameter.
fn with(address: &Pairs, name: &str, value: &str) -> String {
    let others = address.iter().filter(|(it, text)| it != name && !text.is_empty());
    let others: Vec<String> = others.map(|(it, text)| format!("{}={}&", in_address(it), in_address(text))).collect();
    format!("?{}{name}={}", others.concat(), in_address(value))
}
