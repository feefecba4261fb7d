//! What became of the nudge, step by step, and of those who took none.
//!
//! Never shows a share of people whom nobody has counted.

use super::bar_table::{Row, bar_table};
use super::figures::States;
use super::wording::{count, percent};
use crate::language::text;
use maud::{Markup, html};

/// `nonresponse` leads to who did not answer, for whoever may see that.
pub(super) fn funnel(totals: States, nonresponse: Option<&str>) -> Markup {
    let ignored = totals.shown.saturating_sub(totals.responses);
    html! {
        section class="card" {
            h2 { (text("funnel-title")) }
            @if ignored > 0 { (steps(totals)) }
            dl class="counts wide" {
                @if ignored == 0 { (counted("funnel-complete", totals.complete)) }
                (counted("funnel-partial", totals.partial))
                (counted("funnel-dismissed", totals.dismissed))
                @if ignored > 0 { (counted("funnel-ignored", ignored)) }
            }
            @if let Some(nonresponse) = nonresponse.filter(|_| ignored > 0) {
                p { a href=(nonresponse) { (text("funnel-who")) } " " span class="soft" { (text("funnel-who-more")) } }
            }
        }
    }
}

/// Each is some of the one before.
fn steps(totals: States) -> Markup {
    let steps = [("funnel-shown", totals.shown), ("funnel-began", totals.complete + totals.partial), ("funnel-complete", totals.complete)];
    let row = |(name, people): (&'static str, u64)| {
        let share = people as f64 / totals.shown.max(1) as f64;
        Row { class: None, heading: html! { (text(name)) }, bar: Some(share), count: people, share: html! { (percent(share, 0)) } }
    };
    bar_table("distribution options steps", "funnel-caption", "funnel-step", &steps.map(row))
}

fn counted(name: &'static str, people: u64) -> Markup {
    html! { div { dt { (text(name)) } dd { (count(people)) } } }
}
