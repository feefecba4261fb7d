//! The page on which a report is shared. No script: forms are all it needs.

use super::page::frame;
use super::shared::condition;
use super::subpage::Subpage;
use super::wording::{counted, in_address, moment, on_day};
use crate::access::Secret;
use crate::columns::day_text;
use crate::store::Share;
use axum::response::IntoResponse;
use effortlet_core::time::Timestamp;
use maud::{Markup, html};

/// For how many days an address may show its report.
pub(super) const DAYS: [u16; 4] = [1, 7, 30, 90];

/// Until the same meeting next week.
const USUAL: u16 = 7;

/// An address that was just made, to be shown this once.
pub(super) struct Made<'a> {
    pub(super) secret: &'a Secret,
    pub(super) ends: Timestamp,
    /// What this collector's addresses begin with for whoever looks.
    pub(super) origin: Option<&'a str>,
}

pub(super) fn heading(it: &Subpage) -> Markup {
    html! {
        div class="heading" {
            h1 { "Share this report" }
            p class="soft" { "The report of " a href=(it.report(None)) dir="auto" { (it.survey) } ", as it is under these filters, for people who have no login." }
        }
    }
}

pub(super) fn page(it: &Subpage, known: &[Share], made: Option<&Made>, wrong: Option<&str>) -> impl IntoResponse + use<> {
    let main = html! {
        (heading(it))
        section class="filters" aria-label="What is shared" {
            (it.in_force())
            @if !it.has_filters() { p class="soft" { "No filters: all days, sections, articles, languages, triggers and devices." } }
        }
        @if let Some(made) = made { (address(it, made)) }
        section class="card" {
            h2 { "Make an address" }
            form class="row" method="post" action=(it.beside("shares")) {
                @if let Some(wrong) = wrong { p class="problem" role="alert" { (wrong) } }
                div class="field" {
                    label for="days" { "It can be read for" }
                    select id="days" name="days" {
                        @for days in DAYS { option value=(days) selected[days == USUAL] { (counted(days.into(), "day", "days")) } }
                    }
                }
                button type="submit" { "Share" }
            }
            ul class="told small soft" {
                li { "Whoever has the address sees the figures of this version under these filters, as they are when it is opened." }
                li { "They see nothing that somebody wrote, no single response and no other survey." }
                li { "They cannot choose other filters. Figures of few people are withheld filter by filter, so somebody who may try many of them could learn more than you have shared." }
            }
        }
        section class="card" {
            h2 { "Shared addresses of this survey" }
            @if known.is_empty() {
                p class="soft" { "None now. One that has ended is no longer listed." }
            } @else {
                ul class="tokens" { @for share in known { (row(it, share)) } }
            }
        }
    };
    frame(it.setting, &format!("Share · {}", it.survey), main)
}

fn address(it: &Subpage, made: &Made) -> Markup {
    let path = format!("shared/{}", in_address(made.secret.shown()));
    let beside = [it.setting.root(), "../", &path].concat();
    html! {
        section class="card made" aria-labelledby="made" role="status" {
            h2 id="made" { "The address, until " (moment(&made.ends.rfc3339())) }
            p { "Copy it now: it is not shown again." }
            pre { code { (made.origin.map_or_else(|| beside.clone(), |origin| format!("{origin}/{path}"))) } }
            p { a href=(beside) rel="noreferrer" { "See what they see" } }
        }
    }
}

fn row(it: &Subpage, share: &Share) -> Markup {
    let ends = share.ends.rfc3339();
    html! {
        li {
            div {
                ul class="chips asked-for" {
                    @for (name, value) in share.asked.iter().filter(|(name, _)| !["per", "by"].contains(&name.as_str())) { (condition((name, value))) }
                }
                p class="soft small" {
                    "Shared by " bdi { (share.by) } ", until " time datetime=(ends) { (moment(&ends)) } ". "
                    @match share.opened {
                        Some(day) => { "Last opened on " (on_day(&day_text(day))) "." },
                        None => "Not opened yet.",
                    }
                }
            }
            form method="post" action=(it.beside("shares/end")) {
                input type="hidden" name="id" value=(share.id);
                button class="quiet" type="submit" aria-label={ "End now: the address that was shared by " (share.by) " until " (moment(&ends)) } { "End now" }
            }
        }
    }
}
