//! What a visitor is busy with, so that a nudge would be in the way.
//!
//! Never reads the layout inside an event, and never looks for more than the first thing.

use crate::clock::now;
use crate::listener::{Listener, listen};
use crate::page::{all, document, focused, host, is_hidden, method, number_property, parent, slot, window};
use effortlet_core::manners::Manners as Busy;
use effortlet_core::time::{Duration, Timestamp};
use js_sys::{Object, Reflect};
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element, HtmlVideoElement};

/// Without a key until somebody has typed.
const PAUSE: Duration = Duration::seconds(3);

/// Popovers that stay until they are closed are part of the page.
const MODAL: &str = ":is(dialog:modal,[popover]:not([popover=manual]):popover-open,[aria-modal=true])";

/// What blocks the rest of the page.
const BLOCKING: &str = ":is(dialog:modal,[aria-modal=true])";

/// What does so to who has the focus in it.
const ATTENDED: &str = "[role=dialog],[role=alertdialog],dialog";

/// A search that shows what it has found.
const EXPANDED: &str = "[aria-expanded=true]:is([role=combobox],[aria-haspopup=listbox])";

/// A page without a dialog that says so may have everything else inert, our nudge too.
const INERT: &str = "html[inert],body[inert],body>[inert]";
const OWN: &str = "effortlet-nudge:is([inert],[aria-hidden=true])";

pub(crate) struct Manners {
    typed: Rc<Cell<Timestamp>>,
    typing: OnceCell<Listener>,
}

impl Manners {
    pub(crate) fn open() -> Self {
        Self { typed: Rc::default(), typing: OnceCell::new() }
    }

    /// Notices typing from now on. Some editors let no `input` follow.
    pub(crate) fn watch(&self) {
        let typed = self.typed.clone();
        self.typing.get_or_init(|| listen(&document(), &["beforeinput"], move |_| typed.set(now())));
    }

    pub(crate) fn is_typing(&self) -> bool {
        // A clock that was set back since says nothing of it.
        (Duration(0)..PAUSE).contains(&(now() - self.typed.get()))
    }

    /// The first that holds. Reads the layout, so never inside an event.
    pub(crate) fn occupied(&self) -> Option<Busy> {
        if is_hidden() {
            Some(Busy::Away)
        } else if has_dialog() {
            Some(Busy::Dialog)
        } else if document().fullscreen_element().is_some() {
            Some(Busy::FullScreen)
        } else if self.is_typing() {
            Some(Busy::Typing)
        } else if is_selecting() {
            Some(Busy::Selecting)
        } else if all("video").iter().any(|it| is_heard(it.unchecked_ref())) {
            Some(Busy::Video)
        } else if has_keyboard() {
            Some(Busy::Keyboard)
        } else {
            None
        }
    }
}

fn has_dialog() -> bool {
    is_blocked() || is_any(&all(MODAL), MODAL) || is_any(&attended(), MODAL) || is_any(&attended(), EXPANDED)
}

/// Whether something of the page wants to be done with first. Reads the layout.
pub(crate) fn is_blocked() -> bool {
    let around = attended();
    is_any(&all(BLOCKING), BLOCKING)
        || is_any(&around, BLOCKING)
        || is_any(&around, ATTENDED)
        // What is out of sight is inert for good.
        || all(INERT).iter().any(|it| is_shown(it) && is_inside(&it.get_bounding_client_rect()))
        || !all(OWN).is_empty()
}

/// A browser may not know all of the selector.
fn is_any(elements: &[Element], selector: &str) -> bool {
    elements.iter().any(|it| it.matches(selector).unwrap_or_default() && is_seen(it))
}

fn is_selecting() -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_some_and(|it| !it.is_collapsed())
}

fn is_heard(video: &HtmlVideoElement) -> bool {
    !video.paused() && !video.muted() && video.volume() > 0.0
}

/// Of a touch screen.
fn has_keyboard() -> bool {
    let screens = window().match_media("(pointer: coarse)").ok().flatten();
    screens.is_some_and(|it| it.matches())
        && attended().first().is_some_and(|it| it.matches(":read-write").unwrap_or_default())
}

/// What has the focus and all that it is in, inside out, also through open shadow roots.
fn attended() -> Vec<Element> {
    let mut innermost = focused();
    let mut path = Vec::new();
    while let Some(it) = innermost {
        innermost = surrounding(&it);
        path.push(it);
    }
    // In a nudge nobody attends to the page.
    if path.iter().any(|it| it.local_name() == "effortlet-nudge") { Vec::new() } else { path }
}

fn surrounding(it: &Element) -> Option<Element> {
    slot(it).or_else(|| parent(it)).or_else(|| host(it))
}

/// Many pages leave a dialog in place and fade it out or push it aside; of some only the parts have a size.
fn is_seen(it: &Element) -> bool {
    let area = it.get_bounding_client_rect();
    is_shown(it) && (is_inside(&area) || area.width() * area.height() == 0.0)
}

fn is_inside(area: &DomRect) -> bool {
    let (width, height) = (number_property(&window(), "innerWidth"), number_property(&window(), "innerHeight"));
    let has_size = area.width() * area.height() > 0.0;
    has_size && area.right() > 0.0 && area.bottom() > 0.0 && area.left() < width && area.top() < height
}

/// Safari before 17.4 does not say more than whether there is a box.
fn is_shown(it: &Element) -> bool {
    let Some(check) = method(it, "checkVisibility") else { return it.get_client_rects().length() > 0 };
    let options = Object::new();
    for name in ["opacityProperty", "visibilityProperty"] {
        let _ = Reflect::set(&options, &name.into(), &JsValue::TRUE);
    }
    check.call1(it, &options).is_ok_and(|it| it.is_truthy())
}
