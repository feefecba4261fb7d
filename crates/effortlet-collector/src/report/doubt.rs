//! How far a figure can be trusted, in words. Never hides a figure by itself.

use crate::language::{Text, text};
use effortlet_core::score::{SMALL_BELOW, SUPPRESSED_BELOW};
use maud::{Markup, html};

/// Where there are few, what may still change.
pub(super) fn rough_idea(what: &'static str) -> Markup {
    html! {
        p class="note" {
            strong { (text("doubt-rough")) } " "
            (text(what).number("few", SMALL_BELOW))
        }
    }
}

/// Where there are too few, what they will lead to.
pub(super) fn too_few(so_far: &Text, what: &'static str) -> Markup {
    html! {
        p class="note" {
            strong { (so_far) } " "
            (text(what).number("least", SUPPRESSED_BELOW))
        }
    }
}

/// The arrow says which way the figure went, the word whether that is good.
pub(super) fn moved_to(is_up: bool, is_better: bool, change: String) -> Markup {
    html! {
        strong class=(if is_better { "better" } else { "worse" }) {
            span aria-hidden="true" { (if is_up { "▲ " } else { "▼ " }) }
            (text(if is_better { "better" } else { "worse" }).with("change", change))
        }
    }
}
