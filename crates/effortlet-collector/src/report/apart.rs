//! What is known and what is not, on the list of surveys: whether a definition was given, and what was
//! kept apart. Never counts it anywhere else.

use crate::language::text;
use crate::store::{Apart, ApartGroup, MOST_APART};
use maud::{Markup, html};

/// So many groups are listed here; all of them are in `/v1/unknown`.
pub(super) const FEW_GROUPS: u32 = 5;

/// Where no definition was given, what to do about it.
pub(super) fn without_definition() -> Markup {
    html! {
        section class="card" {
            h2 { (text("home-no-definition")) }
            p { (text("home-no-definition-more").markup("address", html! { code { "/v1/definitions" } })) }
            pre { code { "effortlet serve --definition effortlet.json" } }
        }
    }
}

pub(super) fn kept_apart(apart: &Apart) -> Markup {
    html! {
        @if apart.responses > 0 {
            section class="card" aria-label=(text("home-apart")) {
                h2 { (text("home-apart-count").number("n", apart.responses)) }
                p class="soft" { (text("home-apart-more").number("most", MOST_APART)) }
                ul { @for group in &apart.groups { li { (line(group)) } } }
            }
        }
    }
}

fn line(group: &ApartGroup) -> Markup {
    let code = |name: &str| html! { code { (name) } };
    let name = code(&group.name.chars().take(64).collect::<String>());
    let unknown = text("home-apart-unknown").by("reason", &group.reason).markup("name", name);
    html! {
        (text("home-apart-group").number("n", group.responses).markup("survey", code(&group.survey)).markup("site", code(&group.site))
            .markup("unknown", html! { (unknown) }))
    }
}
