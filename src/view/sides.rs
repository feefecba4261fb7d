//! Where an element is in the window, and how large, in CSS pixels.
//!
//! Never kept: what scrolls or grows is measured again.

use web_sys::{Element, HtmlElement};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sides {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Size {
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Sides {
    pub(super) fn of(element: &Element) -> Self {
        let it = element.get_bounding_client_rect();
        Self { left: it.left(), top: it.top(), right: it.right(), bottom: it.bottom() }
    }

    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

impl Size {
    pub(super) fn of(element: &HtmlElement) -> Self {
        Self { width: element.offset_width().into(), height: element.offset_height().into() }
    }

    /// Of what is in an element, without its scroll bars.
    pub(super) fn inside(element: &Element) -> Self {
        Self { width: element.client_width().into(), height: element.client_height().into() }
    }
}
