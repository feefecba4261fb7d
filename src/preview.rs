//! What a team gets to see that looks on: time can be moved, what would be remembered stays in
//! memory, and what would be posted is only noted.
//!
//! Never writes to the device and never posts. What is stored there is read, until something else
//! would have been written in its place. The panel carries what is remembered from page to page.

mod calls;
mod log;
mod look;
mod memory;
mod page_view;
mod posts;
mod words;

use crate::observer::Observer;
use crate::page::{method, property};
use crate::shelf::{Device, Use};
use effortlet_core::engine::{Effect, Input};
use effortlet_core::response::Response;
use effortlet_core::signal::Signal;
use effortlet_core::time::{Duration, Timestamp};
use log::Log;
use page_view::PageView;
use posts::Posts;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

pub(crate) struct Preview {
    /// The panel: `isOurs` says whether what happens now happens to it, `changed` is told of news, `memory` is what
    /// the page before remembered.
    panel: JsValue,
    ahead: Cell<Duration>,
    device: Rc<Device>,
    log: RefCell<Log>,
    page_view: RefCell<PageView>,
    posts: RefCell<Posts>,
}

pub(crate) fn open(panel: JsValue) -> Rc<dyn Observer> {
    let device = Device::open(Use::Untouched);
    memory::take_over(&device, &property(&panel, "memory"));
    Rc::new(Preview {
        panel,
        ahead: Cell::default(),
        device,
        log: RefCell::default(),
        page_view: RefCell::default(),
        posts: RefCell::default(),
    })
}

impl Observer for Preview {
    fn ahead(&self) -> Duration {
        self.ahead.get()
    }

    fn device(&self) -> Rc<Device> {
        self.device.clone()
    }

    fn hears(&self, at: Timestamp, input: &Input) -> bool {
        if is_act(input) && self.ask("isOurs").is_truthy() {
            return false;
        }
        self.page_view.borrow_mut().hear(at, input);
        self.log.borrow_mut().note(at, true, words::of_input(input));
        self.ask("changed");
        true
    }

    fn lets(&self, at: Timestamp, effect: &Effect<'_>) -> bool {
        self.page_view.borrow_mut().follow(effect);
        self.log.borrow_mut().note(at, false, words::of_effect(effect));
        self.ask("changed");
        !matches!(effect, Effect::Deliver(_))
    }

    fn notes(&self, at: Timestamp, response: &Response) {
        self.posts.borrow_mut().note(at, response);
    }
}

impl Preview {
    fn ask(&self, name: &str) -> JsValue {
        let asked = method(&self.panel, name).and_then(|it| it.call0(&self.panel).ok());
        asked.unwrap_or(JsValue::UNDEFINED)
    }
}

/// What a visitor does, as far as it can be done to the panel instead of to the page.
fn is_act(input: &Input) -> bool {
    matches!(
        input,
        Input::Signal(
            Signal::Acted(_) | Signal::Clicked(_) | Signal::ClickedToo(_) | Signal::Marked(_) | Signal::PointerLeft(_)
        )
    )
}
