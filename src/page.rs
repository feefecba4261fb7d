//! The page as the browser hands it over: its window and document, properties that may not be there, and what web-sys lacks.
//!
//! Never decides, and never throws: what a browser does not have is nothing.

mod own;

use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Location, Window};

pub(crate) use own::{Document, all, document, elements, first, focused, host, parent, shadow_root, slot};

pub(crate) fn window() -> Window {
    Page::window()
}

/// Whether nobody sees the page.
pub(crate) fn is_hidden() -> bool {
    document().text("visibilityState") == "hidden"
}

pub(crate) fn location() -> Location {
    Page::location()
}

/// A property, also of what is nothing; undefined where reading it throws.
pub(crate) fn property(of: &JsValue, name: &str) -> JsValue {
    get(of, name).unwrap_or(JsValue::UNDEFINED)
}

/// A property that is a thing's own, not its prototype's; undefined where it is not.
pub(crate) fn own_property(of: &JsValue, name: &str) -> JsValue {
    let it = boxed(of);
    let is_own = Reflect::get_own_property_descriptor(&it, &name.into()).is_ok_and(|found| !found.is_undefined());
    if is_own { property(&it, name) } else { JsValue::UNDEFINED }
}

/// The same as a number; 0 where it is none.
pub(crate) fn number_property(of: &JsValue, name: &str) -> f64 {
    property(of, name).as_f64().unwrap_or_default()
}

/// The same as a text; empty where it is none.
pub(crate) fn text_property(of: &JsValue, name: &str) -> String {
    property(of, name).as_string().unwrap_or_default()
}

/// The same as something that can be called.
pub(crate) fn method(of: &JsValue, name: &str) -> Option<Function> {
    property(of, name).dyn_into().ok()
}

/// What a call of a method gives; undefined where there is none, or where it throws.
pub(crate) fn call(of: &JsValue, name: &str, given: &[JsValue]) -> JsValue {
    let given: Array = given.iter().collect();
    method(of, name).and_then(|it| it.apply(of, &given).ok()).unwrap_or(JsValue::UNDEFINED)
}

/// As JavaScript writes it; Rust's own way of writing a fraction weighs 10 KB more.
pub(crate) fn number_text(number: f64) -> String {
    text_of(number)
}

/// The names and values of an object's own properties, and of a list's items; nothing where reading one throws.
pub(crate) fn entries(of: &JsValue) -> Vec<(String, JsValue)> {
    first_entries(of, usize::MAX)
}

/// The same, of so many at most.
pub(crate) fn first_entries(of: &JsValue, most: usize) -> Vec<(String, JsValue)> {
    // Not left to the call: one that throws costs a place in wasm-bindgen's table, which nobody gives back.
    if !of.is_object() {
        return Vec::new();
    }
    let Ok(names) = own_names(of) else { return Vec::new() };
    let mut entries = Vec::new();
    for name in names.iter().take(most) {
        // Not by our text, in which half an emoji is another sign.
        let Ok(it) = Reflect::get(of, &name) else { return Vec::new() };
        entries.push((name.as_string().unwrap_or_default(), it));
    }
    entries
}

/// A proxy that was revoked is none, and throws where it is asked.
pub(crate) fn is_list(it: &JsValue) -> bool {
    is_array(it).unwrap_or_default()
}

/// As JavaScript's own objects, lists, texts and numbers.
pub(crate) fn plain(value: &(impl Serialize + ?Sized)) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
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

/// A call that JavaScript can make, for as long as it is held.
pub(crate) type Callback = Closure<dyn Fn(JsValue)>;

/// All of one type, whatever they do: each type of its own would weigh a quarter of a kilobyte.
pub(crate) fn callback(call: impl Fn(JsValue) + 'static) -> Callback {
    Closure::wrap(Box::new(call) as Box<dyn Fn(JsValue)>)
}

/// As JavaScript takes it.
pub(crate) fn function(callback: &Callback) -> &Function {
    callback.as_ref().unchecked_ref()
}

/// A call that JavaScript makes once, which holds itself until then.
pub(crate) fn call_once(call: impl FnOnce(JsValue) + 'static) -> Rc<RefCell<Option<Callback>>> {
    hold(RefCell::new(Some(Box::new(call))))
}

fn hold(call: RefCell<Option<Box<dyn FnOnce(JsValue)>>>) -> Rc<RefCell<Option<Callback>>> {
    let own: Rc<RefCell<Option<Callback>>> = Rc::default();
    let held = own.clone();
    *own.borrow_mut() = Some(callback(move |value| {
        // Let go when the call is over.
        let callback = held.take();
        if let Some(call) = call.take() {
            call(value);
        }
        drop(callback);
    }));
    own
}

/// Calls once a promise has come to something, or was refused.
pub(crate) fn when(promise: &Promise, call: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    settle(promise, Rc::new(RefCell::new(Some(Box::new(call)))));
}

type Settled = Rc<RefCell<Option<Box<dyn FnOnce(Result<JsValue, JsValue>)>>>>;

fn settle(promise: &Promise, call: Settled) {
    /// One for what it comes to, one for why it was refused; gone once either was called.
    type Both = Rc<RefCell<Option<[Callback; 2]>>>;
    let both: Both = Rc::default();
    let end = |is_kept: bool| {
        let (both, call) = (both.clone(), call.clone());
        callback(move |value| {
            let callbacks = both.take();
            if let Some(call) = call.take() {
                call(if is_kept { Ok(value) } else { Err(value) });
            }
            drop(callbacks);
        })
    };
    let callbacks = [end(true), end(false)];
    let [kept, refused] = &callbacks;
    let _ = promise.unchecked_ref::<Thenable>().then(function(kept), function(refused));
    *both.borrow_mut() = Some(callbacks);
}

#[wasm_bindgen]
extern "C" {
    /// What every page has: asked for by name, it is not looked up in the global object by Rust.
    type Page;

    #[wasm_bindgen(static_method_of = Page, js_class = "globalThis", getter)]
    fn window() -> Window;

    #[wasm_bindgen(static_method_of = Page, js_class = "globalThis", getter)]
    fn location() -> Location;

    #[wasm_bindgen(js_namespace = Reflect, catch)]
    fn get(of: &JsValue, name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Object, js_name = keys, catch)]
    fn own_names(of: &JsValue) -> Result<Array, JsValue>;

    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn is_array(it: &JsValue) -> Result<bool, JsValue>;

    #[wasm_bindgen(js_name = String)]
    fn text_of(number: f64) -> String;

    type Thenable;

    /// Of a text or a number the object that has its properties.
    #[wasm_bindgen(js_name = Object)]
    fn boxed(it: &JsValue) -> Object;

    #[wasm_bindgen(method)]
    fn then(this: &Thenable, kept: &Function, refused: &Function) -> JsValue;
}
