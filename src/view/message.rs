//! Something is said and nothing asked; its button leads on.
//!
//! Never more than its title, which `card` shows.

use super::field::{Asking, Field, Way};
use effortlet_core::screen::Body;
use effortlet_core::answer::Act;
use std::rc::Rc;

pub(super) fn ask(body: &Body, asking: &Asking<'_>) -> Option<Field> {
    let Body::Message = body else { return None };
    let tell = asking.act.clone();
    Some(Field { way: Some(Way::Next(Rc::new(move || tell(Act::Next)))), ..Field::default() })
}
