//! What a question is answered by, and what more than one kind of question is made of.
//!
//! Never puts anything into the page by itself: `card` does.

use crate::dom::{make, set};
use crate::listener::{Listener, listen};
use crate::words::Words;
use effortlet_core::screen::Body;
use effortlet_core::answer::Act;
use std::rc::Rc;
use web_sys::HtmlElement;

/// Asks what it knows to ask; none for what another one asks.
pub(crate) type Ask = fn(&Body, &Asking<'_>) -> Option<Field>;

/// Who asks: in these words, telling what the visitor does.
pub(crate) struct Asking<'a> {
    pub(super) words: &'a Words,
    pub(super) act: &'a Rc<dyn Fn(Act)>,
    pub(super) draft: &'a Rc<dyn Fn(Option<Act>)>,
}

/// What stands under a title; nothing for the last words.
#[derive(Default)]
pub(crate) struct Field {
    pub(super) element: Option<HtmlElement>,
    /// Stands under it.
    pub(super) legend: Option<HtmlElement>,
    pub(super) way: Option<Way>,
    /// What would send the words that stand in it unsent; nothing where none do.
    pub(super) draft: Option<Rc<dyn Fn() -> Option<Act>>>,
    pub(super) listeners: Vec<Listener>,
}

/// What the form does when it is sent, by the button that sends it. A rating answers by itself; its
/// button is for those who move by keys.
pub(crate) enum Way {
    Next(Rc<dyn Fn()>),
    Send(Rc<dyn Fn()>),
}

/// What a field is named and described by; what is not there describes nothing.
pub(super) const NAMED: (&str, &str) = ("aria-labelledby", "title");
pub(super) const DESCRIBED: (&str, &str) = ("aria-describedby", "hint mistake");

/// A button that does one thing.
pub(super) fn button(label: &str, attributes: &[(&str, &str)], call: Rc<dyn Fn()>) -> (HtmlElement, Listener) {
    let it = make("button", &[("type", "button")], &[label.into()]);
    for (name, value) in attributes {
        set(&it, name, value);
    }
    let listener = listen(&it, &["click"], move |_| call());
    (it, listener)
}
