//! A rating as a radio group. A press answers; keys only move, and Enter or the button answers.
//!
//! Never says what a point means but by its number and by the ends.

use super::field::{Asking, DESCRIBED, Field, NAMED, Way};
use super::press::is_by_pointer;
use crate::dom::{Child, find, make, set};
use crate::listener::listen;
use effortlet_core::digits::digits;
use effortlet_core::screen::Body;
use effortlet_core::answer::Act;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// Said already, by the names of the points.
const HIDDEN: (&str, &str) = ("aria-hidden", "true");

/// A scale, and for each of its points what is pressed and what is seen of it.
pub(super) struct Row {
    pub(super) field: Field,
    pub(super) points: Vec<(HtmlElement, HtmlElement)>,
}

pub(super) fn ask(body: &Body, asking: &Asking<'_>) -> Option<Field> {
    row(body, asking).map(|row| row.field)
}

pub(super) fn row(body: &Body, asking: &Asking<'_>) -> Option<Row> {
    let Body::Scale { points: count, chosen, low, high, .. } = body else { return None };
    let mut listeners = Vec::new();
    let mut labels = Vec::new();
    let mut points = Vec::new();
    for value in 1..=*count {
        let end = if value == 1 { low } else if value == *count { high } else { "" };
        let number = digits(value.into());
        let name = name(&number, &asking.words.of, *count, end);
        let input = make("input", &[("type", "radio"), ("name", "rating")], &[]);
        set(&input, "value", &number);
        set(&input, "aria-label", &name);
        if *chosen == Some(value) {
            set(&input, "checked", "true");
        }
        let tell = asking.act.clone();
        listeners.push(listen(&input, &["click"], move |click| {
            if is_by_pointer(&click) {
                tell(Act::Rate(value));
            }
        }));
        let shown = make("span", &[HIDDEN], &[number.as_str().into()]);
        labels.push(make("label", &[("part", "point")], &[(&input).into(), (&shown).into()]));
        points.push((input, shown));
    }
    let children: Vec<Child<'_>> = labels.iter().map(Child::from).collect();
    let group = make("div", &[("role", "radiogroup"), NAMED, DESCRIBED], &children);
    let send = {
        let (tell, group) = (asking.act.clone(), group.clone());
        move || tell(rating(&group).map_or(Act::Next, Act::Rate))
    };
    let field = Field {
        legend: (!low.is_empty()).then(|| ends(low, high)),
        element: Some(group),
        way: Some(Way::Next(Rc::new(send))),
        listeners,
        ..Field::default()
    };
    Some(Row { field, points })
}

/// Such as "7 of 7, Strongly agree".
pub(super) fn name(number: &str, of: &str, count: u8, meaning: &str) -> String {
    let count = digits(count.into());
    let comma = if meaning.is_empty() { "" } else { ", " };
    [number, " ", of, " ", &count, comma, meaning].concat()
}

fn ends(low: &str, high: &str) -> HtmlElement {
    let (low, high) = (make("span", &[], &[low.into()]), make("span", &[], &[high.into()]));
    make("p", &[("class", "ends"), HIDDEN], &[(&low).into(), (&high).into()])
}

fn rating(group: &HtmlElement) -> Option<u8> {
    let checked = find(group, ":checked")?;
    checked.unchecked_ref::<HtmlInputElement>().value().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_named_by_its_number_and_by_what_it_means() {
        assert_eq!(name("7", "of", 7, "Strongly agree"), "7 of 7, Strongly agree");
        assert_eq!(name("3", "von", 10, ""), "3 von 10");
    }
}
