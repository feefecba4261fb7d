//! What a page says of who made it, of what it is for search engines, and where its site begins.
//!
//! Never says what follows from it.

use crate::json_ld::{each, items_of};
use crate::page::{all, first, own_property, property, text_property, window};

/// The link home that Material for MkDocs, VitePress, Starlight, Docusaurus and Read the Docs put into each page.
const HOME: &str = ".md-logo,.VPNavBarTitle a,.site-title,.navbar__brand,.icon-home";

pub(crate) fn read_signs() -> Vec<String> {
    let mut signs = Vec::new();
    // ReadMe says it by a name of its own.
    for maker in all("meta[name=\"generator\" i], meta[name=\"readme-deploy\"]") {
        signs.push(text_property(&maker, "name"));
        signs.push(text_property(&maker, "content"));
    }
    each(&mut |it| {
        for kind in items_of(&own_property(it, "@type")) {
            signs.extend(kind.as_string());
        }
    });
    // Its pages do not say so.
    if property(&window(), "$docsify").is_truthy() {
        signs.push("docsify".into());
    }
    if let Some(home) = first(HOME) {
        signs.push(text_property(&home, "pathname"));
    }
    signs
}
