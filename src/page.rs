//! What is asked of the page: to take lists, one value after another, and to know a selector.
//! `src/engine.js` is the other side.

use wasm_bindgen::prelude::*;

/// A new list, of what this number says; whatever follows is put to it.
pub(crate) fn begin(what: u32) {
    imports::begin(what as i32);
}

#[cfg(not(feature = "check"))]
pub(crate) fn number(it: f64) {
    imports::number(it);
}

pub(crate) fn text(it: &str) {
    imports::text(it.as_ptr() as i32, it.len() as i32);
}

/// Whether `querySelector` takes a text.
pub(crate) fn is_selector(it: &str) -> bool {
    imports::is_selector(it.as_ptr() as i32, it.len() as i32) != 0
}

/// Whole numbers with a sign and fractions are all that passes as it is; a text is where it begins,
/// and how many bytes it has. For anything else wasm-bindgen would want glue between.
mod imports {
    use super::*;

    #[wasm_bindgen(raw_module = "page")]
    extern "C" {
        pub(super) fn begin(what: i32);
        #[cfg(not(feature = "check"))]
        pub(super) fn number(it: f64);
        pub(super) fn text(start: i32, length: i32);
        #[wasm_bindgen(js_name = isSelector)]
        pub(super) fn is_selector(start: i32, length: i32) -> i32;
    }
}
