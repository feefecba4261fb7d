//! The languages that the templates are written in, and so the nudge's own words in the edge.

/// As tags in lower case; every text of a template is given in this order.
pub const LANGUAGES: [&str; 3] = ["en", "ro", "ru"];
