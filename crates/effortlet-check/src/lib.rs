//! What only teams need, as wasm: the reader that names mistakes, the lint, and the words of `explain`.
//!
//! A visitor loads it only where a definition has mistakes or the page asks for `explain`. Never
//! listens to anything and shows nothing.

use effortlet_core::definition::{self, Definition};
use effortlet_core::edition::EXPLAINED;
use effortlet_core::engine::Explanation;
use effortlet_core::explain;
use effortlet_core::forecast::{self, Forecast};
use effortlet_core::lint;
use effortlet_core::source::{Problems, Value, parse};
use effortlet_core::time::Timestamp;
use js_sys::Function;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::Document;

/// One text for each mistake of a definition, in reading order. Both are given as JSON.
#[wasm_bindgen]
pub fn check(definition: &str, templates: &str) -> Vec<String> {
    reading(definition, templates, |_, _, problems| messages(&problems))
}

/// One text for each wording that says the opposite of its scale's direction.
#[wasm_bindgen]
pub fn lint(definition: &str, templates: &str) -> Vec<String> {
    reading(definition, templates, |document, definition, _| messages(&lint::lint(document, definition)))
}

/// What `explain` of the widget said of a survey, in words for those who wrote the definition.
#[wasm_bindgen]
pub fn explain(definition: &str, explanation: JsValue) -> JsValue {
    let Ok(explanation) = serde_wasm_bindgen::from_value::<Explanation>(explanation) else { return JsValue::UNDEFINED };
    let described = explain::describe(&parse(definition), &explanation);
    described.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

/// What the definition comes to before anybody has visited: as a value, and in lines for a terminal. `page` is null, or
/// an address with what its page says of itself, in JSON; `count` says how many elements a selector finds there, where
/// that can be told. `at` is milliseconds since 1970.
#[wasm_bindgen]
pub fn forecast(definition: &str, templates: &str, page: &str, count: &Function, at: f64) -> JsValue {
    let page = parse(page);
    let signs = page.field("signs").items().iter().map(|sign| sign.text_or_empty().clone()).collect::<Vec<_>>();
    let count = |selector: &str| count.call1(&JsValue::UNDEFINED, &selector.into()).ok()?.as_f64().map(|it| it as usize);
    let page = page.field("address").text().map(|address| forecast::Page {
        address,
        signs: (*page.field("signs") != Value::Absent).then_some(&*signs),
        count: &count,
    });
    reading(definition, templates, |document, definition, _| {
        let forecast = forecast::forecast(document, definition, page.as_ref(), Timestamp::from_js(at));
        let lines = forecast::lines(&forecast);
        Told { forecast, lines }.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
    })
}

#[derive(Serialize)]
struct Told {
    forecast: Forecast,
    lines: Vec<String>,
}

fn reading<T>(document: &str, templates: &str, look: impl FnOnce(&Value, &Definition<'_>, Problems) -> T) -> T {
    let (document, templates) = (parse(document), parse(templates));
    let (definition, problems) = definition::read(&document, &templates, &EXPLAINED, is_selector);
    look(&document, &definition, problems)
}

fn messages(problems: &Problems) -> Vec<String> {
    problems.iter().map(|problem| problem.message()).collect()
}

/// Whether `querySelector` takes a text; where there is no document, as under Node, any does.
fn is_selector(text: &str) -> bool {
    let document = js_sys::Reflect::get(&js_sys::global(), &"document".into()).unwrap_or(JsValue::UNDEFINED);
    let Ok(document) = document.dyn_into::<Document>() else { return true };
    document.create_document_fragment().query_selector(text).is_ok()
}
