//! What people chose: a table for each question, whose bars are its picture.
//!
//! Options are shown by their words where the definition is known, and only those that somebody chose.

use super::bar_table::{Row, bar_table};
use super::doubt::{rough_idea, too_few};
use super::figures::{ChoiceReport, OptionReport};
use super::wording::{ends, interval, percent};
use crate::language::text;
use effortlet_core::score::SMALL_BELOW;
use maud::{Markup, html};

pub(super) fn choices(choices: &[ChoiceReport]) -> Markup {
    html! { @for choice in choices { (chosen(choice)) } }
}

fn chosen(choice: &ChoiceReport) -> Markup {
    html! {
        section class="card" aria-label=(text("choice-label").with("question", &choice.question)) {
            h2 { (text("choice-title")) " " span class="soft" { (choice.question) } }
            @if let Some(asked) = &choice.asked { p class="asked" dir="auto" { (text("quoted").with("text", asked)) } }
            @match &choice.options {
                Some(options) => {
                    (table(options))
                    p class="soft small" {
                        (text("choice-from").number("n", choice.n))
                        @if options.iter().map(|it| it.count).sum::<u64>() > choice.n { " " (text("choice-several")) }
                    }
                    @if choice.n < SMALL_BELOW { (rough_idea("doubt-rough-shares")) }
                },
                None => (too_few(&text("doubt-answers").number("n", choice.n), "doubt-choice-from")),
            }
        }
    }
}

fn table(options: &[OptionReport]) -> Markup {
    let rows: Vec<Row> = options.iter().map(row).collect();
    bar_table("distribution options", "choice-caption", "choice-option", &rows)
}

fn row(option: &OptionReport) -> Row {
    let share = option.share.estimate;
    Row {
        class: None,
        heading: html! { span dir="auto" { (option.text.as_ref().unwrap_or(&option.option)) } },
        bar: share.map(|it| it.value),
        count: option.count,
        share: html! {
            @if let Some(it) = share {
                (percent(it.value, 0))
                span class="small interval" { (interval(ends(it.low, it.high, percent))) }
            }
        },
    }
}
