//! Where the focus is, and where it came from. The only file that moves it.
//!
//! Never scrolls for it.

use crate::clock::Delay;
use crate::listener::{Listener, listen};
use crate::page::{document, property};
use effortlet_core::time::Duration;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ShadowRoot};

/// What was taken out of the page is in it again by then, if it is put back.
const PUT_BACK: Duration = Duration(50);

/// Remembers what had the focus before the visitor came in; nothing when the page itself had it. And
/// what in the card has it.
pub(super) struct Trail {
    before: Rc<RefCell<Option<Element>>>,
    inner: Rc<RefCell<Option<Element>>>,
    _listeners: [Listener; 2],
}

pub(super) fn follow(card: &HtmlElement) -> Trail {
    let (before, inner) = (Rc::<RefCell<Option<Element>>>::default(), Rc::<RefCell<Option<Element>>>::default());
    let came = {
        let (before, inner, card_itself) = (before.clone(), inner.clone(), card.clone());
        listen(card, &["focusin"], move |event| {
            *inner.borrow_mut() = property(&event, "target").dyn_into().ok();
            let Ok(from) = property(&event, "relatedTarget").dyn_into::<Element>() else { return };
            if !card_itself.contains(Some(&from)) {
                *before.borrow_mut() = Some(from);
            }
        })
    };
    let left = {
        let (inner, card, delay) = (inner.clone(), card.clone(), Delay::default());
        // What is taken out of the page loses it too, and has it again when it is put back.
        listen(&card.clone(), &["focusout"], move |_| {
            let (inner, card) = (inner.clone(), card.clone());
            delay.begin(PUT_BACK, move || {
                if card.is_connected() && !card.matches(":focus-within").unwrap_or_default() {
                    inner.take();
                }
            });
        })
    };
    Trail { before, inner, _listeners: [came, left] }
}

impl Trail {
    /// What in the card has the focus, or had it a moment ago.
    pub(super) fn inner(&self) -> Option<Element> {
        self.inner.borrow().clone()
    }

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

/// What had the focus when the card was taken away has it again, unless something else has. True where it has.
pub(super) fn resume(inner: Option<&Element>) -> bool {
    let document = document();
    let is_free = || document.active_element().is_none_or(|it| document.body().is_some_and(|body| *body == it));
    let inner = inner.filter(|_| is_free());
    inner.into_iter().for_each(give);
    inner.is_some()
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
