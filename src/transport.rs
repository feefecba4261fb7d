//! Posts responses. The only file that posts.
//!
//! Never knows what it posts, never tries again, and never takes longer than a post may.

mod exchange;
mod retry_after;

use crate::page::{document, entries, location, promised, text_property, when, window};
use effortlet_core::outbox::Reply;
use exchange::Exchange;
use js_sys::Reflect;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, Headers, RequestCredentials, RequestInit, Url};

/// Browsers keep at most 64 KiB of requests alive after their page; ours leaves room for others.
const MOST_KEPT_ALIVE: usize = 60 * 1_024;

pub(crate) struct Transport {
    /// Whole.
    address: String,
    /// `json` or `text`; nothing where it is not said.
    format: Option<String>,
    headers: Vec<(String, JsValue)>,
    credentials: String,
    /// Whether it is of the page's own site.
    is_own: bool,
    /// A post that failed may have failed because others used up what is kept alive.
    is_kept_alive: Rc<Cell<bool>>,
    /// What ends with its page.
    passing: RefCell<Vec<Weak<Exchange>>>,
}

impl Transport {
    /// As the definition has it: the address, or an object with it. What the page has put on every
    /// object is none of the endpoint's.
    pub(crate) fn open(endpoint: &JsValue) -> Self {
        let own = entries(endpoint);
        let said = |name| own.iter().find(|(it, _)| it == name).map(|(_, value)| value);
        let text = |name| said(name).and_then(JsValue::as_string);
        let address = endpoint.as_string().or_else(|| text("url")).unwrap_or_default();
        let url = Url::new_with_base(&address, &document().text("baseURI")).ok();
        Self {
            is_own: url.as_ref().is_some_and(|it| it.origin() == text_property(&location(), "origin")),
            address: url.map_or(address, |it| it.href()),
            format: text("format"),
            headers: said("headers").map(entries).unwrap_or_default(),
            credentials: text("credentials").unwrap_or_default(),
            is_kept_alive: Rc::new(Cell::new(true)),
            passing: RefCell::default(),
        }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// One body, or a list of several; it goes on after the page if it `outlives` it. Calls once, later,
    /// with what came of it.
    pub(crate) fn post(&self, bodies: &[String], outlives: bool, done: impl FnOnce(Reply) + 'static) {
        let exchange = Exchange::begin(done);
        if !outlives {
            let mut passing = self.passing.borrow_mut();
            passing.retain(|it| it.strong_count() > 0);
            passing.push(Rc::downgrade(&exchange));
        }
        let is_kept_alive = self.is_kept_alive.clone();
        when(&promised(self.send(bodies, outlives, exchange.abort())), move |replied| {
            is_kept_alive.set(replied.is_ok() || !is_kept_alive.get());
            exchange.hear(replied);
        });
    }

    /// The page is left. One that the browser keeps to come back to keeps its connections, and an endpoint may never
    /// answer.
    pub(crate) fn let_go(&self) {
        for exchange in self.passing.take() {
            if let Some(abort) = exchange.upgrade().as_ref().and_then(|it| it.abort()) {
                abort.abort();
            }
        }
    }

    fn send(&self, bodies: &[String], outlives: bool, abort: Option<&AbortController>) -> Result<JsValue, JsValue> {
        let body = match bodies {
            [one] => one.clone(),
            all => ["[", &all.join(","), "]"].concat(),
        };
        let request = RequestInit::new();
        request.set_method("POST");
        request.set_headers_headers(&self.headers()?);
        request.set_signal(abort.map(AbortController::signal).as_ref());
        match self.credentials.as_str() {
            "omit" => request.set_credentials(RequestCredentials::Omit),
            "include" => request.set_credentials(RequestCredentials::Include),
            _ => {}
        }
        let is_kept_alive = outlives && self.is_kept_alive.get() && body.len() < MOST_KEPT_ALIVE;
        Reflect::set(&request, &"keepalive".into(), &is_kept_alive.into())?;
        // Where a visitor reads is for the response to say, as far as its team wants it said.
        Reflect::set(&request, &"referrerPolicy".into(), &"no-referrer".into())?;
        request.set_body(&body.into());
        window().unchecked_into::<Fetching>().fetch(&self.address, &request)
    }

    /// A header that the browser refuses is left out rather than the answer.
    fn headers(&self) -> Result<Headers, JsValue> {
        let headers = Headers::new()?;
        for (name, value) in &self.headers {
            let _ = headers.set(name, &value.as_string().unwrap_or_default());
        }
        // Text needs no preflight.
        let is_json = self.format.as_ref().map_or(self.is_own, |format| format == "json");
        headers.set("content-type", if is_json { "application/json" } else { "text/plain" })?;
        Ok(headers)
    }
}

/// The page may have put something else in its place, and that may throw.
#[wasm_bindgen]
extern "C" {
    type Fetching;

    #[wasm_bindgen(method, catch)]
    fn fetch(this: &Fetching, address: &str, request: &RequestInit) -> Result<JsValue, JsValue>;
}
