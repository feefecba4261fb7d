//! A table whose bars are its picture: what was counted, the bar, the count, the share.
//!
//! Sizes are attributes, since the page's policy forbids inline styles.

use super::wording::count;
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
pub(super) fn bar_table(class: &str, caption: &str, counted: &str, rows: &[Row]) -> Markup {
    html! {
        table class=(class) {
            caption class="unseen" { (caption) }
            thead class="unseen" {
                tr { th scope="col" { (counted) } th scope="col" { "Bar" } th scope="col" { "Answers" } th scope="col" { "Share" } }
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
