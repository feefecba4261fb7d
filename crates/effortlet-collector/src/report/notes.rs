//! How the figures of a report are made, for those who want to know.

use crate::language::text;
use crate::lost::WORLDS;
use effortlet_core::score::SUPPRESSED_BELOW;
use maud::{Markup, html};

/// What is explained together: the name of a figure, and how it is made.
const FIGURES: [(&str, &str); 7] = [
    ("score-title", "notes-score"),
    ("easy", "notes-easy"),
    ("tile-net", "notes-net"),
    ("tile-found", "notes-found"),
    ("choice-title", "notes-choice"),
    ("easy-success", "notes-success"),
    ("change-title", "notes-change"),
];

pub(super) fn notes() -> Markup {
    html! {
        details class="notes" {
            summary { (text("notes-title")) }
            dl { @for (name, made) in FIGURES { dt { (text(name)) } dd { (text(made)) } } }
            dl { dt { (text("trend-title")) } dd { (text("notes-trend").number("least", SUPPRESSED_BELOW)) } }
            dl { dt { (text("lost-title")) } dd { (text("notes-lost").number("draws", WORLDS as u64)) } }
            p { (text("notes-all").number("least", SUPPRESSED_BELOW)) }
        }
    }
}
