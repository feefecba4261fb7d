//! A scale of faces, of stars, or of buttons that each say what they mean.
//!
//! Never changes what is answered: it is the scale of numbers, seen differently.

use super::field::{Asking, Field};
use super::scale::{Row, name, row};
use crate::dom::{draw, fill, set};
use crate::page::number_text;
use effortlet_core::digits::digits;
use effortlet_core::screen::Body;
use effortlet_core::survey::Look;
use web_sys::Element;

const STAR: &str = "M12 2.8l2.8 5.9 6.4.8-4.7 4.4 1.2 6.4L12 17.2l-5.7 3.1 1.2-6.4L2.8 9.5l6.4-.8z";

pub(super) fn ask(body: &Body, asking: &Asking<'_>) -> Option<Field> {
    let Row { mut field, points } = row(body, asking)?;
    let Body::Scale { points: count, look, upward, left_to_right, labels, .. } = body else { return None };
    let class = match look {
        Look::Numbers => "",
        Look::Faces => "faces",
        Look::Stars => "stars",
        Look::Labels => "column",
    };
    if let (Some(element), false) = (&field.element, class.is_empty()) {
        set(element, "class", class);
    }
    if *left_to_right {
        [&field.element, &field.legend].into_iter().flatten().for_each(|part| set(part, "dir", "ltr"));
    }
    for (index, (input, shown)) in points.iter().enumerate() {
        let label = labels.get(index).map_or("", String::as_str);
        if !label.is_empty() {
            set(input, "aria-label", &name(&digits((index + 1) as u32), &asking.words.of, *count, label));
        }
        match look {
            Look::Numbers => {}
            Look::Faces => fill(shown, &[(&face(ease(index, *count, *upward))).into()]),
            Look::Stars => fill(shown, &[(&star()).into()]),
            Look::Labels => fill(shown, &[label.into()]),
        }
    }
    if *look == Look::Labels {
        // Each button says it itself.
        field.legend = None;
    }
    Some(field)
}

fn star() -> Element {
    picture(&[draw("path", &[("d", STAR)], &[])])
}

fn face(ease: f64) -> Element {
    let (ends, middle) = mouth(ease);
    let ends = number_text(ends);
    let d = ["M8.5 8.5v1.5M15.5 8.5v1.5M7.5 ", &ends, "Q12 ", &number_text(middle), " 16.5 ", &ends].concat();
    picture(&[draw("circle", &[("cx", "12"), ("cy", "12"), ("r", "10")], &[]), draw("path", &[("d", &d)], &[])])
}

fn picture(parts: &[Element]) -> Element {
    let children: Vec<_> = parts.iter().map(Into::into).collect();
    draw("svg", &[("viewBox", "0 0 24 24"), ("width", "26"), ("height", "26")], &children)
}

/// From 0 for the point of most effort to 1 for the one of least.
fn ease(index: usize, count: u8, upward: bool) -> f64 {
    let last = f64::from(count) - 1.0;
    let steps = index as f64;
    (if upward { steps } else { last - steps }) / last
}

/// How low the ends and the middle of a mouth are: with `ease` from 0, one whose ends hang, to 1, one
/// that smiles.
fn mouth(ease: f64) -> (f64, f64) {
    (17.0 - ease * 3.0, 11.5 + ease * 8.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mouth_hangs_where_it_cost_effort_and_smiles_where_it_did_not() {
        assert_eq!(mouth(0.0), (17.0, 11.5));
        assert_eq!(mouth(0.5), (15.5, 15.5));
        assert_eq!(mouth(1.0), (14.0, 19.5));
    }

    #[test]
    fn the_face_of_least_effort_is_at_the_end_that_means_it() {
        assert_eq!([0, 2, 4].map(|index| ease(index, 5, true)), [0.0, 0.5, 1.0]);
        assert_eq!([0, 2, 4].map(|index| ease(index, 5, false)), [1.0, 0.5, 0.0]);
    }
}
