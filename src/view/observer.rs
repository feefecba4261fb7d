//! What a browser tells of an element by itself: its size, and how much of it is in a part of the window.
//!
//! Never asks for the layout: it is told when there is one.

use crate::page::{Callback, callback, document, function};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver};

/// Hears of each size, the first one too.
#[must_use = "dropping it ends the observing"]
pub(super) struct SizeObserver {
    observer: ResizeObserver,
    _closure: Callback,
}

impl SizeObserver {
    /// None in a browser that cannot.
    pub(super) fn observe(element: &Element, call: impl Fn() + 'static) -> Option<Self> {
        let closure = callback(move |_| call());
        let observer = ResizeObserver::new(function(&closure)).ok()?;
        observer.observe(element);
        Some(Self { observer, _closure: closure })
    }
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Hears when a share of an element comes into a part of the window, or leaves it.
#[must_use = "dropping it ends the observing"]
pub(super) struct PartObserver {
    observer: IntersectionObserver,
    _closure: Callback,
}

impl PartObserver {
    /// `margin` makes of the window that part of it. None in a browser that cannot.
    pub(super) fn observe(
        element: &Element,
        margin: &str,
        share: f64,
        call: impl Fn(IntersectionObserverEntry) + 'static,
    ) -> Option<Self> {
        let closure = callback(move |entries| {
            let entries: Array = entries.unchecked_into();
            if let Some(last) = entries.length().checked_sub(1) {
                call(entries.get(last).unchecked_into());
            }
        });
        let options = IntersectionObserverInit::new();
        // The document, not nothing: margins count in a frame too.
        options.set_root(Some(document().unchecked_ref()));
        options.set_root_margin(margin);
        options.set_threshold_f64(share);
        let observer = IntersectionObserver::new_with_options(function(&closure), &options).ok()?;
        observer.observe(element);
        Some(Self { observer, _closure: closure })
    }
}

impl Drop for PartObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
