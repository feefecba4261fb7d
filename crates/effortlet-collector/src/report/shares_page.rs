//! The page on which a report is shared. Forms are all it needs.

use super::copied::copied;
use super::page::copying_frame;
use super::shared::condition;
use super::subpage::Subpage;
use super::wording::{in_address, moment, on_day, time};
use crate::access::Secret;
use effortlet_columns::day_text;
use crate::language::{Text, text};
use crate::store::Share;
use axum::response::IntoResponse;
use effortlet_core::time::Timestamp;
use maud::{Markup, html};

/// For how many days an address may show its report.
pub(super) const DAYS: [u16; 4] = [1, 7, 30, 90];

/// Until the same meeting next week.
const USUAL: u16 = 7;

/// Who shares where nobody is named, as it is kept.
pub(super) const TEAM: &str = "the team";

/// An address that was just made, to be shown this once.
pub(super) struct Made<'a> {
    pub(super) secret: &'a Secret,
    pub(super) ends: Timestamp,
}

pub(super) fn heading(it: &Subpage) -> Markup {
    html! {
        div class="heading" {
            h1 { (text("survey-share")) }
            p class="soft" { (text("shares-more").markup("survey", html! { a href=(it.report(None)) dir="auto" { (it.survey) } })) }
        }
    }
}

pub(super) fn page(it: &Subpage, known: &[Share], made: Option<&Made>, wrong: Option<&Text>) -> impl IntoResponse + use<> {
    let main = html! {
        (heading(it))
        section class="filters" aria-label=(text("shares-what")) {
            (it.in_force())
            @if !it.has_filters() { p class="soft" { (text("shares-no-filters")) } }
        }
        @if let Some(made) = made { (address(it, made)) }
        section class="card" {
            h2 { (text("shares-make")) }
            form class="row" method="post" action=(it.beside("shares")) {
                @if let Some(wrong) = wrong { p class="problem" role="alert" { (wrong) } }
                div class="field" {
                    label for="days" { (text("shares-for")) }
                    select id="days" name="days" {
                        @for days in DAYS { option value=(days) selected[days == USUAL] { (text("shares-days").number("n", days.into())) } }
                    }
                }
                button type="submit" { (text("shares-share")) }
            }
            ul class="told small soft" {
                @for it in ["shares-they-see", "shares-they-do-not-see", "shares-no-other-filters"] { li { (text(it)) } }
            }
        }
        section class="card" {
            h2 { (text("shares-known")) }
            @if known.is_empty() {
                p class="soft" { (text("shares-none")) }
            } @else {
                ul class="tokens" { @for share in known { (row(it, share)) } }
            }
        }
    };
    copying_frame(it.setting, &text("shares-page").with("survey", &it.survey).to_string(), main)
}

fn address(it: &Subpage, made: &Made) -> Markup {
    let path = format!("shared/{}", in_address(made.secret.shown()));
    let beside = [it.setting.root(), "../", &path].concat();
    let origin = it.setting.origin();
    html! {
        section class="card made" aria-labelledby="made" {
            h2 id="made" { (text("shares-made").markup("until", time(&made.ends.rfc3339()))) }
            p { (text("tokens-copy")) }
            (copied("address", &if origin.is_empty() { beside.clone() } else { format!("{origin}/{path}") }))
            p { a href=(beside) rel="noreferrer" { (text("shares-see")) } }
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
                    (text("shares-by").markup("who", html! { bdi { (who(share)) } }).markup("until", time(&ends))) " "
                    @match share.opened {
                        Some(day) => (text("shares-opened").with("day", on_day(&day_text(day)))),
                        None => (text("shares-unopened")),
                    }
                }
            }
            form method="post" action=(it.beside("shares/end")) {
                input type="hidden" name="id" value=(share.id);
                button class="quiet" type="submit" aria-label=(text("shares-end-label").with("who", who(share)).with("until", moment(&ends))) { (text("shares-end")) }
            }
        }
    }
}

/// A name that a proxy told; where none did, it was somebody of the team.
fn who(share: &Share) -> String {
    if share.by == TEAM { text("shares-team").to_string() } else { share.by.clone() }
}
