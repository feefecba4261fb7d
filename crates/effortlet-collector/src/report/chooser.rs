//! In which language the report speaks to whoever looks: chosen at the end of each page.
//!
//! Needs no script and no login.

use super::setting::Setting;
use crate::language::{Language, language, text};
use maud::{Markup, html};

pub(super) fn chooser(setting: &Setting) -> Markup {
    html! {
        form class="languages" method="post" action={ (setting.root()) "-/language" } {
            input type="hidden" name="next" value=(setting.here());
            div class="states" role="group" aria-label=(text("frame-language")) {
                @for it in Language::ALL {
                    button class="quiet" type="submit" name="language" value=(it.tag()) lang=(it.tag())
                        aria-pressed=(if it == language() { "true" } else { "false" }) { (it.name()) }
                }
            }
        }
    }
}
