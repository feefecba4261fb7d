//! A table whose bars are its picture: what was counted, the bar, the count, the share.
//!
//! Sizes are attributes, since the page's policy forbids inline styles.

use super::wording::count;
use crate::language::text;
use maud::{Markup, html};

pub(super) struct Row {
    pub(super) class: Option<&'static str>,
    pub(super) heading: Markup,
    /// From 0 to 1; none draws no bar.
    pub(super) bar: Option<f64>,
    pub(super) count: u64,
    pub(super) share: Markup,
}

/// The caption and the columns' headings are for those who cannot see the bars.
pub(super) fn bar_table(class: &str, caption: &'static str, counted: &'static str, rows: &[Row]) -> Markup {
    html! {
        table class=(class) {
            caption class="unseen" { (text(caption)) }
            thead class="unseen" {
                tr { th scope="col" { (text(counted)) } th scope="col" { (text("bars-bar")) } th scope="col" { (text("bars-answers")) } th scope="col" { (text("share")) } }
            }
            tbody { @for row in rows { (table_row(row)) } }
        }
    }
}

fn table_row(row: &Row) -> Markup {
    html! {
        tr class=[row.class] {
            th scope="row" { (row.heading) }
            td class="bar" {
                svg width="100%" height="20" aria-hidden="true" {
                    @if let Some(bar) = row.bar {
                        rect width=(format!("{:.2}%", bar * 100.0)) height="20" rx="4" {}
                    }
                }
            }
            td class="number" { (count(row.count)) }
            td class="number soft" { (row.share) }
        }
    }
}
