//! What people chose: a table for each question, whose bars are its picture.
//!
//! Options are shown by their words where the definition is known, and only those that somebody chose.

use super::bar_table::{Row, bar_table};
use super::doubt::{rough_idea, too_few};
use super::figures::{ChoiceReport, OptionReport};
use super::wording::{counted, ends, percent};
use effortlet_core::score::SMALL_BELOW;
use maud::{Markup, html};

pub(super) fn choices(choices: &[ChoiceReport]) -> Markup {
    html! { @for choice in choices { (chosen(choice)) } }
}

fn chosen(choice: &ChoiceReport) -> Markup {
    html! {
        section class="card" aria-label={ "What people chose: " (choice.question) } {
            h2 { "What people chose " span class="soft" { (choice.question) } }
            @if let Some(asked) = &choice.asked { p class="asked" { "“" (asked) "”" } }
            @match &choice.options {
                Some(options) => {
                    (table(options))
                    p class="soft small" {
                        "From " (counted(choice.n, "answer", "answers")) ", each share with its 95% interval."
                        @if options.iter().map(|it| it.count).sum::<u64>() > choice.n {
                            " Some chose several, so that shares add up to more than 100%."
                        }
                    }
                    @if choice.n < SMALL_BELOW { (rough_idea("answers", "the shares")) }
                },
                None => (too_few(&counted(choice.n, "answer", "answers"), "What was chosen")),
            }
        }
    }
}

fn table(options: &[OptionReport]) -> Markup {
    let rows: Vec<Row> = options.iter().map(row).collect();
    bar_table("distribution options", "How many chose each option", "Option", &rows)
}

fn row(option: &OptionReport) -> Row {
    let share = option.share.estimate;
    Row {
        class: None,
        heading: html! { (option.text.as_ref().unwrap_or(&option.option)) },
        bar: share.map(|it| it.value),
        count: option.count,
        share: html! {
            @if let Some(it) = share {
                @let [low, high] = ends(it.low, it.high, percent);
                (percent(it.value, 0))
                span class="small interval" { (low) " to " (high) }
            }
        },
    }
}
