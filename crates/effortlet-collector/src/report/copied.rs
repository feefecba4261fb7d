//! What is to be copied, and a button that does it where there is a script.

use crate::language::text;
use maud::{Markup, html};

pub(crate) fn copied(id: &str, value: &str) -> Markup {
    html! {
        pre { code id=(id) { (value) } }
        p class="row" hidden data-copy=(id) data-said=(text("copied")) {
            button type="button" { (text("copy")) }
            span class="soft small" role="status" aria-live="polite" {}
        }
    }
}
