//! Changes of the page's elements, for as long as they are watched.
//!
//! Never says what has changed, and never changes anything.

use crate::page::{Callback, callback, document, function, parent};
use js_sys::Array;
use web_sys::{Element, MutationObserver, MutationObserverInit};

/// Calls after elements came, went, or got other attributes of these names.
#[must_use = "dropping it ends the watching"]
pub(crate) struct Changes {
    observer: Option<MutationObserver>,
    attributes: &'static [&'static str],
    _closure: Callback,
}

impl Changes {
    /// Watches nothing yet.
    pub(crate) fn new(attributes: &'static [&'static str], call: impl Fn() + 'static) -> Self {
        let closure = callback(move |_| call());
        let observer = MutationObserver::new(function(&closure)).ok();
        Self { observer, attributes, _closure: closure }
    }

    /// Only what comes into what an element is in, and goes out of it: its parent, and all above.
    pub(crate) fn watch_above(&self, element: &Element) {
        self.rest();
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        let Some(observer) = &self.observer else { return };
        let mut above = parent(element);
        while let Some(it) = above {
            let _ = observer.observe_with_options(&it, &options);
            above = parent(&it);
        }
        let _ = observer.observe_with_options(&document(), &options);
    }

    /// In all of the document.
    pub(crate) fn watch(&self) {
        let names = Array::new();
        for name in self.attributes {
            names.push(&(*name).into());
        }
        let options = MutationObserverInit::new();
        options.set_subtree(true);
        options.set_child_list(true);
        options.set_attribute_filter(&names);
        if let Some(observer) = &self.observer {
            let _ = observer.observe_with_options(&document(), &options);
        }
    }

    /// Until it is to watch again.
    pub(crate) fn rest(&self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

impl Drop for Changes {
    fn drop(&mut self) {
        self.rest();
    }
}
