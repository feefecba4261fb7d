//! How far a figure can be trusted, in words. Never hides a figure by itself.

use effortlet_core::score::{SMALL_BELOW, SUPPRESSED_BELOW};
use maud::{Markup, html};

/// Where there are few, what may still change.
pub(super) fn rough_idea(many: &str, what: &str) -> Markup {
    html! {
        p class="note" {
            strong { "A rough idea. " }
            "With fewer than " (SMALL_BELOW) " " (many) " " (what) " may still move a lot."
        }
    }
}

/// Where there are too few, what they will lead to.
pub(super) fn too_few(so_far: &str, what: &str) -> Markup {
    html! {
        p class="note" {
            strong { (so_far) " so far. " }
            (what) " appears from " (SUPPRESSED_BELOW) ", so that nobody can be told apart."
        }
    }
}
