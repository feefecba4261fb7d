//! The nudge's own words, in the language that is asked in and in English.
//!
//! Never chooses a language: a survey's texts do.

use crate::page::text_property;
use effortlet_core::text::cut;
use wasm_bindgen::JsValue;

/// What stands on a nudge besides what a survey says.
pub(crate) struct Words {
    /// As a tag in lower case, without a region.
    language: String,
    /// What the nudge is called.
    pub(crate) region: String,
    pub(crate) yes: String,
    pub(crate) no: String,
    pub(crate) of: String,
    pub(crate) optional: String,
    pub(crate) back: String,
    pub(crate) skip: String,
    pub(crate) next: String,
    pub(crate) send: String,
    pub(crate) close: String,
    pub(crate) thanks: String,
    pub(crate) missing: String,
    pub(crate) too_long: String,
    /// What is done with the words of a visitor, where it is.
    pub(crate) masked: String,
}

impl Words {
    /// Of an object of `src/locale`.
    pub(crate) fn read(given: &JsValue) -> Self {
        let word = |name| text_property(given, name);
        Self {
            language: word("language"),
            region: word("region"),
            yes: word("yes"),
            no: word("no"),
            of: word("of"),
            optional: word("optional"),
            back: word("back"),
            skip: word("skip"),
            next: word("next"),
            send: word("send"),
            close: word("close"),
            thanks: word("thanks"),
            missing: word("missing"),
            too_long: word("tooLong"),
            masked: word("masked"),
        }
    }
}

/// The words of the first wanted language that the nudge speaks, and those that every nudge has.
pub(crate) struct Languages {
    own: Words,
    english: Words,
}

impl Languages {
    pub(crate) fn read(own: &JsValue, english: &JsValue) -> Self {
        Self { own: Words::read(own), english: Words::read(english) }
    }

    /// For a screen in a language: its own words, else English ones.
    pub(crate) fn of(&self, tag: &str) -> &Words {
        let base = cut(tag, b'-').0;
        if base.eq_ignore_ascii_case(&self.own.language) { &self.own } else { &self.english }
    }
}
