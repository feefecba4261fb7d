//! What is known and what is not, on the list of surveys: whether a definition was given, and what was
//! kept apart. Never counts it anywhere else.

use super::wording::{count, counted};
use crate::store::{Apart, ApartGroup, MOST_APART};
use maud::{Markup, html};

/// So many groups are listed here; all of them are in `/v1/unknown`.
pub(super) const FEW_GROUPS: u32 = 5;

/// Where no definition was given, what to do about it.
pub(super) fn without_definition() -> Markup {
    html! {
        section class="card" {
            h2 { "This collector was given no definition" }
            p {
                "It does not know what your visitors are asked, so it keeps every answer apart and counts none. "
                "Start it with your definition, or post that to " code { "/v1/definitions" } "; answers that were "
                "kept apart and fit it are counted then."
            }
            pre { code { "effortlet serve --definition effortlet.json" } }
        }
    }
}

pub(super) fn kept_apart(apart: &Apart) -> Markup {
    html! {
        @if apart.responses > 0 {
            section class="card" aria-label="Kept apart" {
                h2 { "Kept apart: " (counted(apart.responses, "response", "responses")) }
                p class="soft" {
                    "No definition that this collector knows asks what they answer. They are in no figure, and are "
                    "counted as soon as a definition is registered that does. Up to " (count(MOST_APART)) " are kept."
                }
                ul { @for group in &apart.groups { li { (line(group)) } } }
            }
        }
    }
}

fn line(group: &ApartGroup) -> Markup {
    html! {
        (counted(group.responses, "response", "responses")) " to " code { (group.survey) } " of " code { (group.site) }
        ": unknown " (group.reason) " " code { (group.name.chars().take(64).collect::<String>()) }
    }
}
