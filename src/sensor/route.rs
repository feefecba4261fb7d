//! Page views: the document that was loaded, and every route of a single-page app after it.
//!
//! Never writes history.

use super::follow::Following;
use super::common::{Common, Sensor};
use crate::clock::Delay;
use crate::listener::listen;
use crate::page::{document, location, method, promised, property, text_property, when, window};
use effortlet_core::needs::Needs;
use effortlet_core::time::Duration;
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{EventTarget, PageTransitionEvent};

struct Route {
    common: Rc<Common>,
    /// What the last page view was known by.
    key: RefCell<Option<String>>,
    soon: Delay,
}

pub(super) fn watch(_: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    let route = Rc::new(Route { common: common.clone(), key: RefCell::default(), soon: Delay::default() });
    route.look();
    let look_soon = {
        let route = route.clone();
        move || route.look_soon()
    };
    let navigation = property(&window(), "navigation");
    // An element of that id is no Navigation API. What does its work is a file that only a browser
    // without it loads.
    let changes: Sensor = if property(&navigation, "currentEntry").is_truthy() {
        let navigation: EventTarget = navigation.unchecked_into();
        Box::new(listen(&navigation, &["currententrychange"], move |_| look_soon()))
    } else {
        Box::new(follow_history(&common.surroundings.load_history, look_soon))
    };
    // A page that comes back from the back-forward cache is a page view of its own.
    let returns = listen(&window(), &["pageshow"], move |event| {
        if event.unchecked_ref::<PageTransitionEvent>().persisted() {
            *route.key.borrow_mut() = None;
            route.look_soon();
        }
    });
    Some(Box::new((changes, returns)))
}

fn follow_history(load: &Function, call: impl Fn() + 'static) -> Rc<Following> {
    let following = Rc::new(Following::new(move |_| call()));
    when(&promised(load.call0(&JsValue::UNDEFINED)), {
        let following = following.clone();
        move |module| {
            if let Some(follow) = module.ok().and_then(|it| method(&it, "followHistory")) {
                following.begin(&follow);
            }
        }
    });
    following
}

impl Route {
    /// After the router of the page has done its part, so that the title is the new one.
    fn look_soon(self: &Rc<Self>) {
        let own = Rc::downgrade(self);
        self.soon.begin_once(Duration(0), move || {
            if let Some(route) = own.upgrade() {
                route.look();
            }
        });
    }

    /// Tells, unless only a fragment changed that leads within the page.
    fn look(&self) {
        let place = location();
        let path = text_property(&place, "pathname");
        let key = key(&path, &text_property(&place, "search"), &text_property(&place, "hash"));
        if self.key.borrow().as_ref() == Some(&key) {
            return;
        }
        *self.key.borrow_mut() = Some(key);
        let referrer = document().text("referrer");
        (self.common.surroundings.page)(path, text_property(&place, "href"), referrer);
        let turned = self.common.turned.borrow().clone();
        turned.iter().for_each(|call| call());
    }
}

/// A fragment is a route where it begins as one.
fn key(path: &str, search: &str, hash: &str) -> String {
    let is_route = hash.starts_with("#/") || hash.starts_with("#!");
    [path, search, if is_route { hash } else { "" }].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_that_leads_within_the_page_is_no_route() {
        for (hash, expected) in [("", "/a?b"), ("#part", "/a?b"), ("#", "/a?b"), ("#/c", "/a?b#/c"), ("#!c", "/a?b#!c")] {
            assert_eq!(key("/a", "?b", hash), expected, "{hash}");
        }
    }
}
