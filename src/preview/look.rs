//! All that stands in the panel, as plain JavaScript. `src/debug/content.js` draws it.
//!
//! Never changes anything.

use super::log::Entry;
use super::page_view::PageView;
use super::posts::Noted;
use super::{Preview, memory};
use crate::observer::Observer;
use crate::page::plain;
use crate::runtime::Runtime;
use crate::shelf::{Device, Use};
use effortlet_core::engine;
use effortlet_core::outbox::Item;
use effortlet_core::response::State;
use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::JsValue;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Look<'l> {
    /// Milliseconds since 1970 by the moved clock, and how far it is ahead.
    now: f64,
    ahead: f64,
    overview: Overview<'l>,
    page_view: &'l PageView,
    entries: &'l [Entry],
    responses: &'l [Noted],
    pending: Vec<Pending>,
}

/// Spans in milliseconds; what is not known of the page is null.
#[derive(Serialize)]
struct Overview<'o> {
    visible: f64,
    active: f64,
    idle: f64,
    interacted: bool,
    path: &'o str,
    kind: &'static str,
    section: Option<&'o str>,
    article: Option<String>,
    locale: Option<&'o str>,
}

/// What waits on the device.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Pending {
    id: String,
    rev: u32,
    is_complete: bool,
    size: usize,
    since: f64,
}

impl Preview {
    pub(crate) fn look(&self, runtime: &Runtime) -> JsValue {
        let Some(engine) = runtime.engine() else { return JsValue::UNDEFINED };
        let now = runtime.now();
        let real = Device::open(Use::Untouched);
        let look = plain(&Look {
            now: now.0 as f64,
            ahead: self.ahead().0 as f64,
            overview: overview_of(engine.overview(now)),
            page_view: &self.page_view.borrow(),
            entries: self.log.borrow().entries(),
            responses: self.posts.borrow().all(),
            pending: runtime.outbox.on(&real).pending().into_iter().map(pending).collect(),
        });
        // What the engine gets to see, and what is on the device.
        let _ = Reflect::set(&look, &"seen".into(), &memory::read(&self.device()));
        let _ = Reflect::set(&look, &"real".into(), &memory::read(&real));
        look
    }

    pub(crate) fn remembered(&self) -> JsValue {
        memory::changed(&self.device())
    }

    pub(crate) fn forget_visitor(&self) {
        memory::forget(&self.device());
    }
}

fn overview_of(it: engine::Overview<'_>) -> Overview<'_> {
    Overview {
        visible: it.visible.0 as f64,
        active: it.active.0 as f64,
        idle: it.idle.0 as f64,
        interacted: it.interacted,
        path: it.path,
        kind: it.facts.kind.word(),
        section: it.facts.section,
        article: it.article(),
        locale: it.facts.locale,
    }
}

fn pending(it: Item) -> Pending {
    let is_complete = it.state == State::Complete;
    Pending { id: it.id, rev: it.rev, is_complete, size: it.size, since: it.since.0 as f64 }
}
