//! Free text. Enter makes a new line; Control or Command with Enter sends.
//!
//! Never judges what is written.

use super::field::{Asking, DESCRIBED, Field, NAMED, Way};
use super::press::is_sending;
use crate::dom::{make, set};
use crate::listener::listen;
use effortlet_core::digits::digits;
use effortlet_core::screen::Body;
use effortlet_core::answer::Act;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

pub(super) fn ask(body: &Body, asking: &Asking<'_>) -> Option<Field> {
    let Body::Text { text, limit } = body else { return None };
    let limit = digits(*limit);
    let element = make("textarea", &[("part", "text"), ("rows", "3"), NAMED, DESCRIBED], &[text.as_str().into()]);
    set(&element, "maxlength", &limit);
    let area: HtmlTextAreaElement = element.clone().unchecked_into();
    let tell = asking.act.clone();
    let draft = {
        let area = area.clone();
        move || Some(area.value()).filter(|it| !it.trim().is_empty()).map(Act::Write)
    };
    let send: Rc<dyn Fn()> = Rc::new(move || tell(Act::Write(area.value())));
    let keys = {
        let send = send.clone();
        listen(&element, &["keydown"], move |event| {
            if is_sending(&event) {
                send();
            }
        })
    };
    Some(Field { element: Some(element), way: Some(Way::Send(send)), draft: Some(Rc::new(draft)), listeners: vec![keys], ..Field::default() })
}
