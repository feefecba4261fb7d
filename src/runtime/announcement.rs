//! What the page is told: an event on its window for each thing that happens to a nudge, and for an answer that is given up.
//!
//! Never waits for the page, and what its code throws is its own.

use crate::page::window;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

pub(crate) fn announce(happening: &str, detail: JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    let name = ["effortlet:", happening].concat();
    if let Ok(event) = CustomEvent::new_with_event_init_dict(&name, &init) {
        let _ = window().dispatch_event(&event);
    }
}
