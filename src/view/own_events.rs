//! Keys and presses that begin in the nudge are its own: the page's shortcuts, its "a click elsewhere
//! closes" and its routers of links do not hear them, unless they listen before the nudge can, in the
//! capture phase. Escape, Tab, function keys and keys with a modifier go their way, also where the nudge
//! has used them, as they do from a dialog of the browser's.
//!
//! Never stops what begins outside, and never prevents what the browser does by itself.

use super::press::is_plain;
use crate::listener::{Listener, listen, listen_at};
use crate::page::{call, number_property};
use std::cell::Cell;
use web_sys::HtmlElement;

const PRESSES: [&str; 10] =
    ["click", "pointerdown", "pointerup", "mousedown", "mouseup", "touchstart", "touchend", "beforeinput", "input", "paste"];

const KEYS: [&str; 3] = ["keydown", "keypress", "keyup"];

/// After everything in the nudge has heard them.
pub(super) fn keep_own(host: &HtmlElement) -> [Listener; 2] {
    [
        listen_at(host, &PRESSES, |event| event.stop_propagation()),
        listen_at(host, &KEYS, |event| {
            if is_plain(&event) {
                event.stop_propagation();
            }
        }),
    ]
}

/// Of clicks that follow each other quickly at one place, as the two of a double click, none counts on a screen that
/// came after the first of them: they were meant for what stood there before. Who counts them is the browser, by what
/// its visitor has set; it counts a finger's too.
pub(super) fn pass_over(form: &HtmlElement) -> Listener {
    let (it, has_begun) = (form.clone(), Cell::new(false));
    listen(form, &["click"], move |click| match number_property(&click, "detail") {
        1.0 => has_begun.set(true),
        count if count > 1.0 && !has_begun.get() => {
            click.stop_propagation();
            // What it has chosen by itself.
            call(&it, "reset", &[]);
        }
        _ => {}
    })
}
