//! A few options, of which one or some are chosen. A press on the only one that may be answers.
//!
//! Never more than 32 options, a bit for each.

use super::field::{Asking, DESCRIBED, Field, NAMED, Way};
use super::focus::give;
use super::press::is_by_pointer;
use crate::dom::{Child, make, set};
use crate::listener::listen;
use effortlet_core::digits::digits;
use effortlet_core::screen::Body;
use effortlet_core::answer::Act;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

pub(super) fn ask(body: &Body, asking: &Asking<'_>) -> Option<Field> {
    let Body::Choice { labels, chosen, written, many, other, limit } = body else { return None };
    let is_many = *many;
    let (kind, class, role) = if is_many { ("checkbox", "many", "group") } else { ("radio", "one", "radiogroup") };
    let inputs: Vec<HtmlElement> = (0..labels.len())
        .map(|index| {
            let value = digits(index as u32);
            let input = make("input", &[("type", kind), ("name", "option"), ("value", &value)], &[]);
            if chosen & bit(index) != 0 {
                set(&input, "checked", "true");
            }
            input
        })
        .collect();
    let options: Vec<HtmlElement> = inputs
        .iter()
        .zip(labels)
        .map(|(input, label)| {
            let shown = make("span", &[], &[label.as_str().into()]);
            make("label", &[("part", "option"), ("class", class)], &[input.into(), (&shown).into()])
        })
        .collect();
    let children: Vec<Child<'_>> = options.iter().map(Child::from).collect();
    let group = make("div", &[("role", role), ("class", "column"), NAMED, DESCRIBED], &children);

    let picking = Rc::new(Picking {
        own: own(labels.last().map_or("", String::as_str), written, *limit),
        inputs: inputs.iter().map(|input| input.clone().unchecked_into()).collect(),
        last: labels.len().checked_sub(1).filter(|_| *other),
        tell: asking.act.clone(),
    });
    picking.reveal();
    let listeners = inputs
        .iter()
        .enumerate()
        .map(|(index, input)| {
            let picking = picking.clone();
            // Choosing by keys moves no focus and answers nothing.
            listen(input, &["click"], move |click| {
                picking.reveal();
                if !is_by_pointer(&click) {
                    return;
                }
                if picking.last == Some(index) {
                    give(&picking.own);
                } else if !is_many {
                    (picking.tell)(picking.picked());
                }
            })
        })
        .collect();
    let legend = Some(picking.own.clone().unchecked_into());
    let unsent = picking.clone();
    Some(Field {
        element: Some(group),
        legend,
        way: Some(Way::Next(Rc::new(move || (picking.tell)(picking.picked())))),
        draft: Some(Rc::new(move || (!unsent.written().trim().is_empty()).then(|| unsent.picked()))),
        listeners,
    })
}

/// What is picked, by what is checked in the page.
struct Picking {
    /// Takes what is written of something else.
    own: HtmlInputElement,
    inputs: Vec<HtmlInputElement>,
    /// The option for something else.
    last: Option<usize>,
    tell: Rc<dyn Fn(Act)>,
}

impl Picking {
    fn reveal(&self) {
        let is_last = self.last.and_then(|index| self.inputs.get(index)).is_some_and(HtmlInputElement::checked);
        self.own.set_hidden(!is_last);
    }

    /// Of something else.
    fn written(&self) -> String {
        if self.own.hidden() { String::new() } else { self.own.value() }
    }

    fn picked(&self) -> Act {
        let checked = self.inputs.iter().enumerate().filter(|(_, input)| input.checked());
        let bits = checked.fold(0, |bits, (index, _)| bits | bit(index));
        if bits == 0 { Act::Next } else { Act::Pick(bits, self.written()) }
    }
}

fn own(label: &str, written: &str, limit: u32) -> HtmlInputElement {
    let limit = digits(limit);
    let attributes = [("class", "own"), ("part", "text"), ("maxlength", &limit), ("value", written), ("aria-label", label), ("hidden", "true")];
    make("input", &attributes, &[]).unchecked_into()
}

fn bit(index: usize) -> u32 {
    1_u32.wrapping_shl(index as u32)
}
