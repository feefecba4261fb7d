//! Two buttons; pressing one answers.
//!
//! Tells the word that was pressed too, since a later text may name it. Never waits to be sent.

use super::field::{Asking, DESCRIBED, Field, NAMED, button};
use crate::dom::make;
use effortlet_core::screen::Body;
use effortlet_core::answer::Act;
use std::rc::Rc;

pub(super) fn ask(body: &Body, asking: &Asking<'_>) -> Option<Field> {
    let &Body::YesNo { chosen } = body else { return None };
    let choice = |is_yes: bool, word: &str| {
        let attributes: &[_] = &[("part", "choice"), ("aria-pressed", "true")];
        let attributes = if chosen == Some(is_yes) { attributes } else { &[("part", "choice")] };
        let (tell, pressed) = (asking.act.clone(), String::from(word));
        button(word, attributes, Rc::new(move || tell(Act::Choose(is_yes, pressed.clone()))))
    };
    let (yes, yes_pressed) = choice(true, &asking.words.yes);
    let (no, no_pressed) = choice(false, &asking.words.no);
    let group = make("div", &[("role", "group"), NAMED, DESCRIBED], &[(&yes).into(), (&no).into()]);
    Some(Field { element: Some(group), listeners: vec![yes_pressed, no_pressed], ..Field::default() })
}
