//! Shows a screen and tells what the visitor does with it.
//!
//! One element at the end of the body, with an open shadow root. Never moves the focus when it
//! appears by itself, never touches the page's own styles or scroll position.
//!
//! In reading order: `nudge` is the element and its card, `card` one screen in it; then one file for
//! each kind of question, and one for each layout; then what a card does as long as it is there.

mod nudge;
mod card;
mod field;
mod yes_no;
mod scale;
mod text;
mod look;
mod choice;
mod message;
mod layout;
mod stood;
mod theme;
mod direction;
mod press;
mod sheet;
mod focus;
mod attendance;
mod presence;
mod deference;
mod own_events;
mod clearance;
mod keyboard;
mod counter;
mod observer;
mod reading;
mod sides;

use crate::page::{all, shadow_root};
use crate::words::Languages;
use effortlet_core::screen::Screen;
use effortlet_core::theme::Theme;
use field::Ask;
use layout::{Layout, beside, corner, inline, tab};
use nudge::Nudge;
pub(crate) use nudge::Calls;
pub(crate) use presence::Whereabouts;
use js_sys::JsString;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// What a nudge can be made of.
pub(crate) struct Kinds {
    /// The first that knows what a screen asks for asks it.
    asks: &'static [Ask],
    /// The first that knows a position puts the card there; without one it stays in the corner.
    layouts: &'static [Layout],
    /// A definition's theme as a style sheet.
    theme: Option<fn(&Theme<'_>) -> String>,
    /// What opens a nudge that the visitor has asked for.
    enter: Option<fn(&View)>,
}

pub(crate) const ORDINARY: Kinds =
    Kinds { asks: &[yes_no::ask, scale::ask, text::ask], layouts: &[], theme: None, enter: None };

pub(crate) const FULL: Kinds = Kinds {
    asks: &[yes_no::ask, look::ask, text::ask, choice::ask, message::ask],
    layouts: &[corner::stand, inline::stand, tab::stand, beside::stand],
    theme: Some(theme::style),
    enter: Some(View::open_by_press),
};

/// Dropping it takes the nudge away.
pub(crate) struct View {
    calls: Calls,
    /// Of the nudge that is there, and of the next one.
    words: RefCell<Rc<Languages>>,
    next_words: RefCell<Rc<Languages>>,
    kinds: &'static Kinds,
    /// The style sheets of the nudge, in their order.
    styles: Vec<JsString>,
    nudge: RefCell<Option<Rc<Nudge>>>,
    /// What was clicked last, of all that is waited for.
    clicked: RefCell<Option<Element>>,
}

impl View {
    pub(crate) fn open(
        calls: Calls,
        words: Rc<Languages>,
        kinds: &'static Kinds,
        mut styles: Vec<JsString>,
        theme: Option<&Theme<'_>>,
    ) -> Self {
        styles.extend(kinds.theme.zip(theme).map(|(style, theme)| style(theme).into()));
        remove_remains();
        let (words, next_words) = (RefCell::new(words.clone()), RefCell::new(words));
        Self { calls, words, next_words, kinds, styles, nudge: RefCell::default(), clicked: RefCell::default() }
    }

    /// From the next nudge on; one that is there keeps its language.
    pub(crate) fn speak(&self, words: Rc<Languages>) {
        *self.next_words.borrow_mut() = words;
    }

    /// Nothing of this is lent meanwhile: where the focus moves, the page's code runs.
    pub(crate) fn render(&self, screen: &Screen<'_>) {
        let there = self.nudge();
        let is_new = there.is_none();
        if is_new {
            self.words.borrow_mut().clone_from(&self.next_words.borrow());
        }
        let words = self.words.borrow().clone();
        let words = words.of(screen.language);
        let Some(nudge) = there.or_else(|| Nudge::mount(screen, words, &self.styles, &self.calls).map(Rc::new)) else {
            return (self.calls.tell)(Whereabouts::Lost);
        };
        *self.nudge.borrow_mut() = Some(nudge.clone());
        nudge.show(screen, words, self.kinds.asks);
        if is_new {
            let clicked = self.clicked.borrow().clone();
            nudge.keep(self.kinds.layouts.iter().find_map(|stand| stand(&screen.layout, &nudge, clicked.as_ref())));
        }
    }

    pub(crate) fn put_back(&self) {
        remove_remains();
        if let Some(nudge) = self.nudge() {
            nudge.put_back();
        }
    }

    pub(crate) fn close(&self) {
        drop(self.nudge.take());
    }

    /// What stands unsent in a text is told.
    pub(crate) fn tell_draft(&self) {
        if let Some(nudge) = self.nudge() {
            nudge.tell_draft();
        }
    }

    pub(crate) fn clicked(&self, element: &Element) {
        *self.clicked.borrow_mut() = Some(element.clone());
    }

    /// The visitor has opened it by a press.
    pub(crate) fn enter(&self) {
        if let Some(enter) = self.kinds.enter {
            enter(self);
        }
    }

    /// A dialog that does not block the page, and has the focus.
    fn open_by_press(&self) {
        let clicked = self.clicked.borrow().clone();
        // Safari leaves the focus where it was then.
        if let Some(clicked) = clicked {
            focus::give(&clicked);
        }
        if let Some(nudge) = self.nudge() {
            nudge.enter();
        }
    }

    fn nudge(&self) -> Option<Rc<Nudge>> {
        self.nudge.borrow().clone()
    }
}

/// Of nudges that a page has copied with itself: without a shadow root there is nothing in them.
fn remove_remains() {
    for host in all("effortlet-nudge") {
        if shadow_root(&host).is_none() {
            host.remove();
        }
    }
}
