//! Where the focus is, and where it came from. The only file that moves it.
//!
//! Never scrolls for it.

use crate::listener::{Listener, listen};
use crate::page::property;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ShadowRoot};

/// Remembers what had the focus before the visitor came in; nothing when the page itself had it.
pub(super) struct Trail {
    before: Rc<RefCell<Option<Element>>>,
    _listener: Listener,
}

pub(super) fn follow(card: &HtmlElement) -> Trail {
    let before = Rc::<RefCell<Option<Element>>>::default();
    let listener = {
        let (before, card_itself) = (before.clone(), card.clone());
        listen(card, &["focusin"], move |event| {
            let Ok(from) = property(&event, "relatedTarget").dyn_into::<Element>() else { return };
            if !card_itself.contains(Some(&from)) {
                *before.borrow_mut() = Some(from);
            }
        })
    };
    Trail { before, _listener: listener }
}

impl Trail {
    /// Returns the focus to where it was, if it is here.
    pub(super) fn give_back(&self, root: &ShadowRoot) {
        let before = self.before.borrow().clone();
        if root.active_element().is_some()
            && let Some(before) = before
        {
            give(&before);
        }
    }
}

pub(super) fn give(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// Nothing in it has it.
pub(super) fn release(root: &ShadowRoot) {
    if let Some(element) = root.active_element() {
        let _ = element.unchecked_ref::<HtmlElement>().blur();
    }
}
