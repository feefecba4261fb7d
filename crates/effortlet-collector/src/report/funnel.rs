//! What became of the nudge, step by step, and of those who took none.
//!
//! Never shows a share of people whom nobody has counted.

use super::bar_table::{Row, bar_table};
use super::figures::States;
use super::wording::{count, percent};
use maud::{Markup, html};

/// `nonresponse` leads to who did not answer, for whoever may see that.
pub(super) fn funnel(totals: States, nonresponse: Option<&str>) -> Markup {
    let ignored = totals.shown.saturating_sub(totals.responses);
    html! {
        section class="card" {
            h2 { "What became of the nudge" }
            @if ignored > 0 { (steps(totals)) }
            dl class="counts wide" {
                @if ignored == 0 { (counted("Answered to the end", totals.complete)) }
                (counted("Left midway", totals.partial))
                (counted("Closed without an answer", totals.dismissed))
                @if ignored > 0 { (counted("Neither answered nor closed", ignored)) }
            }
            @if let Some(nonresponse) = nonresponse.filter(|_| ignored > 0) { p { a href=(nonresponse) { "Who did not answer?" } " " span class="soft" { "And what that may have done to the figures." } } }
        }
    }
}

/// Each is some of the one before.
fn steps(totals: States) -> Markup {
    let steps = [("Shown", totals.shown), ("Began to answer", totals.complete + totals.partial), ("Answered to the end", totals.complete)];
    let row = |(name, people): (&str, u64)| {
        let share = people as f64 / totals.shown.max(1) as f64;
        Row { class: None, heading: html! { (name) }, bar: Some(share), count: people, share: html! { (percent(share, 0)) } }
    };
    bar_table("distribution options steps", "How many took each step", "Step", &steps.map(row))
}

fn counted(name: &str, people: u64) -> Markup {
    html! { div { dt { (name) } dd { (count(people)) } } }
}
