//! Clicks on what a selector names, through open shadow roots and nested drawings. What the visitor
//! does with the nudge itself is no click on the page.
//!
//! Never stops a click.

use super::common::{Common, Sensor, path_in_page};
use crate::element_words::{normal, says};
use crate::listener::listen;
use crate::page::window;
use effortlet_core::needs::Needs;
use effortlet_core::signal::Signal;
use std::rc::Rc;
use web_sys::Element;

pub(super) fn watch(needs: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    watch_meant(needs, common, |_, _| true)
}

/// The same, only where the words stand on it that a trigger names.
pub(super) fn watch_words(needs: &Needs<'_>, common: &Rc<Common>) -> Option<Sensor> {
    let texts: Vec<String> = needs.clicks.iter().map(|it| normal(it.text)).collect();
    let clicked = common.surroundings.clicked.clone();
    watch_meant(needs, common, move |target, position| {
        let is_meant = texts.get(position).is_none_or(|text| text.is_empty() || says(target, text));
        if is_meant {
            clicked(target);
        }
        is_meant
    })
}

/// `is_meant` is asked of what a selector has found.
fn watch_meant(
    needs: &Needs<'_>,
    common: &Rc<Common>,
    is_meant: impl Fn(&Element, usize) -> bool + 'static,
) -> Option<Sensor> {
    if needs.clicks.is_empty() {
        return None;
    }
    let selectors: Vec<String> = needs.clicks.iter().map(|it| it.selector.into()).collect();
    let tell = common.tell();
    Some(Box::new(listen(&window(), &["click"], move |event| {
        let path = path_in_page(&event);
        let mut is_told = false;
        for (position, selector) in selectors.iter().enumerate() {
            let is_found = |it: &Element| it.matches(selector).unwrap_or_default() && is_meant(it, position);
            if path.iter().any(is_found) {
                tell(if is_told { Signal::ClickedToo(position) } else { Signal::Clicked(position) });
                is_told = true;
            }
        }
    })))
}
