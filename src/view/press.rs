//! How something was pressed: by which key, or by a pointer.
//!
//! Never takes for granted what an event has: browsers and pages make keydown events without a key.

use crate::page::{property, text_property};
use web_sys::Event;

/// The key that closes, not the one that takes back what an input method proposes.
pub(super) fn is_escape(event: &Event) -> bool {
    text_property(event, "key") == "Escape" && !property(event, "isComposing").is_truthy()
}

/// Control or Command with Enter.
pub(super) fn is_sending(event: &Event) -> bool {
    let is_held = ["ctrlKey", "metaKey"].into_iter().any(|name| property(event, name).is_truthy());
    is_held && text_property(event, "key") == "Enter"
}

/// Keys make clicks too; only a press of a pointer has a count.
pub(super) fn is_by_pointer(click: &Event) -> bool {
    property(click, "detail").is_truthy()
}
