//! What the page hands over to start with: the definition, the templates, the nudge's words and looks.
//!
//! Never judges a definition: the rules' own reader does.

use crate::observer::Observer;
use crate::page::{property, text_property};
use crate::words::Languages;
use effortlet_core::definition::{self, Definition};
use effortlet_core::edition::Edition;
use effortlet_core::source::{Problems, Value, parse};
use js_sys::{Array, Function, JSON, Object};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

/// What `start` of `loader/module.js` gives.
pub(crate) struct Source {
    /// As JSON.parse gave it.
    pub(crate) definition: JsValue,
    /// As JSON.
    templates: String,
    pub(crate) words: Rc<Languages>,
    /// The style sheets of the nudge, in their order.
    pub(crate) styles: Vec<String>,
    /// Tags in lower case joined by commas, the most wanted first.
    pub(crate) languages: String,
    /// What the page has to say to audiences, by name; functions come in as long as the page lives.
    pub(crate) conditions: Object,
    /// Give promises of modules that few browsers need.
    pub(crate) load_history: Function,
    pub(crate) load_lease: Function,
    /// Comes with the edition that knows everything.
    pub(crate) follow_data_layer: Function,
    /// Nobody, where no team looks on.
    pub(crate) observer: Option<Rc<dyn Observer>>,
}

impl Source {
    /// `observe` opens who looks on, by the panel that shows it.
    pub(crate) fn read(given: JsValue, observe: Option<fn(JsValue) -> Rc<dyn Observer>>) -> Self {
        Self {
            definition: property(&given, "definition"),
            templates: text_property(&given, "templates"),
            words: Rc::new(Languages::read(&property(&given, "words"), &property(&given, "english"))),
            styles: property(&given, "styles").unchecked_into::<Array>().iter().filter_map(|it| it.as_string()).collect(),
            languages: text_property(&given, "languages"),
            conditions: property(&given, "conditions").unchecked_into(),
            load_history: property(&given, "loadHistory").unchecked_into(),
            load_lease: property(&given, "loadLease").unchecked_into(),
            follow_data_layer: property(&given, "followDataLayer").unchecked_into(),
            observer: observe.map(|open| open(property(&given, "panel"))),
        }
    }

    /// Both live as long as the page: what is running borrows its texts from them.
    pub(crate) fn definition(&self, rules: &'static Edition) -> (&'static Definition<'static>, Problems) {
        let text = JSON::stringify(&self.definition).map(String::from).unwrap_or_default();
        let document: &'static Value = Box::leak(Box::new(parse(&text)));
        let templates: &'static Value = Box::leak(Box::new(parse(&self.templates)));
        let (definition, problems) = definition::read(document, templates, rules, is_selector);
        (Box::leak(Box::new(definition)), problems)
    }
}

/// Whether `querySelector` takes a text.
fn is_selector(text: &str) -> bool {
    crate::page::document().create_document_fragment().query_selector(text).is_ok()
}
