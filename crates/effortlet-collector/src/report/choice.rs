//! What people chose: a table for each question, whose bars are its picture.
//!
//! Options are known by their ids, and only those that somebody chose.

use super::figures::{ChoiceReport, OptionReport};
use super::words::{count, counted, percent};
use effortlet_core::score::{SMALL_BELOW, SUPPRESSED_BELOW};
use maud::{Markup, html};

pub(super) fn choices(choices: &[ChoiceReport]) -> Markup {
    html! { @for choice in choices { (chosen(choice)) } }
}

fn chosen(choice: &ChoiceReport) -> Markup {
    html! {
        section class="card" aria-label={ "What people chose: " (choice.question) } {
            h2 { "What people chose " span class="soft" { (choice.question) } }
            @match &choice.options {
                Some(options) => {
                    (table(options))
                    p class="soft small" {
                        "From " (counted(choice.n, "answer", "answers")) ", each share with its 95% interval."
                        @if options.iter().map(|it| it.count).sum::<u64>() > choice.n {
                            " Some chose several, so that shares add up to more than 100%."
                        }
                    }
                    @if choice.n < SMALL_BELOW {
                        p class="note" {
                            strong { "A rough idea. " }
                            "With fewer than " (SMALL_BELOW) " answers the shares may still move a lot."
                        }
                    }
                },
                None => p class="note" {
                    strong { (counted(choice.n, "answer", "answers")) " so far. " }
                    "What was chosen appears from " (SUPPRESSED_BELOW) ", so that nobody can be told apart."
                },
            }
        }
    }
}

fn table(options: &[OptionReport]) -> Markup {
    html! {
        table class="distribution options" {
            caption class="unseen" { "How many chose each option" }
            thead class="unseen" {
                tr { th scope="col" { "Option" } th scope="col" { "Bar" } th scope="col" { "Answers" } th scope="col" { "Share" } }
            }
            tbody {
                @for it in options {
                    tr {
                        th scope="row" { (it.option) }
                        td class="bar" {
                            svg width="100%" height="20" aria-hidden="true" {
                                @if let Some(share) = it.share.estimate {
                                    rect width=(format!("{:.2}%", share.value * 100.0)) height="20" rx="4" {}
                                }
                            }
                        }
                        td class="number" { (count(it.count)) }
                        td class="number soft" {
                            @if let Some(share) = it.share.estimate {
                                (percent(share.value))
                                span class="small interval" { (percent(share.low)) " to " (percent(share.high)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
