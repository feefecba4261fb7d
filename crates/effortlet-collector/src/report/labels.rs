//! How filters are called, and the way out of them.

use crate::language::{Text, text};
use maud::{Markup, html};

/// Of a filter, by its name.
pub(super) fn label(name: &str) -> Text {
    text("filter").by("filter", name)
}

/// The way out of all filters.
pub(super) fn everything(address: &str) -> Markup {
    html! { a href=(address) { (text("show-everything")) } }
}
