//! One screen inside the card: the title, what is asked, and the ways on.
//!
//! The form itself stays: browsers warn about one that is gone while it is being sent. Outside of a
//! dialog it goes nowhere (HTML Standard, 4.10.22.3). Never keeps what it shows: `nudge` does.

use super::field::{Ask, Asking, Way, button};
use super::own_events::pass_over;
use crate::dom::{fill, find, make};
use crate::listener::Listener;
use effortlet_core::answer::Mistake;
use effortlet_core::screen::Screen;
use effortlet_core::answer::Act;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};

/// A screen that stands in the form.
pub(super) struct Shown {
    /// What the focus belongs to now.
    pub(super) focus: Element,
    pub(super) send: Option<Rc<dyn Fn()>>,
    /// Tells what stands unsent.
    pub(super) leave: Rc<dyn Fn()>,
    pub(super) listeners: Vec<Listener>,
}

pub(super) fn show(form: &HtmlElement, screen: &Screen<'_>, asks: &[Ask], asking: &Asking<'_>) -> Shown {
    let words = asking.words;
    let mut field = asks.iter().find_map(|ask| ask(&screen.body, asking)).unwrap_or_default();
    field.listeners.push(pass_over(form));
    let leave = leaving(field.draft.take(), asking.draft.clone());
    let mut way_by = |label: &str, attributes: &[(&str, &str)], go: Rc<dyn Fn()>| {
        let (it, listener) = button(label, attributes, go);
        field.listeners.push(listener);
        it
    };
    let telling = |act: fn() -> Act| -> Rc<dyn Fn()> {
        let tell = asking.act.clone();
        Rc::new(move || tell(act()))
    };
    let go_back = {
        // What stands there is not lost on whoever only goes back.
        let (leave, back) = (leave.clone(), telling(|| Act::Back));
        Rc::new(move || {
            leave();
            back();
        })
    };
    let back = screen.back.then(|| way_by(&words.back, &[("class", "back")], go_back));
    let skip = screen.optional.then(|| way_by(&words.skip, &[("class", "skip")], telling(|| Act::Skip)));
    let close = way_by("×", &[("class", "close"), ("aria-label", &words.close)], telling(|| Act::Close));
    let (send, sender) = match field.way {
        None => (None, None),
        Some(way) => {
            let (class, label, call) = match way {
                Way::Next(call) => ("next", &words.next, call),
                Way::Send(call) => ("send", &words.send, call),
            };
            // Not by the form: a frame that is sandboxed without forms would not send it.
            let (sender, listener) = button(label, &[("part", "button"), ("class", class)], call.clone());
            field.listeners.push(listener);
            (Some(call), Some(sender))
        }
    };
    let ways = make("div", &[("class", "ways")], &[back.as_ref().into(), skip.as_ref().into(), sender.as_ref().into()]);

    let title = if screen.title.is_empty() { &words.thanks } else { &screen.title };
    let heading = make("h2", &[("id", "title"), ("part", "title"), ("tabindex", "-1")], &[title.as_str().into()]);
    let hint = match (screen.optional, screen.masks) {
        (false, false) => None,
        (true, false) => Some(words.optional.clone()),
        (false, true) => Some(words.masked.clone()),
        (true, true) => Some([&words.optional, " · ", &words.masked].concat()),
    };
    let hint = hint.map(|it| make("p", &[("id", "hint")], &[it.as_str().into()]));
    let mistake = screen.mistake.map(|mistake| {
        let text = match mistake {
            Mistake::Missing => &words.missing,
            Mistake::TooLong => &words.too_long,
        };
        make("p", &[("id", "mistake"), ("role", "alert")], &[text.as_str().into()])
    });
    fill(
        form,
        &[
            (&heading).into(),
            hint.as_ref().into(),
            field.element.as_ref().into(),
            field.legend.as_ref().into(),
            mistake.as_ref().into(),
            (&ways).into(),
            (&close).into(),
        ],
    );
    let missing = mistake.and_then(|_| find(form, "input,textarea"));
    Shown { focus: missing.unwrap_or_else(|| heading.into()), send, leave, listeners: field.listeners }
}

/// For whoever leaves a field.
fn leaving(unsent: Option<Rc<dyn Fn() -> Option<Act>>>, tell: Rc<dyn Fn(Option<Act>)>) -> Rc<dyn Fn()> {
    Rc::new(move || {
        if let Some(unsent) = &unsent {
            tell(unsent());
        }
    })
}
