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
mod clearance;
mod keyboard;
mod counter;
mod observer;
mod reading;
mod sides;

use crate::words::Languages;
use effortlet_core::screen::Screen;
use effortlet_core::answer::Act;
use effortlet_core::theme::Theme;
use field::Ask;
use layout::{Layout, beside, corner, inline, tab};
use nudge::Nudge;
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
}

pub(crate) const ORDINARY: Kinds =
    Kinds { asks: &[yes_no::ask, scale::ask, text::ask], layouts: &[], theme: None };

pub(crate) const FULL: Kinds = Kinds {
    asks: &[yes_no::ask, look::ask, text::ask, choice::ask, message::ask],
    layouts: &[corner::stand, inline::stand, tab::stand, beside::stand],
    theme: Some(theme::style),
};

/// Dropping it takes the nudge away.
pub(crate) struct View {
    act: Rc<dyn Fn(Act)>,
    words: Rc<Languages>,
    kinds: &'static Kinds,
    /// The style sheets of the nudge, in their order.
    styles: Vec<String>,
    nudge: RefCell<Option<Rc<Nudge>>>,
    /// What was clicked last, of all that is waited for.
    clicked: RefCell<Option<Element>>,
}

impl View {
    pub(crate) fn open(
        act: Rc<dyn Fn(Act)>,
        words: Rc<Languages>,
        kinds: &'static Kinds,
        mut styles: Vec<String>,
        theme: Option<&Theme<'_>>,
    ) -> Self {
        styles.extend(kinds.theme.zip(theme).map(|(style, theme)| style(theme)));
        Self { act, words, kinds, styles, nudge: RefCell::default(), clicked: RefCell::default() }
    }

    /// Nothing of this is lent meanwhile: where the focus moves, the page's code runs.
    pub(crate) fn render(&self, screen: &Screen<'_>) {
        let words = self.words.of(screen.language);
        let there = self.nudge();
        let is_new = there.is_none();
        let Some(nudge) = there.or_else(|| Nudge::mount(screen, words, &self.styles, self.act.clone()).map(Rc::new)) else {
            return;
        };
        *self.nudge.borrow_mut() = Some(nudge.clone());
        nudge.show(screen, words, self.kinds.asks);
        if is_new {
            let clicked = self.clicked.borrow().clone();
            nudge.keep(self.kinds.layouts.iter().find_map(|stand| stand(&screen.layout, &nudge, clicked.as_ref())));
        }
    }

    pub(crate) fn close(&self) {
        drop(self.nudge.take());
    }

    pub(crate) fn clicked(&self, element: &Element) {
        *self.clicked.borrow_mut() = Some(element.clone());
    }

    /// The visitor has opened it by a press: a dialog that does not block the page, and has the focus.
    pub(crate) fn enter(&self) {
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
