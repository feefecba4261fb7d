//! The nudge's style sheets, in a way that a strict content security policy allows.
//!
//! Never as an element.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

/// Fails where a browser cannot make style sheets; the nudge is plain there.
pub(super) fn adopt(root: &ShadowRoot, styles: &[String]) -> Result<(), JsValue> {
    let sheets = Array::new();
    for style in styles {
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(style)?;
        sheets.push(&sheet);
    }
    root.set_adopted_style_sheets(&sheets);
    Ok(())
}
