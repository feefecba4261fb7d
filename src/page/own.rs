//! What documents and elements have themselves.
//!
//! An image named `body` stands before the document's body, and a field named `parentElement` before
//! the parent of its form: the browser has always given names of elements as properties. So these are
//! asked of the prototypes, where no name reaches. Never asks a document or an element by its name.

use wasm_bindgen::prelude::*;
use web_sys::{DocumentFragment, Element, HtmlElement, Node, NodeList, ShadowRoot, TreeWalker};

/// The page's document; what it has itself stands before what web-sys asks of it by name.
pub(crate) fn document() -> Document {
    Global::document()
}

/// The first element that a selector finds; nothing where it cannot be asked for.
pub(crate) fn first(selector: &str) -> Option<Element> {
    there(query(&document(), selector).ok()?)
}

/// All of them.
pub(crate) fn all(selector: &str) -> Vec<Element> {
    query_all(&document(), selector).map_or_else(|_| Vec::new(), |found| elements(&found))
}

pub(crate) fn elements(list: &NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|at| Some(list.get(at)?.unchecked_into())).collect()
}

/// Without the host of a shadow root.
pub(crate) fn parent(it: &Element) -> Option<Element> {
    there(of_element(it, "parentElement"))
}

/// Where a shadow tree has put it.
pub(crate) fn slot(it: &Element) -> Option<Element> {
    there(of_element(it, "assignedSlot"))
}

/// One that is open.
pub(crate) fn shadow_root(it: &Element) -> Option<ShadowRoot> {
    there(of_element(it, "shadowRoot"))
}

/// Of the shadow root that it is in, where nothing else of that is around it.
pub(crate) fn host(it: &Element) -> Option<Element> {
    of_element(it, "parentNode").dyn_into::<ShadowRoot>().ok().map(|root| root.host())
}

/// What has the focus, through open shadow roots.
pub(crate) fn focused() -> Option<Element> {
    let mut it = document().active_element()?;
    while let Some(inner) = shadow_root(&it).and_then(|root| root.active_element()) {
        it = inner;
    }
    Some(it)
}

impl Document {
    pub(crate) fn body(&self) -> Option<HtmlElement> {
        there(self.own("body"))
    }

    pub(crate) fn document_element(&self) -> Option<Element> {
        there(self.own("documentElement"))
    }

    pub(crate) fn active_element(&self) -> Option<Element> {
        there(self.own("activeElement"))
    }

    pub(crate) fn scrolling_element(&self) -> Option<Element> {
        there(self.own("scrollingElement"))
    }

    pub(crate) fn fullscreen_element(&self) -> Option<Element> {
        there(self.own("fullscreenElement"))
    }

    pub(crate) fn hidden(&self) -> bool {
        self.own("hidden").is_truthy()
    }

    /// Empty where there is none.
    pub(crate) fn title(&self) -> String {
        self.text("title")
    }

    /// A property that is a text.
    pub(crate) fn text(&self, name: &str) -> String {
        self.own(name).as_string().unwrap_or_default()
    }

    pub(crate) fn query_selector(&self, selector: &str) -> Result<Option<Element>, JsValue> {
        query(self, selector).map(there)
    }

    pub(crate) fn has_focus(&self) -> bool {
        has_focus(self)
    }

    /// The foremost first.
    pub(crate) fn elements_at(&self, x: f64, y: f64) -> js_sys::Array {
        elements_at(self, x, y)
    }

    pub(crate) fn create_fragment(&self) -> DocumentFragment {
        create_fragment(self)
    }

    pub(crate) fn walk(&self, root: &Node, what: u32) -> TreeWalker {
        walk(self, root, what)
    }

    fn own(&self, name: &str) -> JsValue {
        get(&Global::of_documents(), name, self)
    }
}

fn of_element(it: &Element, name: &str) -> JsValue {
    get(&Global::of_elements(), name, it)
}

/// What is not null is what the browser's own getter gives.
fn there<T: JsCast>(it: JsValue) -> Option<T> {
    it.is_object().then(|| it.unchecked_into())
}

#[wasm_bindgen]
extern "C" {
    type Global;

    #[derive(Clone)]
    #[wasm_bindgen(extends = Node, extends = web_sys::EventTarget)]
    pub(crate) type Document;

    #[wasm_bindgen(static_method_of = Global, js_class = "globalThis", getter)]
    fn document() -> Document;

    #[wasm_bindgen(static_method_of = Global, js_class = "Document", getter, js_name = prototype)]
    fn of_documents() -> JsValue;

    #[wasm_bindgen(static_method_of = Global, js_class = "Element", getter, js_name = prototype)]
    fn of_elements() -> JsValue;

    #[wasm_bindgen(js_namespace = Reflect)]
    fn get(of: &JsValue, name: &str, it: &JsValue) -> JsValue;

    #[wasm_bindgen(js_namespace = ["Document", "prototype", "querySelector"], js_name = call, catch)]
    fn query(of: &Document, selector: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["Document", "prototype", "querySelectorAll"], js_name = call, catch)]
    fn query_all(of: &Document, selector: &str) -> Result<NodeList, JsValue>;

    #[wasm_bindgen(js_namespace = ["Document", "prototype", "hasFocus"], js_name = call)]
    fn has_focus(of: &Document) -> bool;

    #[wasm_bindgen(js_namespace = ["Document", "prototype", "elementsFromPoint"], js_name = call)]
    fn elements_at(of: &Document, x: f64, y: f64) -> js_sys::Array;

    #[wasm_bindgen(js_namespace = ["Document", "prototype", "createDocumentFragment"], js_name = call)]
    fn create_fragment(of: &Document) -> DocumentFragment;

    #[wasm_bindgen(js_namespace = ["Document", "prototype", "createTreeWalker"], js_name = call)]
    fn walk(of: &Document, root: &Node, what: u32) -> TreeWalker;
}
