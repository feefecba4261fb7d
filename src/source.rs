//! What the page hands over to start with: the definition, the templates, the nudge's words and looks.
//!
//! Never judges a definition: the rules' own reader does.

mod reading;

use crate::observer::Observer;
use crate::page::{property, text_property};
use crate::value::value;
use crate::words::Languages;
use effortlet_core::definition::Definition;
use effortlet_core::edition::Edition;
use effortlet_core::source::parse;
use js_sys::{Array, Function, JsString, Object};
use reading::read_once;
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
    /// The style sheets of the nudge, in their order. They are long, and only handed on.
    pub(crate) styles: Vec<JsString>,
    /// Tags in lower case joined by commas, the most wanted first.
    pub(crate) languages: String,
    /// What the page has to say to audiences, by name; functions come in as long as the page lives.
    pub(crate) conditions: Object,
    /// Give promises of modules that few browsers need.
    pub(crate) load_history: Function,
    pub(crate) load_lease: Function,
    /// Tells the team why an answer was given up.
    pub(crate) warn: Function,
    /// The team's own, for what it does not want to be kept; undefined where there is none.
    pub(crate) redact: JsValue,
    /// Under which name the loader looks until when it may sleep; empty where it does not.
    pub(crate) note: String,
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
            styles: property(&given, "styles").unchecked_into::<Array>().iter().map(JsCast::unchecked_into).collect(),
            languages: text_property(&given, "languages"),
            conditions: property(&given, "conditions").unchecked_into(),
            load_history: property(&given, "loadHistory").unchecked_into(),
            load_lease: property(&given, "loadLease").unchecked_into(),
            warn: property(&given, "warn").unchecked_into(),
            redact: property(&given, "redact"),
            note: text_property(&given, "note"),
            follow_data_layer: property(&given, "followDataLayer").unchecked_into(),
            observer: observe.map(|open| open(property(&given, "panel"))),
        }
    }

    /// With how many mistakes it has.
    pub(crate) fn definition(&self, rules: &'static Edition) -> (&'static Definition<'static>, usize) {
        read_once(value(&self.definition), parse(&self.templates), rules)
    }
}
