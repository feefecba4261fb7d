//! How something was pressed: by which key, or by a pointer.
//!
//! Never takes for granted what an event has: browsers and pages make keydown events without a key.

use crate::page::{number_property, property, text_property};
use web_sys::Event;

/// The key that closes, not the one that takes back what an input method proposes.
pub(super) fn is_escape(event: &Event) -> bool {
    text_property(event, "key") == "Escape" && !is_composing(event)
}

/// Enter where something is chosen, or written on one line; not the one that ends what an input method
/// proposes.
pub(super) fn is_entered(event: &Event) -> bool {
    let target = property(event, "target");
    text_property(event, "key") == "Enter"
        && text_property(&target, "localName") == "input"
        && is_plain(event)
        && !is_composing(event)
}

/// Safari says of the key that ends it no longer that it is a part of it, only what all of them have.
fn is_composing(event: &Event) -> bool {
    property(event, "isComposing").is_truthy() || number_property(event, "keyCode") == 229.0
}

/// Control or Command with Enter.
pub(super) fn is_sending(event: &Event) -> bool {
    let is_held = ["ctrlKey", "metaKey"].into_iter().any(|name| property(event, name).is_truthy());
    is_held && text_property(event, "key") == "Enter"
}

/// A key as it is typed or moves by, without a modifier, that leads to nothing outside.
pub(super) fn is_plain(event: &Event) -> bool {
    let is_held = ["ctrlKey", "metaKey", "altKey"].into_iter().any(|name| property(event, name).is_truthy());
    let key = text_property(event, "key");
    // F1 to F24.
    let is_function = key.len() > 1 && key.starts_with('F');
    !is_held && !is_function && key != "Escape" && key != "Tab"
}

/// Keys make clicks too; only a press of a pointer has a count.
pub(super) fn is_by_pointer(click: &Event) -> bool {
    property(click, "detail").is_truthy()
}
