//! The page as the browser hands it over: its window and document, properties that may not be there, and what web-sys lacks.
//!
//! Never decides, and never throws: what a browser does not have is nothing.

use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Document, Element, Location, Window};

pub(crate) fn window() -> Window {
    js_sys::global().unchecked_into()
}

pub(crate) fn document() -> Document {
    property(&js_sys::global(), "document").unchecked_into()
}

pub(crate) fn location() -> Location {
    window().location()
}

/// A property, also of what is nothing; undefined where reading it throws.
pub(crate) fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The same as a text; empty where it is none.
pub(crate) fn text_property(of: &JsValue, name: &str) -> String {
    property(of, name).as_string().unwrap_or_default()
}

/// The same as something that can be called.
pub(crate) fn method(of: &JsValue, name: &str) -> Option<Function> {
    property(of, name).dyn_into().ok()
}

/// The names and values of an object's own properties; nothing where reading one throws.
pub(crate) fn entries(of: &JsValue) -> Vec<(String, JsValue)> {
    let pair = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, entry.get(1)))
    };
    own_entries(of).map(|all| all.iter().filter_map(pair).collect()).unwrap_or_default()
}

/// An object without anything of the page's on it.
pub(crate) fn bare_object() -> Object {
    Object::create(JsValue::NULL.unchecked_ref())
}

/// What a call of the page's gave, or threw, as a promise.
pub(crate) fn promised(given: Result<JsValue, JsValue>) -> Promise {
    match given {
        Ok(given) => Promise::resolve(&given),
        Err(reason) => Promise::reject(&reason),
    }
}

/// Calls once a promise has come to something, or was refused.
pub(crate) fn when(promise: &Promise, call: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    /// One for what it comes to, one for why it was refused; gone once either was called.
    type Both = Rc<RefCell<Option<[Closure<dyn Fn(JsValue)>; 2]>>>;
    let both: Both = Rc::default();
    let call = Rc::new(RefCell::new(Some(call)));
    let end = |is_kept: bool| {
        let (both, call) = (both.clone(), call.clone());
        Closure::<dyn Fn(JsValue)>::new(move |value| {
            let closures = both.take();
            if let Some(call) = call.take() {
                call(if is_kept { Ok(value) } else { Err(value) });
            }
            drop(closures);
        })
    };
    let closures = [end(true), end(false)];
    let [kept, refused] = &closures;
    let _ = promise.unchecked_ref::<Thenable>().then(kept.as_ref().unchecked_ref(), refused.as_ref().unchecked_ref());
    *both.borrow_mut() = Some(closures);
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Object, js_name = entries, catch)]
    fn own_entries(of: &JsValue) -> Result<Array, JsValue>;

    type Thenable;

    #[wasm_bindgen(method)]
    fn then(this: &Thenable, kept: &Function, refused: &Function) -> JsValue;
}
