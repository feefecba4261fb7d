//! Posts one response. The only file that posts.
//!
//! Never knows what it posts, and never tries again.

mod retry_after;

use crate::page::{document, entries, location, property, promised, text_property, when, window};
use effortlet_core::outbox::Reply;
use effortlet_core::time::Timestamp;
use js_sys::{JSON, Reflect};
use retry_after::wait;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Headers, RequestCredentials, RequestInit, Url};

/// Browsers keep at most 64 KiB of requests alive after their page; ours leaves room for others.
const MOST_KEPT_ALIVE: usize = 60 * 1_024;

pub(crate) struct Transport {
    url: String,
    /// `json` or `text`; nothing where it is not said.
    format: Option<String>,
    headers: Vec<(String, JsValue)>,
    credentials: String,
    /// A post that failed may have failed because others used up what is kept alive.
    is_kept_alive: Rc<Cell<bool>>,
}

impl Transport {
    /// As the definition has it: the address, or an object with it. What the page has put on every
    /// object is none of the endpoint's.
    pub(crate) fn open(endpoint: &JsValue) -> Self {
        let own = entries(endpoint);
        let said = |name| own.iter().find(|(it, _)| it == name).map(|(_, value)| value);
        let text = |name| said(name).and_then(JsValue::as_string);
        Self {
            url: endpoint.as_string().or_else(|| text("url")).unwrap_or_default(),
            format: text("format"),
            headers: said("headers").map(entries).unwrap_or_default(),
            credentials: text("credentials").unwrap_or_default(),
            is_kept_alive: Rc::new(Cell::new(true)),
        }
    }

    /// Calls once, later, with what came of it.
    pub(crate) fn post(&self, response: JsValue, at: Timestamp, done: impl FnOnce(Reply) + 'static) {
        let is_kept_alive = self.is_kept_alive.clone();
        when(&promised(self.send(&response, at)), move |replied| {
            let reply = replied.ok().and_then(|it| read(&it));
            is_kept_alive.set(reply.is_some() || !is_kept_alive.get());
            done(reply.unwrap_or(Reply::Later(None)));
        });
    }

    fn send(&self, response: &JsValue, at: Timestamp) -> Result<JsValue, JsValue> {
        Reflect::set(&property(response, "timing"), &"sentAt".into(), &at.rfc3339().into())?;
        let body = String::from(JSON::stringify(response)?);
        let request = RequestInit::new();
        request.set_method("POST");
        request.set_headers_headers(&self.headers()?);
        match self.credentials.as_str() {
            "omit" => request.set_credentials(RequestCredentials::Omit),
            "include" => request.set_credentials(RequestCredentials::Include),
            _ => {}
        }
        let is_kept_alive = self.is_kept_alive.get() && body.len() < MOST_KEPT_ALIVE;
        Reflect::set(&request, &"keepalive".into(), &is_kept_alive.into())?;
        request.set_body(&body.into());
        window().unchecked_into::<Fetching>().fetch(&self.url, &request)
    }

    /// A header that the browser refuses is left out rather than the answer.
    fn headers(&self) -> Result<Headers, JsValue> {
        let headers = Headers::new()?;
        for (name, value) in &self.headers {
            let _ = headers.set(name, &value.as_string().unwrap_or_default());
        }
        // Text needs no preflight.
        let is_json = match &self.format {
            Some(format) => format == "json",
            None => is_own(&self.url)?,
        };
        headers.set("content-type", if is_json { "application/json" } else { "text/plain" })?;
        Ok(headers)
    }
}

/// Whether an address is of the page's own site.
fn is_own(address: &str) -> Result<bool, JsValue> {
    let base = text_property(&document(), "baseURI");
    Ok(Url::new_with_base(address, &base)?.origin() == location().origin()?)
}

/// What an answer to a post means; nothing where the page has put something else in its place.
fn read(reply: &JsValue) -> Option<Reply> {
    let status = property(reply, "status").as_f64()? as u16;
    let headers: Headers = property(reply, "headers").unchecked_into();
    let header = |name| headers.get(name).ok()?;
    Some(Reply::of(status, header("retry-after").and_then(|after| wait(&after, header("date")))))
}

/// The page may have put something else in its place, and that may throw.
#[wasm_bindgen]
extern "C" {
    type Fetching;

    #[wasm_bindgen(method, catch)]
    fn fetch(this: &Fetching, address: &str, request: &RequestInit) -> Result<JsValue, JsValue>;
}
