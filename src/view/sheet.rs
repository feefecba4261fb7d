//! The nudge's style sheets, in a way that a strict content security policy allows.
//!
//! Never as an element.

use crate::dom::fill_sheet;
use js_sys::{Array, JsString};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

/// Fails where a browser cannot make style sheets; the nudge is plain there.
pub(super) fn adopt(root: &ShadowRoot, styles: &[JsString]) -> Result<(), JsValue> {
    let sheets = Array::new();
    for style in styles {
        let sheet = CssStyleSheet::new()?;
        fill_sheet(&sheet, style)?;
        sheets.push(&sheet);
    }
    root.set_adopted_style_sheets(&sheets);
    Ok(())
}
